import { ExternalHyperlink, HeadingLevel, Paragraph, type ParagraphChild, SequentialIdentifier, TextRun } from 'docx';
import { marked } from '../figure-words.ts';
import { singleLine, textBlocks } from '../plain-text.ts';
import { symbolFont } from './document-styles.ts';

export type ParagraphStyle =
  | 'Cover'
  | 'LeadIn'
  | 'Overline'
  | 'Subtitle'
  | 'Fact'
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
  | 'Figure'
  | 'RunningHead'
  | 'ContentsHeading'
  | 'Normal';

/** Plain words, or a run of its own. */
export type Piece = string | ParagraphChild;

const piecesOf = (pieces: readonly Piece[]): ParagraphChild[] =>
  pieces.map((piece) => (typeof piece === 'string' ? run(piece) : piece));

const headingLevels = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;

export const run = (text: string): TextRun => new TextRun(singleLineRun(text));
export const strong = (text: string): TextRun => new TextRun({ text: singleLineRun(text), bold: true });
export const colored = (text: string, color: string): TextRun =>
  new TextRun({ text: singleLineRun(text), bold: true, color });
export const symbol = (text: string, color: string): TextRun => new TextRun({ text, color, font: symbolFont });

/** Spaces at the ends hold runs apart and stay; line breaks have no place inside a run. */
const singleLineRun = (text: string): string => text.replaceAll('\n', ' ');

export const heading = (level: 1 | 2 | 3, text: string, onNewPage = false): Paragraph =>
  new Paragraph({
    heading: headingLevels[level],
    children: [run(singleLine(text))],
    ...(onNewPage ? { pageBreakBefore: true, spacing: { before: 0 } } : {}),
  });

export const paragraph = (style: ParagraphStyle, ...children: readonly Piece[]): Paragraph =>
  new Paragraph({ style, children: piecesOf(children) });

/** "Table 3. ..." or "Figure 2. ...", counted by a field so that Word can list them. */
export const caption = (kind: 'Table' | 'Figure', text: string): Paragraph =>
  new Paragraph({
    style: 'Caption',
    children: [run(`${kind} `), new SequentialIdentifier(kind), run(`. ${singleLine(text)}`)],
  });

/** A name and what belongs to it, aligned by a tab. */
export const fact = (name: string, ...children: readonly Piece[]): Paragraph =>
  paragraph('Fact', strong(name), new TextRun({ children: ['\t'] }), ...children);

/** Items of one list stand closer together than paragraphs do. */
export const bullet = (style: 'Bullet' | 'LastBullet' | 'TableText', ...children: readonly Piece[]): Paragraph =>
  new Paragraph({
    style,
    numbering: { reference: style === 'TableText' ? 'cell-bullets' : 'bullets', level: 0 },
    children: piecesOf(children),
  });

export const bullets = (items: readonly (readonly Piece[])[]): Paragraph[] =>
  items.map((item, index) => bullet(index === items.length - 1 ? 'LastBullet' : 'Bullet', ...item));

/** Small enough to stand on one line, so that it can be compared and copied. */
export const checksumFact = (sha256: string | null): Paragraph =>
  fact('SHA-256', sha256 === null ? 'No checksum was handed to this export.' : new TextRun({ text: sha256, size: 17 }));

const linesOf = (lines: readonly string[]): TextRun[] =>
  lines.map((text, index) => (index === 0 ? new TextRun(text) : new TextRun({ text, break: 1 })));

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
export const link = (title: string, url: string): ParagraphChild =>
  /^https?:\/\//i.test(url)
    ? new ExternalHyperlink({ link: url, children: [new TextRun({ text: singleLine(title), style: 'Hyperlink' })] })
    : run(singleLine(title));
