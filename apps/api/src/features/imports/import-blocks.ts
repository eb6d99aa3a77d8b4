import type { ImportRow } from '@fbs/contract';
import { parseDecimal } from '@fbs/core';
import type { importRepository } from '@fbs/db';
import { type CellKind, columnNames, type ImportCell, type ImportRecord } from '@fbs/documents';
import { type EarlierBlock, rowsOfEarlier } from './earlier-blocks.ts';
import { countsOf, type Finding, goodOutcomes, type PartPlan } from './import-rows.ts';

/** A row of the file with what was found of it. */
export type FoundRow = { readonly record: ImportRecord; readonly finding: Finding };

/** Few enough to be unpacked between two requests, many enough that a large file has few blocks. */
export const rowsPerBlock = 500;

/** Text or digits as they are; anything else with its kind. */
export type FoundCell = string | readonly [CellKind, string];

/** A row of a block, whatever way it is kept in; its cells by the number of their column. */
export type KeptRow = Finding & { readonly cells: readonly (readonly [number, FoundCell])[] };

/** What a block says of its rows: once where all are the same, else one after the other. */
type Kept<T> = { readonly all: T } | { readonly each: readonly T[] };

type PackedBlock = {
  readonly count: number;
  /** The number of each row less its position: the same for rows that stand together. */
  readonly row: Kept<number>;
} & { readonly [K in Exclude<keyof Finding, 'row'>]: Kept<Finding[K]> } & {
  /** Columns by their number: `columnNames` only ever grows at its end. null: the cell is empty. */
  readonly cells: readonly (readonly [number, Kept<FoundCell | null>])[];
};

const keep = <T>(values: readonly T[]): Kept<T> => {
  const first = values[0] as T;
  return values.every((each) => each === first) ? { all: first } : { each: values };
};

const keptAt = <T>(kept: Kept<T>, position: number): T => ('all' in kept ? kept.all : (kept.each[position] as T));

const packCell = ({ kind, text }: ImportCell): FoundCell =>
  kind === 'text' || kind === 'number' ? text : [kind, text];

const packCells = (rows: readonly FoundRow[]): PackedBlock['cells'] => {
  const packed: (readonly [number, Kept<FoundCell | null>])[] = [];
  for (const [number, name] of columnNames.entries()) {
    let isUsed = false;
    const cells = rows.map(({ record }) => {
      const cell = record.cells[name];
      if (cell === undefined) return null;
      isUsed = true;
      return packCell(cell);
    });
    if (isUsed) packed.push([number, keep(cells)]);
  }
  return packed;
};

const packRows = (rows: readonly FoundRow[]): PackedBlock => ({
  count: rows.length,
  row: keep(rows.map(({ finding }, position) => finding.row - position)),
  sheet: keep(rows.map(({ finding }) => finding.sheet)),
  column: keep(rows.map(({ finding }) => finding.column)),
  indicator: keep(rows.map(({ finding }) => finding.indicator)),
  year: keep(rows.map(({ finding }) => finding.year)),
  what: keep(rows.map(({ finding }) => finding.what)),
  outcome: keep(rows.map(({ finding }) => finding.outcome)),
  sentence: keep(rows.map(({ finding }) => finding.sentence)),
  before: keep(rows.map(({ finding }) => finding.before)),
  after: keep(rows.map(({ finding }) => finding.after)),
  cells: packCells(rows),
});

export const packBlock = (number: number, rows: readonly FoundRow[]): importRepository.ImportBlock => ({
  number,
  counts: JSON.stringify(countsOf(rows.map((each) => each.finding))),
  rows: JSON.stringify(packRows(rows)),
});

type StoredRows = Pick<importRepository.ImportBlock, 'rows'>;

const rowAt = ({ row, cells, count: _count, ...said }: PackedBlock, position: number): KeptRow => ({
  row: keptAt(row, position) + position,
  sheet: keptAt(said.sheet, position),
  column: keptAt(said.column, position),
  indicator: keptAt(said.indicator, position),
  year: keptAt(said.year, position),
  what: keptAt(said.what, position),
  outcome: keptAt(said.outcome, position),
  sentence: keptAt(said.sentence, position),
  before: keptAt(said.before, position),
  after: keptAt(said.after, position),
  cells: cells.flatMap(([number, kept]) => {
    const cell = keptAt(kept, position);
    return cell === null ? [] : [[number, cell] as const];
  }),
});

const rowsOf = (packed: PackedBlock | EarlierBlock): KeptRow[] =>
  'count' in packed
    ? Array.from({ length: packed.count }, (_, position) => rowAt(packed, position))
    : rowsOfEarlier(packed);

const cellsOf = ({ cells }: KeptRow): ImportRecord['cells'] => {
  const unpacked: Partial<Record<(typeof columnNames)[number], ImportCell>> = {};
  for (const [number, cell] of cells) {
    const name = columnNames[number];
    if (name === undefined) continue;
    unpacked[name] = typeof cell === 'string' ? { kind: 'text', text: cell } : { kind: cell[0], text: cell[1] };
  }
  return unpacked;
};

const partIn = ({ dimension, category }: ImportRecord['cells']): string =>
  `${dimension?.text.trim() ?? ''}: ${category?.text.trim() ?? ''}`;

const unpack = (row: KeptRow): { readonly record: ImportRecord; readonly finding: ImportRow } => {
  const { cells: _cells, what, ...finding } = row;
  const cells = cellsOf(row);
  return {
    record: { sheet: row.sheet as ImportRecord['sheet'], row: row.row, cells },
    finding: { ...finding, what: what ?? partIn(cells) },
  };
};

export const unpackBlock = (block: StoredRows): ReturnType<typeof unpack>[] =>
  rowsOf(JSON.parse(block.rows) as PackedBlock | EarlierBlock).map(unpack);

/** A row of a breakdown as it is to be written. */
export type FoundPart = {
  readonly indicator: string;
  readonly year: number;
  readonly plan: PartPlan;
  readonly reason: string | null;
};

/** Finds the plain text of cells; empty where there is none, or it is something else than text. */
const textIn = ({ cells }: PackedBlock, name: (typeof columnNames)[number]) => {
  const kept = cells.find(([number]) => columnNames[number] === name)?.[1] ?? { all: null };
  return (position: number): string => {
    const cell = keptAt(kept, position);
    return typeof cell === 'string' ? cell.trim() : '';
  };
};

/** The rows of a block that would be written, where all of it are parts with plain figures; else null. */
export const partsOf = ({ rows }: StoredRows): FoundPart[] | null => {
  const packed = JSON.parse(rows) as PackedBlock | EarlierBlock;
  if (!('count' in packed)) return null;
  const parts: FoundPart[] = [];
  const [dimensionAt, categoryAt, valueAt] = [
    textIn(packed, 'dimension'),
    textIn(packed, 'category'),
    textIn(packed, 'value'),
  ];
  const reasonAt = textIn(packed, 'reason');
  for (let at = 0; at < packed.count; at += 1) {
    if (!goodOutcomes.includes(keptAt(packed.outcome, at))) continue;
    const [indicator, year, value] = [keptAt(packed.indicator, at), keptAt(packed.year, at), parseDecimal(valueAt(at))];
    if (keptAt(packed.sheet, at) !== 'Breakdowns' || indicator === null || year === null || value === null) return null;
    const plan = { kind: 'breakdown', dimension: dimensionAt(at), category: categoryAt(at), value } as const;
    parts.push({ indicator, year, plan, reason: reasonAt(at) || null });
  }
  return parts;
};
