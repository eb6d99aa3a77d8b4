import { readRichText, type TextPart, type TextSpan } from '@fbs/core';
import { marked } from '../figure-words.ts';
import type { Seal } from '../paper-look.ts';
import { singleLine, textBlocks } from '../plain-text.ts';
import type { Chart } from '../review-chart-data.ts';

export type ParagraphStyle =
  | 'Cover'
  | 'CoverText'
  | 'LeadIn'
  | 'Overline'
  | 'Subtitle'
  | 'Statement'
  | 'Quote'
  | 'QuoteSource'
  | 'Verdict'
  | 'Note'
  | 'NoteKept'
  | 'Notice'
  | 'DraftNotice'
  | 'TableText'
  | 'TableSmall'
  | 'TableHead'
  | 'ContentsHeading'
  | 'Normal';

/** A stretch of text that looks the same throughout. */
export type Run = {
  readonly text: string;
  readonly bold?: true;
  readonly italic?: true;
  /** Hex without "#". */
  readonly color?: string;
  /** A sign that the text's font may not have. */
  readonly symbol?: true;
  /** Small enough to stand on one line, so that it can be compared and copied. */
  readonly small?: true;
  readonly url?: string;
  /** Starts on a new line. */
  readonly newLine?: true;
};

export type ListStyle = 'Bullet' | 'LastBullet' | 'TableText';

export type Paragraph =
  | { readonly kind: 'paragraph'; readonly style: ParagraphStyle; readonly runs: readonly Run[]; readonly right?: true }
  | {
      readonly kind: 'bullet';
      readonly style: ListStyle;
      readonly runs: readonly Run[];
      /** An item of a numbered list: its number is its place. */
      readonly ordered?: true;
    };

export type Column = {
  readonly head: readonly Run[];
  /** A share of the text's width; shares are scaled to fill it. */
  readonly width: number;
  /** Figures stand at the right, so that their digits can be compared. */
  readonly right: boolean;
};

/** A real table: one header row that repeats on every page, rows that stay whole, no merged cells. */
export type Table = {
  readonly kind: 'table';
  readonly columns: readonly Column[];
  /** A cell is never empty, since an empty cell says nothing. */
  readonly rows: readonly (readonly (readonly Paragraph[])[])[];
  readonly keepTogether: boolean;
};

export type HeadingLevel = 1 | 2 | 3 | 4;

/** What a paper is made of, whatever file it becomes. A caption stands before the table or picture that it names. */
export type Block =
  | Paragraph
  | Table
  | { readonly kind: 'title'; readonly runs: readonly Run[] }
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly text: string; readonly onNewPage: boolean }
  | { readonly kind: 'fact'; readonly name: string; readonly runs: readonly Run[] }
  | { readonly kind: 'caption'; readonly of: 'Table' | 'Figure'; readonly text: string }
  | { readonly kind: 'picture'; readonly name: string; readonly chart: Chart; readonly description: string }
  | { readonly kind: 'seal'; readonly seal: Seal }
  | { readonly kind: 'contents'; readonly heading: string };

/** Plain words, or a run of its own. */
export type Piece = string | Run;

export const runsOf = (pieces: readonly Piece[]): Run[] =>
  pieces.map((piece) => (typeof piece === 'string' ? run(piece) : piece));

/** Spaces at the ends hold runs apart and stay; line breaks have no place inside a run. */
const singleLineRun = (text: string): string => text.replaceAll('\n', ' ');

export const run = (text: string): Run => ({ text: singleLineRun(text) });
export const strong = (text: string): Run => ({ text: singleLineRun(text), bold: true });
export const colored = (text: string, color: string): Run => ({ text: singleLineRun(text), bold: true, color });
export const symbol = (text: string, color: string): Run => ({ text, color, symbol: true });

export const heading = (level: HeadingLevel, text: string, onNewPage = false): Block => ({
  kind: 'heading',
  level,
  text: singleLine(text),
  onNewPage,
});

export const paragraph = (style: ParagraphStyle, ...children: readonly Piece[]): Paragraph => ({
  kind: 'paragraph',
  style,
  runs: runsOf(children),
});

