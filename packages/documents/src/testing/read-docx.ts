import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';

/** An element as the parser gives it in document order: one key for the tag, ":@" for the attributes. */
type RawNode = Readonly<Record<string, unknown>>;

export type Element = {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Of a text node. */
  readonly text: string;
};

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
});

const elementOf = (node: RawNode): Element => {
  const tag = Object.keys(node).find((key) => key !== ':@') ?? '';
  const content = node[tag];
  return {
    tag,
    attributes: (node[':@'] ?? {}) as Record<string, string>,
    children: Array.isArray(content) ? content.map((child: RawNode) => elementOf(child)) : [],
    text: typeof content === 'string' ? content : '',
  };
};

const forbidden = /[^\n\r\t\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u;

/** The text parts of the file; throws where one is not well-formed XML 1.0. */
export const partsOf = (bytes: Uint8Array): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>();
  for (const [name, data] of Object.entries(unzipSync(bytes))) {
    if (!/\.(xml|rels)$/.test(name)) continue;
    const xml = strFromU8(data);
    const verdict = XMLValidator.validate(xml);
    if (verdict !== true) throw new Error(`${name} is not well-formed: ${verdict.err.msg}`);
    if (forbidden.test(xml)) throw new Error(`${name} holds a character that XML cannot hold`);
    parts.set(name, xml);
  }
  return parts;
};

export const parsePart = (parts: ReadonlyMap<string, string>, name: string): Element => {
  const nodes = parser.parse(parts.get(name) ?? '') as RawNode[];
  return { tag: '', attributes: {}, children: nodes.map(elementOf), text: '' };
};

/** Every element of that name, in order, however deep. */
export const all = (from: Element, tag: string): Element[] =>
  from.children.flatMap((child) => (child.tag === tag ? [child, ...all(child, tag)] : all(child, tag)));

export const first = (from: Element, tag: string): Element | undefined => all(from, tag)[0];

/** What a reader sees: the texts, line breaks as "\n", tabs as "\t". */
export const textOf = (from: Element): string => {
  if (from.tag === 'w:br') return '\n';
  if (from.tag === 'w:tab' && from.children.length === 0) return '\t';
  if (from.tag === '#text') return from.text;
  if (from.tag === 'w:instrText') return '';
  return from.children.map(textOf).join('');
};

export const styleOf = (paragraph: Element): string => first(paragraph, 'w:pStyle')?.attributes['w:val'] ?? 'Normal';

export type Read = {
  readonly parts: ReadonlyMap<string, string>;
  readonly body: Element;
  readonly paragraphs: readonly { readonly style: string; readonly text: string }[];
  /** Texts of header and body cells, table by table. */
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly text: string;
};

export const readDocx = (bytes: Uint8Array): Read => {
  const parts = partsOf(bytes);
  const body = parsePart(parts, 'word/document.xml');
  const paragraphs = all(body, 'w:p').map((paragraph) => ({ style: styleOf(paragraph), text: textOf(paragraph) }));
  const cellText = (cell: Element): string => all(cell, 'w:p').map(textOf).join('\n');
  const tables = all(body, 'w:tbl').map((table) =>
    all(table, 'w:tr').map((row) => all(row, 'w:tc').map((cell) => cellText(cell))),
  );
  return { parts, body, paragraphs, tables, text: paragraphs.map(({ text }) => text).join('\n') };
};
