/** A stretch of text that looks the same throughout. */
export type TextSpan = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Of a link; http or https. */
  readonly url?: string;
};

/** What a longer text is made of. There is nothing else: no pictures, colours, tables or HTML. */
export type TextPart =
  | { readonly kind: 'heading' | 'paragraph'; readonly spans: readonly TextSpan[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly TextSpan[])[] };

type Style = Omit<TextSpan, 'text'>;

/**
 * Escaped sign, bare address, bold, italic, link. No alternative looks past its own closing sign, so that no text
 * takes long to read.
 */
const token =
  /\\([\\*_[\]#.-])|(https?:\/\/[^\s<>"*[\]]*[^\s<>"*[\]().,;:!?'])|\*\*(?=\S)((?:\\.|(?!\*\*)[^\\])+?)(?<=\S)\*\*|_(?=\S)((?:\\.|[^\\_])+?)(?<=\S)_|\[((?:\\.|[^\\[\]])+)\]\((https?:\/\/[^\s()_*]+)\)/gsu;

const sameStyle = (a: Style, b: Style): boolean => a.bold === b.bold && a.italic === b.italic && a.url === b.url;

/** Spans that look the same become one; empty ones go. */
const merged = (spans: readonly TextSpan[]): TextSpan[] => {
  const result: TextSpan[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (span.text === '') continue;
    if (last !== undefined && sameStyle(last, span))
      result[result.length - 1] = { ...last, text: last.text + span.text };
    else result.push(span);
  }
  return result;
};

const readSpans = (text: string, style: Style = {}): TextSpan[] => {
  const spans: TextSpan[] = [];
  let end = 0;
  for (const match of text.matchAll(token)) {
    const [whole, escaped, address, bold, italic, label, url] = match;
    spans.push({ text: text.slice(end, match.index), ...style });
    end = match.index + whole.length;
    if (escaped !== undefined) spans.push({ text: escaped, ...style });
    else if (bold !== undefined) spans.push(...readSpans(bold, { ...style, bold: true }));
    else if (italic !== undefined) spans.push(...readSpans(italic, { ...style, italic: true }));
    else if (style.url !== undefined) spans.push({ text: whole, ...style });
    else if (address !== undefined) spans.push({ text: address, ...style, url: writtenUrl(address) });
    else spans.push({ text: unescaped(label ?? ''), ...style, url: url ?? '' });
  }
  return merged([...spans, { text: text.slice(end), ...style }]);
};

const unescaped = (text: string): string => text.replace(/\\([\\*_[\]#.-])/g, '$1');

const heading = /^#{1,6}\s+(.*)$/s;
const bullet = /^[-*•]\s+(.*)$/s;
const numbered = /^\d{1,3}[.)]\s+(.*)$/s;

type List = { readonly kind: 'list'; readonly ordered: boolean; readonly items: (readonly TextSpan[])[] };
type Draft = { readonly kind: 'paragraph'; readonly lines: string[] };

const listItem = (line: string): { readonly ordered: boolean; readonly text: string } | null => {
  const item = bullet.exec(line)?.[1];
  if (item !== undefined) return { ordered: false, text: item };
  const number = numbered.exec(line)?.[1];
  return number === undefined ? null : { ordered: true, text: number };
};

/**
 * Reads a text as it is stored: `## heading`, `- item`, `1. item`, `**bold**`, `_italic_`, `[words](https://...)`.
 * Every text can be read; what is no sign stays as it was typed.
 */
export const readRichText = (text: string): TextPart[] => {
  const parts: (Exclude<TextPart, { kind: 'list' }> | List | Draft)[] = [];
  let isOpen = false;
  for (const raw of text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').split('\n')) {
    const line = raw.trim();
    const last = parts.at(-1);
    const item = listItem(line);
    const title = heading.exec(line)?.[1];
    if (line === '') isOpen = false;
    else if (title !== undefined) parts.push({ kind: 'heading', spans: readSpans(title) });
    else if (item !== null && last?.kind === 'list' && last.ordered === item.ordered)
      last.items.push(readSpans(item.text));
    else if (item !== null) parts.push({ kind: 'list', ordered: item.ordered, items: [readSpans(item.text)] });
    else if (isOpen && last !== undefined && 'lines' in last) last.lines.push(line);
    else parts.push({ kind: 'paragraph', lines: [line] });
    if (line !== '') isOpen = item === null && title === undefined;
  }
  return parts.map((part) => ('lines' in part ? { kind: 'paragraph', spans: readSpans(part.lines.join('\n')) } : part));
};

/** An address as it stands in a stored text: signs that mean something there are written by their numbers. */
const writtenUrl = (url: string): string =>
  url.replace(/[\s()_*[\]\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);

const escaped = (text: string): string => text.replace(/[\\*_[\]]/g, '\\$&').replace(/(https?):\/\//g, '$1:\\//');

/** Spaces at the ends of a marked stretch stand outside of it. */
const wrapped = (inner: string, mark: string): string => {
  const [, before = '', middle = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(inner) ?? [];
  return middle === '' ? inner : `${before}${mark}${middle}${mark}${after}`;
};

/** Neighbours that share a mark stand in one pair of it. */
const grouped = (
  spans: readonly TextSpan[],
  mark: (span: TextSpan) => boolean,
): { readonly marked: boolean; readonly spans: TextSpan[] }[] => {
  const groups: { marked: boolean; spans: TextSpan[] }[] = [];
  for (const span of spans) {
    const last = groups.at(-1);
    if (last?.marked === mark(span)) last.spans.push(span);
    else groups.push({ marked: mark(span), spans: [span] });
  }
  return groups;
};

const writeSpan = ({ text, url }: TextSpan): string =>
  url === undefined ? escaped(text) : `[${escaped(text)}](${writtenUrl(url)})`;

const writeItalics = (spans: readonly TextSpan[]): string =>
  grouped(spans, ({ italic }) => italic === true)
    .map((group) => {
      const inner = group.spans.map(writeSpan).join('');
      return group.marked ? wrapped(inner, '_') : inner;
    })
    .join('');

const writeSpans = (spans: readonly TextSpan[]): string =>
  grouped(merged(spans), ({ bold }) => bold === true)
    .map((group) => (group.marked ? wrapped(writeItalics(group.spans), '**') : writeItalics(group.spans)))
    .join('');

/** A line of a paragraph that would read as something else. */
const asText = (line: string): string =>
  line.replace(/^(\s*)([-•#])/, '$1\\$2').replace(/^(\s*\d{1,3})([.)])/, '$1\\$2');

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ');

const writePart = (part: TextPart): string => {
  if (part.kind === 'heading') return `## ${oneLine(writeSpans(part.spans)).trim()}`;
  if (part.kind === 'list') {
    return part.items
      .map((item, index) => `${part.ordered ? `${index + 1}.` : '-'} ${oneLine(writeSpans(item)).trim()}`)
      .join('\n');
  }
  return writeSpans(part.spans)
    .split('\n')
    .map((line) => asText(line.trim()))
    .filter((line) => line !== '')
    .join('\n');
};

const isEmpty = (part: TextPart): boolean =>
  part.kind === 'list'
    ? part.items.every((item) => item.every(({ text }) => text.trim() === ''))
    : part.spans.every(({ text }) => text.trim() === '');

/** Lists of one kind that follow each other are one list. */
const joined = (parts: readonly TextPart[]): TextPart[] => {
  const result: TextPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (part.kind === 'list' && last?.kind === 'list' && last.ordered === part.ordered) {
      result[result.length - 1] = { ...last, items: [...last.items, ...part.items] };
    } else result.push(part);
  }
  return result;
};

const withoutEmptyItems = (part: TextPart): TextPart =>
  part.kind === 'list'
    ? { ...part, items: part.items.filter((item) => item.some(({ text }) => text.trim() !== '')) }
    : part;

/** The text as it is stored: readable as it is, in every file that knows no formats. */
export const writeRichText = (parts: readonly TextPart[]): string =>
  joined(parts.map(withoutEmptyItems).filter((part) => !isEmpty(part)))
    .map(writePart)
    .join('\n\n');
