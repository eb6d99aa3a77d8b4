import { type Paragraph, type Piece, type Run, runsOf, type Table } from './blocks.ts';

export type Column = {
  readonly head: string | readonly Run[];
  /** A share of the text's width; shares are scaled to fill it. */
  readonly width: number;
  /** Figures stand at the right, so that their digits can be compared. */
  readonly right?: boolean;
};

/** A line of text, or paragraphs of its own. */
export type Cell = string | readonly Paragraph[];

type LineOptions = { readonly right?: boolean; readonly style?: 'TableText' | 'TableSmall' };

/** One line inside a cell, from text or ready runs. */
export const line = (
  content: string | readonly Piece[],
  { right = false, style = 'TableText' }: LineOptions = {},
): Paragraph => ({
  kind: 'paragraph',
  style,
  runs: runsOf(typeof content === 'string' ? [content] : content),
  ...(right ? { right } : {}),
});

/** Tables of as few rows stay on one page, unless told otherwise. */
const shortTable = 3;

export const dataTable = (
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  keepTogether = rows.length <= shortTable,
): Table => ({
  kind: 'table',
  columns: columns.map(({ head, width, right = false }) => ({
    head: runsOf(typeof head === 'string' ? [head] : head),
    width,
    right,
  })),
  rows: rows.map((cells) =>
    columns.map(({ right = false }, index) => {
      const cell = cells[index] ?? '';
      return typeof cell === 'string' ? [line(cell, { right })] : cell;
    }),
  ),
  keepTogether,
});
