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
  /** By its position among the sentences of the block: most rows say the same. */
  sentence: number,
  /** null: the part that the cells name. */
  what: string | null,
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

type PackedBlock = { readonly sentences: readonly string[]; readonly rows: readonly PackedRow[] };

const partIn = ({ dimension, category }: ImportRecord['cells']): string =>
  `${dimension?.text.trim() ?? ''}: ${category?.text.trim() ?? ''}`;

const pack = ({ record, finding }: FoundRow, sentences: Map<string, number>): PackedRow => [
  record.row,
  record.sheet,
  packCells(record.cells),
  finding.outcome,
  positionOf(finding.sentence, sentences),
  record.sheet === 'Breakdowns' && finding.what === partIn(record.cells) ? null : finding.what,
  finding.indicator,
  finding.year,
  finding.before,
  finding.after,
  finding.column,
];

const positionOf = (sentence: string, sentences: Map<string, number>): number => {
  const known = sentences.get(sentence);
  if (known !== undefined) return known;
  sentences.set(sentence, sentences.size);
  return sentences.size - 1;
};

const unpack = (packed: PackedRow, sentences: readonly string[]): FoundRow => {
  const [row, sheet, packedCells, outcome, position, what, indicator, year, before, after, column] = packed;
  const cells = unpackCells(packedCells);
  const sentence = sentences[position] ?? '';
  return {
    record: { sheet, row, cells },
    finding: { sheet, row, column, indicator, year, what: what ?? partIn(cells), outcome, sentence, before, after },
  };
};

const packRows = (found: readonly FoundRow[]): string => {
  const sentences = new Map<string, number>();
  const rows = found.map((each) => pack(each, sentences));
  return JSON.stringify({ sentences: [...sentences.keys()], rows } satisfies PackedBlock);
};

/** Columns are kept by their number: `columnNames` only ever grows at its end. */
export const packBlock = (number: number, rows: readonly FoundRow[]): importRepository.ImportBlock => ({
  number,
  counts: JSON.stringify(countsOf(rows.map((each) => each.finding))),
  rows: packRows(rows),
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
  for (const [, sheet, cells, outcome, , , indicator, year] of (JSON.parse(rows) as PackedBlock).rows) {
    if (!goodOutcomes.includes(outcome)) continue;
    const value = parseDecimal(cellAt(cells, 'value'));
    if (sheet !== 'Breakdowns' || indicator === null || year === null || value === null) return null;
    const [dimension, category] = [cellAt(cells, 'dimension').trim(), cellAt(cells, 'category').trim()];
    parts.push({ indicator, year, dimension, category, value, reason: cellAt(cells, 'reason').trim() || null });
  }
  return parts;
};

export const unpackBlock = (block: Pick<importRepository.ImportBlock, 'rows'>): FoundRow[] => {
  const { sentences, rows } = JSON.parse(block.rows) as PackedBlock;
  return rows.map((row) => unpack(row, sentences));
};
