/** A piece of what a person typed: a paragraph with its lines, or one item of a bulleted list. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly lines: readonly string[] }
  | { readonly kind: 'bullet'; readonly text: string };

// Every kind of line ending that people paste, among them the separators U+0085, U+2028 and U+2029.
const lineEndings = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

const isAllowed = (point: number): boolean =>
  point === 0x0a ||
  (point >= 0x20 && point <= 0xd7ff && !(point >= 0x7f && point <= 0x9f)) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  (point >= 0x10000 && point <= 0x10ffff && (point & 0xfffe) !== 0xfffe);

/**
 * Keeps what XML 1.0 can hold and a reader can see: control characters, lone surrogates and noncharacters go,
 * tabs become spaces, line endings become "\n".
 */
export const cleanText = (text: string): string => {
  const plain = text.replace(lineEndings, '\n').replaceAll('\t', ' ');
  let clean = '';
  for (const character of plain) {
    if (isAllowed(character.codePointAt(0) ?? 0)) clean += character;
  }
  return clean;
};

/** Cleans every text of a document at once, so that no part of a paper can forget to. */
export const cleanDeep = <Value>(value: Value): Value => cleanAny(value) as Value;

const cleanAny = (value: unknown): unknown => {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleanAny);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [cleanText(key), cleanAny(inner)]));
};

export const singleLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

const blocksOfChunk = (chunk: string): TextBlock[] => {
  const blocks: TextBlock[] = [];
  for (const raw of chunk.split('\n')) {
    const line = raw.trim();
    const last = blocks.at(-1);
    if (line === '') continue;
    if (line.startsWith('- ')) blocks.push({ kind: 'bullet', text: line.slice(2).trim() });
    else if (last?.kind === 'bullet' && /^\s/.test(raw))
      blocks[blocks.length - 1] = { ...last, text: `${last.text} ${line}` };
    else if (last?.kind === 'paragraph') blocks[blocks.length - 1] = { ...last, lines: [...last.lines, line] };
    else blocks.push({ kind: 'paragraph', lines: [line] });
  }
  return blocks;
};

/** Blank lines part paragraphs, lines that start with "- " are list items; nothing else has a meaning. */
export const textBlocks = (text: string): TextBlock[] => text.split(/\n[^\S\n]*\n/).flatMap(blocksOfChunk);
