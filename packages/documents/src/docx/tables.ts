import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import { palette } from '../palette.ts';
import type { Column, Table as TableBlock } from '../paper/blocks.ts';
import { page } from './document-styles.ts';
import { paragraphOf } from './paragraphs.ts';
import { childOf } from './runs.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const thin = { style: BorderStyle.SINGLE, size: 4, color: palette.line } as const;
const strongLine = { style: BorderStyle.SINGLE, size: 8, color: palette.lineStrong } as const;

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

const headOf = ({ head, right }: Column): Paragraph =>
  new Paragraph({
    style: 'TableHead',
    ...(right ? { alignment: AlignmentType.RIGHT } : {}),
    children: head.map(childOf),
  });

/** A real table: its header row repeats on every page, its rows stay whole. */
export const tableOf = ({ columns, rows, keepTogether }: TableBlock): Table => {
  const widths = widthsOf(columns);
  const cellOf = (index: number, children: readonly Paragraph[]): ITableCellOptions => ({
    width: { size: widths[index] ?? 0, type: WidthType.DXA },
    margins: sideMargins(index === 0, index === columns.length - 1),
    children,
  });
  const head = columns.map((column, index) => {
    const cell = cellOf(index, [headOf(column)]);
    return new TableCell({ ...cell, verticalAlign: 'bottom', borders: { bottom: strongLine } });
  });
  const bodyRow = (cells: TableBlock['rows'][number], rowIndex: number): TableRow => {
    const children = cells.map(
      (cell, index) =>
        new TableCell(
          cellOf(
            index,
            cell.map((paragraph) => paragraphOf(paragraph)),
          ),
        ),
    );
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
