import type { ImportRow } from '@fbs/contract';
import { type Decimal, parseDecimal } from '@fbs/core';
import type { importRepository } from '@fbs/db';
import {
  type CellKind,
  type ColumnName,
  columnNames,
  type ImportCell,
  type ImportRecord,
  type SheetName,
} from '@fbs/documents';
import { countsOf, goodOutcomes } from './import-rows.ts';

/** A row of the file with what was found of it. */
export type FoundRow = { readonly record: ImportRecord; readonly finding: ImportRow };

/** Few enough to be unpacked between two requests, many enough that a large file has few blocks. */
export const rowsPerBlock = 500;

type PackedCell = string | readonly [CellKind, string];
type PackedRow = readonly [
  row: number,
  sheet: SheetName,
  cells: readonly (number | PackedCell)[],
  outcome: ImportRow['outcome'],
  sentence: string,
  what: string,
  indicator: string | null,
  year: number | null,
  before: string | null,
  after: string | null,
  column: string | null,
];

const isPlain = ({ kind }: ImportCell): boolean => kind === 'text' || kind === 'number';

const packCells = (cells: ImportRecord['cells']): (number | PackedCell)[] => {
  const packed: (number | PackedCell)[] = [];
  for (const [at, name] of columnNames.entries()) {
    const cell = cells[name];
    if (cell !== undefined) packed.push(at, isPlain(cell) ? cell.text : [cell.kind, cell.text]);
  }
  return packed;
};

const unpackCells = (packed: PackedRow[2]): ImportRecord['cells'] => {
  const cells: Partial<Record<(typeof columnNames)[number], ImportCell>> = {};
  for (let at = 0; at < packed.length; at += 2) {
    const name = columnNames[packed[at] as number];
    const cell = packed[at + 1] as PackedCell;
    if (name !== undefined) {
      cells[name] = typeof cell === 'string' ? { kind: 'text', text: cell } : { kind: cell[0], text: cell[1] };
    }
  }
  return cells;
};

const pack = ({ record, finding }: FoundRow): PackedRow => [
  record.row,
  record.sheet,
  packCells(record.cells),
  finding.outcome,
  finding.sentence,
  finding.what,
  finding.indicator,
  finding.year,
  finding.before,
  finding.after,
  finding.column,
];

const unpack = ([
  row,
  sheet,
  cells,
  outcome,
  sentence,
  what,
  indicator,
  year,
  before,
  after,
  column,
]: PackedRow): FoundRow => ({
  record: { sheet, row, cells: unpackCells(cells) },
  finding: { sheet, row, column, indicator, year, what, outcome, sentence, before, after },
});

/** Columns are kept by their number: `columnNames` only ever grows at its end. */
export const packBlock = (number: number, rows: readonly FoundRow[]): importRepository.ImportBlock => ({
  number,
  counts: JSON.stringify(countsOf(rows.map((each) => each.finding))),
  rows: JSON.stringify(rows.map(pack)),
});

/** A row of a breakdown as it is to be written. */
export type FoundPart = {
  readonly indicator: string;
  readonly year: number;
  readonly dimension: string;
  readonly category: string;
  readonly value: Decimal;
  readonly reason: string | null;
};

const numberOf = Object.fromEntries(columnNames.map((name, number) => [name, number])) as Record<ColumnName, number>;

/** The plain text of a cell; empty where there is none, or it is something else than text. */
const cellAt = (cells: PackedRow[2], column: ColumnName): string => {
  const at = cells.indexOf(numberOf[column]);
  const cell = at < 0 ? undefined : cells[at + 1];
  return typeof cell === 'string' ? cell : '';
};

/** The rows of a block that would be written, where all of it are parts with plain figures; else null. */
export const partsOf = ({ rows }: Pick<importRepository.ImportBlock, 'rows'>): FoundPart[] | null => {
  const parts: FoundPart[] = [];
  for (const [, sheet, cells, outcome, , , indicator, year] of JSON.parse(rows) as PackedRow[]) {
    if (!goodOutcomes.includes(outcome)) continue;
    const value = parseDecimal(cellAt(cells, 'value'));
    if (sheet !== 'Breakdowns' || indicator === null || year === null || value === null) return null;
    const [dimension, category] = [cellAt(cells, 'dimension').trim(), cellAt(cells, 'category').trim()];
    parts.push({ indicator, year, dimension, category, value, reason: cellAt(cells, 'reason').trim() || null });
  }
  return parts;
};

export const unpackBlock = ({ rows }: Pick<importRepository.ImportBlock, 'rows'>): FoundRow[] =>
  (JSON.parse(rows) as PackedRow[]).map(unpack);