/** "Table 3. ..." or "Figure 2. ...": counted where the paper is written. */
export const caption = (of: 'Table' | 'Figure', text: string): Block => ({
  kind: 'caption',
  of,
  text: singleLine(text),
});

/** A name and what belongs to it. */
export const fact = (name: string, ...children: readonly Piece[]): Block => ({
  kind: 'fact',
  name,
  runs: runsOf(children),
});

/** Items of one list stand closer together than paragraphs do. */
const bullet = (style: ListStyle, ...children: readonly Piece[]): Paragraph => ({
  kind: 'bullet',
  style,
  runs: runsOf(children),
});

export const bullets = (items: readonly (readonly Piece[])[]): Paragraph[] =>
  items.map((item, index) => bullet(index === items.length - 1 ? 'LastBullet' : 'Bullet', ...item));

export const checksumFact = (sha256: string | null): Block =>
  fact('SHA-256', sha256 === null ? 'No checksum was handed to this export.' : { text: sha256, small: true });

const linesOf = (lines: readonly string[]): Run[] =>
  lines.map((text, index) => (index === 0 ? { text } : { text, newLine: true }));

export type UserTextOptions = {
  readonly style?: 'Normal' | 'TableText' | 'Note';
  readonly illustrative?: boolean;
  /** A name in bold in front of the first words: "Explanation." */
  readonly lead?: string;
};

/** What a person typed, as plain text: paragraphs, and real lists where lines start with "- ". */
export const userText = (
  text: string,
  { style = 'Normal', illustrative = false, lead }: UserTextOptions = {},
): Paragraph[] => {
  const blocks = textBlocks(marked(text.trimEnd(), illustrative));
  const bulletStyle = (index: number) => {
    if (style === 'TableText') return style;
    return blocks[index + 1]?.kind === 'bullet' ? 'Bullet' : 'LastBullet';
  };
  const name = lead === undefined ? [] : [strong(`${lead} `)];
  const startsWithList = blocks[0]?.kind !== 'paragraph';
  const paragraphs = blocks.map((block, index) =>
    block.kind === 'bullet'
      ? bullet(bulletStyle(index), block.text)
      : paragraph(style, ...(index === 0 ? name : []), ...linesOf(block.lines)),
  );
  return startsWithList && name.length > 0 ? [paragraph(style, ...name), ...paragraphs] : paragraphs;
};

/** A link that can be followed and read; what is not http(s) stays text. */
export const link = (title: string, url: string): Run =>
  /^https?:\/\//i.test(url) ? { text: singleLine(title), url } : run(singleLine(title));

/** Line breaks inside a stretch of text begin a new line. */
const runsOfSpan = ({ text, bold, italic, url }: TextSpan): Run[] =>
  text.split('\n').map((line, index) => ({
    text: line,
    ...(bold ? { bold } : {}),
    ...(italic ? { italic } : {}),
    ...(url === undefined ? {} : { url }),
    ...(index > 0 ? { newLine: true as const } : {}),
  }));

/** Of headings that a person wrote: the paper itself has none so deep. */
export const ownHeadingLevel = 4;

const blocksOfPart = (part: TextPart): Block[] => {
  if (part.kind === 'list') {
    const last = part.items.length - 1;
    return part.items.map((item, index) => ({
      kind: 'bullet',
      style: index === last ? 'LastBullet' : 'Bullet',
      runs: item.flatMap(runsOfSpan),
      ...(part.ordered ? { ordered: true as const } : {}),
    }));
  }
  if (part.kind === 'heading') return [heading(ownHeadingLevel, part.spans.map(({ text }) => text).join(''))];
  return [paragraph('Normal', ...part.spans.flatMap(runsOfSpan))];
};

/** A longer text that a person wrote, with its headings, lists, bold and italic words and links; `lead` as in userText. */
export const richText = (text: string, illustrative = false, lead?: string): Block[] => {
  const blocks = readRichText(marked(text.trimEnd(), illustrative)).flatMap(blocksOfPart);
  const [first, ...rest] = blocks;
  if (lead === undefined) return blocks;
  const name = strong(`${lead} `);
  return first?.kind === 'paragraph'
    ? [{ ...first, runs: [name, ...first.runs] }, ...rest]
    : [paragraph('Normal', name), ...blocks];
};
