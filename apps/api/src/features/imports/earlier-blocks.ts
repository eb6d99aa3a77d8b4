import type { ImportRow } from '@fbs/contract';
import type { SheetName } from '@fbs/documents';
import type { FoundCell, KeptRow } from './import-blocks.ts';

type EarlierRow = readonly [
  row: number,
  sheet: SheetName,
  /** The number of a column, what stands there, the number of the next, and so on. */
  cells: readonly (number | FoundCell)[],
  outcome: ImportRow['outcome'],
  sentence: number,
  what: string | null,
  indicator: string | null,
  year: number | null,
  before: string | null,
  after: string | null,
  column: string | null,
];

/** Blocks of the first imports: row by row, their sentences once. */
export type EarlierBlock = { readonly sentences: readonly string[]; readonly rows: readonly EarlierRow[] };

const cellsOf = (packed: EarlierRow[2]): (readonly [number, FoundCell])[] => {
  const cells: (readonly [number, FoundCell])[] = [];
  for (let at = 0; at < packed.length; at += 2) cells.push([packed[at] as number, packed[at + 1] as FoundCell]);
  return cells;
};

export const rowsOfEarlier = ({ sentences, rows }: EarlierBlock): KeptRow[] =>
  rows.map(([row, sheet, cells, outcome, position, what, indicator, year, before, after, column]) => ({
    row,
    sheet,
    cells: cellsOf(cells),
    outcome,
    sentence: sentences[position] ?? '',
    what,
    indicator,
    year,
    before,
    after,
    column,
  }));
