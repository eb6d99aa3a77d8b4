import { richTextWords } from '@fbs/core';
import type { Cell, CellKind, Table, TableColumn } from '../tables/table.ts';
import { decimalCell, type NewSheet, type SheetCell } from './workbook.ts';

const dayFormat = 'yyyy-mm-dd';
const instantFormat = 'yyyy-mm-dd hh:mm';

const empty: SheetCell = { value: null };

const cellMakers: Readonly<Record<CellKind, (text: string) => SheetCell>> = {
  text: (text) => ({ value: text }),
  rich: (text) => ({ value: richTextWords(text) }),
  integer: (text) => ({ value: Number(text), format: '0' }),
  decimal: (text) => decimalCell(text),
  day: (text) => ({ value: new Date(`${text}T00:00:00.000Z`), format: dayFormat }),
  // whole minutes: a spreadsheet keeps a moment as a fraction of a day
  instant: (text) => ({ value: new Date(`${text.slice(0, 16)}:00.000Z`), format: instantFormat }),
  yes_no: (text) => ({ value: text === 'true' ? 'Yes' : 'No' }),
};

const cellOf = (cell: Cell, { kind, words }: TableColumn): SheetCell =>
  cell === null ? empty : cellMakers[kind](words?.[cell] ?? cell);

const narrowest: Readonly<Record<CellKind, number>> = {
  text: 10,
  rich: 10,
  integer: 9,
  decimal: 12,
  day: 12,
  instant: 17,
  yes_no: 11,
};

/** As wide as what stands in it, within what is pleasant to read. */
const widthOf = (table: Table, column: TableColumn, at: number): number => {
  const least = Math.max(narrowest[column.kind], ...column.title.split(' ').map((word) => word.length + 3));
  if (column.kind !== 'text' && column.kind !== 'rich') return least;
  const longest = Math.max(0, ...table.rows.map((row) => (row[at] ?? '').length));
  return Math.min(Math.max(least, longest + 2), longest > 120 ? 60 : 36);
};

export const sheetNameOf = ({ title }: Pick<Table, 'title'>): string => title;

/** A table as a sheet: its names stay in view, can be filtered by, and stand on every printed page. */
export const tableSheet = (table: Table): NewSheet => ({
  name: sheetNameOf(table),
  rows: [
    table.columns.map(({ title, kind }) => ({
      value: title,
      look: 'head' as const,
      right: kind === 'integer' || kind === 'decimal',
    })),
    ...table.rows.map((row) => row.map((cell, at) => cellOf(cell, table.columns[at] as TableColumn))),
  ],
  widths: table.columns.map((column, at) => widthOf(table, column, at)),
  frozenRows: 1,
  frozenColumns: 1,
  filter: true,
});

const richLooks =
  'Items of lists stand on lines of their own, links with their address; bold and italic words are plain here.';

/** Every column of every table, in words. */
export const dictionarySheet = (tables: readonly Table[]): NewSheet => {
  const kinds: Readonly<Record<CellKind, string>> = {
    text: 'Text',
    rich: 'Text in paragraphs',
    integer: 'Whole number',
    decimal: 'Number',
    day: 'Day',
    instant: 'Moment, in UTC',
    yes_no: 'Yes or no',
  };
  const head = ['Sheet', 'Column', 'Name in CSV', 'Type', 'What it says', 'Words it may hold'];
  const rows = tables.flatMap(({ title, columns }) =>
    columns.map((column) => [
      title,
      column.title,
      column.name,
      kinds[column.kind],
      column.kind === 'rich' ? `${column.description}. ${richLooks}` : column.description,
      column.words === null ? null : Object.values(column.words).join('; '),
    ]),
  );
  return {
    name: 'Data dictionary',
    rows: [
      head.map((value) => ({ value, look: 'head' as const })),
      ...rows.map((row) => row.map((value) => ({ value }))),
    ],
    widths: [20, 30, 24, 16, 52, 60],
    frozenRows: 1,
    frozenColumns: 0,
    filter: true,
  };
};
