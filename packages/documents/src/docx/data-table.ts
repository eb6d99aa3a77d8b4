import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { palette } from '../palette.ts';
import { run } from './blocks.ts';
import { page } from './document-styles.ts';

export type Column = {
  readonly head: string | readonly ParagraphChild[];
  /** A share of the text's width; shares are scaled to fill it. */
  readonly width: number;
  /** Figures stand at the right, so that their digits can be compared. */
  readonly right?: boolean;
};

/** A line of text, or paragraphs of its own; never empty, since an empty cell says nothing. */
export type Cell = string | readonly Paragraph[];

type LineOptions = { readonly right?: boolean; readonly style?: 'TableText' | 'TableSmall' | 'TableHead' };

/** One line inside a cell, from text or ready runs. */
export const line = (
  content: string | readonly ParagraphChild[],
  { right = false, style = 'TableText' }: LineOptions = {},
): Paragraph =>
  new Paragraph({
    style,
    ...(right ? { alignment: AlignmentType.RIGHT } : {}),
    children: typeof content === 'string' ? [run(content)] : content,
  });

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: palette.line } as const;
const strongLine = { style: BorderStyle.SINGLE, size: 8, color: palette.lineStrong } as const;

/** Tables of as few rows stay on one page, unless told otherwise. */
const shortTable = 3;

const widthsOf = (columns: readonly Column[]): number[] => {
  const total = columns.reduce((sum, column) => sum + column.width, 0);
  return columns.map((column) => Math.floor((column.width * page.textWidth) / total));
};

const gap = 90;

/** The outer columns stand flush with the text around the table. */
const sideMargins = (isFirst: boolean, isLast: boolean) => ({
  marginUnitType: WidthType.DXA,
  left: isFirst ? 0 : gap,
  right: isLast ? 0 : gap,
});

/** A real table: one header row that repeats on every page, rows that stay whole, no merged cells. */
export const dataTable = (
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  keepTogether = rows.length <= shortTable,
): Table => {
  const widths = widthsOf(columns);
  const cellOf = (index: number, children: readonly Paragraph[]): ITableCellOptions => ({
    width: { size: widths[index] ?? 0, type: WidthType.DXA },
    margins: sideMargins(index === 0, index === columns.length - 1),
    children,
  });
  const head = columns.map(({ head: words, right = false }, index) => {
    const cell = cellOf(index, [line(words, { right, style: 'TableHead' })]);
    return new TableCell({ ...cell, verticalAlign: 'bottom', borders: { bottom: strongLine } });
  });
  const bodyRow = (cells: readonly Cell[], rowIndex: number): TableRow => {
    const children = columns.map(({ right = false }, index) => {
      const cell = cells[index] ?? '';
      return new TableCell(cellOf(index, typeof cell === 'string' ? [line(cell, { right })] : cell));
    });
    return new TableRow({ children, cantSplit: true, keepNext: keepTogether && rowIndex < rows.length - 1 });
  };
  return new Table({
    columnWidths: widths,
    width: { size: page.textWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { top: 60, bottom: 40, left: gap, right: gap },
    borders: { top: none, left: none, right: none, insideVertical: none, insideHorizontal: thin, bottom: thin },
    tableLook: { firstRow: true, firstColumn: true, lastRow: false, lastColumn: false, noHBand: true, noVBand: true },
    rows: [new TableRow({ children: head, tableHeader: true, cantSplit: true }), ...rows.map(bodyRow)],
  });
};
