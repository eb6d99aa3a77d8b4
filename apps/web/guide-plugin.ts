import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lexer, type MarkedToken, type Token, type Tokens } from 'marked';
import type { Plugin } from 'vite';
import type { Guide, GuideElement, GuideNode, GuidePart } from './src/lib/guide.ts';

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** Files are written with the apostrophe of the keyboard. */
const typeset = (words: string): string => words.replace(/\s+/g, ' ').replace(/(\w)'/g, '$1’');

const element = (
  tag: GuideElement['tag'],
  children: readonly GuideNode[],
  props?: Record<string, string | number>,
): GuideNode => ({
  tag,
  ...(props !== undefined && { props }),
  children,
});

/** Other guides stay in the product; what else a guide names by its path stands in the repository alone. */
const linkNode = ({ href, tokens }: Tokens.Link): GuideNode => {
  const guide = /^([a-z]+)\.md$/.exec(href)?.[1];
  if (guide !== undefined) return element('guide', nodesOf(tokens), { to: guide });
  return /^(https:|#)/.test(href) ? element('a', nodesOf(tokens), { href }) : element('span', nodesOf(tokens));
};

const tableNode = ({ header, rows }: Tokens.Table): GuideNode => ({
  tag: 'table',
  heads: header.map(({ text }) => typeset(text)),
  rows: rows.map((row) => row.map(({ tokens }) => nodesOf(tokens))),
});

const listNode = ({ ordered, items }: Tokens.List): GuideNode =>
  element(
    ordered ? 'ol' : 'ul',
    items.map(({ tokens }) => element('li', nodesOf(tokens))),
  );

/** What guides are written with, and nothing else: an unknown sign stops the build instead of vanishing. */
const nodeOf = (token: MarkedToken): GuideNode | null => {
  switch (token.type) {
    case 'space':
      return null;
    case 'text':
      return token.tokens === undefined ? typeset(token.text) : element('span', nodesOf(token.tokens));
    case 'escape':
      return token.text;
    case 'strong':
      return element('strong', nodesOf(token.tokens));
    case 'em':
      return element('em', nodesOf(token.tokens));
    case 'codespan':
      return element('code', [token.text]);
    case 'code':
      return element('pre', [element('code', [token.text])]);
    case 'paragraph':
      return element('p', nodesOf(token.tokens));
    case 'heading':
      return element('h3', nodesOf(token.tokens), { id: slugOf(token.text) });
    case 'list':
      return listNode(token);
    case 'table':
      return tableNode(token);
    case 'link':
      return linkNode(token);
    case 'image':
      return element('img', [], { src: token.href, alt: typeset(token.text) });
    default:
      throw new Error(`A guide holds "${token.raw.trim()}" (${token.type}), which the help cannot show.`);
  }
};

const nodesOf = (tokens: readonly Token[]): GuideNode[] =>
  tokens.map((token) => nodeOf(token as MarkedToken)).filter((node) => node !== null);

/** A guide's text as data: its title, what stands before the first part, and the parts. */
export const guideOf = (text: string): Guide => {
  const tokens = lexer(text);
  const [title, ...rest] = tokens;
  if (title?.type !== 'heading' || title.depth !== 1) throw new Error('A guide begins with its title.');
  const starts = rest.flatMap((token, index) => (token.type === 'heading' && token.depth === 2 ? [index] : []));
  const parts = starts.map((start, index): GuidePart => {
    const heading = rest[start] as Tokens.Heading;
    return {
      id: slugOf(heading.text),
      title: typeset(heading.text),
      nodes: nodesOf(rest.slice(start + 1, starts[index + 1])),
    };
  });
  return { title: typeset(title.text), lead: nodesOf(rest.slice(0, starts[0])), parts };
};

/** The size of a PNG file, so that the page keeps its place free. */
const sizeOf = (file: string): { width: number; height: number } => {
  const bytes = readFileSync(file);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
};

/** Files of docs/guides become modules of plain data; their pictures become files of the build with hashed names. */
export const guides = (): Plugin => ({
  name: 'guides',
  enforce: 'pre',
  load: {
    filter: { id: /docs\/guides\/[a-z]+\.md$/ },
    handler(id) {
      const pictures: string[] = [];
      const data = JSON.stringify(guideOf(readFileSync(id, 'utf8')), (_key, value) => {
        if (value?.tag !== 'img') return value;
        const { src, alt } = value.props;
        pictures.push(src);
        return { tag: 'img', props: { src: `picture:${src}`, alt, ...sizeOf(join(dirname(id), src)) } };
      }).replace(/"picture:([^"]+)"/g, (_match, src: string) => `picture${pictures.indexOf(src)}`);
      const imports = pictures.map((src, index) => `import picture${index} from './${src}';`);
      return { code: [...imports, `export default ${data};`].join('\n'), moduleType: 'js' };
    },
  },
});
