import { readRichText, type TextPart, type TextSpan, writeRichText } from '@fbs/core';
import { type Mark, type Node, Schema } from 'prosemirror-model';

/** What an editor may hold: just what a stored text may. Whatever else is pasted becomes plain text. */
export const richSchema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { group: 'block', content: 'inline*', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      group: 'block',
      content: 'text*',
      defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: () => ['h4', 0],
    },
    bullet_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { group: 'block', content: 'list_item+', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    hard_break: { group: 'inline', inline: true, selectable: false, parseDOM: [{ tag: 'br' }], toDOM: () => ['br'] },
    text: { group: 'inline' },
  },
  marks: {
    link: {
      attrs: { href: { validate: 'string' } },
      inclusive: false,
      parseDOM: [
        {
          tag: 'a[href]',
          getAttrs: (element) => {
            const href = element.getAttribute('href') ?? '';
            return /^https?:\/\//i.test(href) ? { href } : false;
          },
        },
      ],
      toDOM: ({ attrs }) => ['a', { href: attrs.href as string, rel: 'noreferrer' }, 0],
    },
    em: { parseDOM: [{ tag: 'i' }, { tag: 'em' }, { style: 'font-style=italic' }], toDOM: () => ['em', 0] },
    strong: {
      parseDOM: [
        { tag: 'strong' },
        { tag: 'b' },
        { style: 'font-weight', getAttrs: (weight) => /^(bold|[6-9]00)/.test(weight) && null },
      ],
      toDOM: () => ['strong', 0],
    },
  },
});

const { nodes, marks } = richSchema;

const nodesOf = ({ text, bold, italic, url }: TextSpan): Node[] => {
  const looks: Mark[] = [
    ...(url === undefined ? [] : [marks.link.create({ href: url })]),
    ...(italic ? [marks.em.create()] : []),
    ...(bold ? [marks.strong.create()] : []),
  ];
  return text
    .split('\n')
    .flatMap((line, index) => [
      ...(index === 0 ? [] : [nodes.hard_break.create()]),
      ...(line === '' ? [] : [richSchema.text(line, looks)]),
    ]);
};

const withoutBreaks = (spans: readonly TextSpan[]): TextSpan[] =>
  spans.map((span) => ({ ...span, text: span.text.replaceAll('\n', ' ') }));

const nodeOf = (part: TextPart): Node => {
  if (part.kind === 'list') {
    const items = part.items.map((item) =>
      nodes.list_item.create(null, nodes.paragraph.create(null, item.flatMap(nodesOf))),
    );
    return (part.ordered ? nodes.ordered_list : nodes.bullet_list).create(null, items);
  }
  if (part.kind === 'heading') return nodes.heading.create(null, withoutBreaks(part.spans).flatMap(nodesOf));
  return nodes.paragraph.create(null, part.spans.flatMap(nodesOf));
};

/** The editor's document of a stored text. */
export const readDocument = (text: string): Node => {
  const parts = readRichText(text);
  return nodes.doc.create(null, parts.length === 0 ? [nodes.paragraph.create()] : parts.map(nodeOf));
};

const spansOf = (node: Node): TextSpan[] => {
  const spans: TextSpan[] = [];
  node.forEach((child) => {
    const has = (name: string) => child.marks.find((mark) => mark.type.name === name);
    const href = has('link')?.attrs.href as string | undefined;
    spans.push({
      text: child.type === nodes.hard_break ? '\n' : (child.text ?? ''),
      ...(has('strong') ? { bold: true as const } : {}),
      ...(has('em') ? { italic: true as const } : {}),
      ...(href === undefined ? {} : { url: href }),
    });
  });
  return spans;
};

const partOf = (node: Node): TextPart => {
  if (node.type === nodes.heading) return { kind: 'heading', spans: spansOf(node) };
  if (node.type === nodes.paragraph) return { kind: 'paragraph', spans: spansOf(node) };
  const items: TextSpan[][] = [];
  node.forEach((item) => {
    const paragraph = item.firstChild;
    if (paragraph !== null) items.push(spansOf(paragraph));
  });
  return { kind: 'list', ordered: node.type === nodes.ordered_list, items };
};

/** The stored text of the editor's document. */
export const writeDocument = (document: Node): string => {
  const parts: TextPart[] = [];
  document.forEach((node) => {
    parts.push(partOf(node));
  });
  return writeRichText(parts);
};
