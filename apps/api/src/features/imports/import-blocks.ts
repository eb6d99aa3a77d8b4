import type { ImportRow } from '@fbs/contract';
import { parseDecimal } from '@fbs/core';
import type { importRepository } from '@fbs/db';
import { type CellKind, type ColumnName, columnNames, type ImportCell, type ImportRecord } from '@fbs/documents';
import { type EarlierBlock, rowsOfEarlier } from './earlier-blocks.ts';
import { type Counts, type Finding, goodOutcomes, noCounts, type Outcome, type PartPlan } from './import-rows.ts';

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

/** Gathers what each row of a block says of one thing; it is listed only once two rows say something else. */
const gather = <T>() => {
  let count = 0;
  let first: T | undefined;
  let each: T[] | null = null;
  const add = (value: T): void => {
    if (count === 0) first = value;
    else if (each === null && value !== first) each = new Array<T>(count).fill(first as T);
    each?.push(value);
    count += 1;
  };
  const kept = (): Kept<T> => (each === null ? { all: first as T } : { each });
  return { add, kept, count: () => count };
};

const keptAt = <T>(kept: Kept<T>, position: number): T => ('all' in kept ? kept.all : (kept.each[position] as T));

const packCell = ({ kind, text }: ImportCell): FoundCell =>
  kind === 'text' || kind === 'number' ? text : [kind, text];

const cellPacker = () => {
  const columns = new Map<string, ReturnType<typeof gather<FoundCell | null>>>();
  const fill = (column: ReturnType<typeof gather<FoundCell | null>>, until: number): void => {
    while (column.count() < until) column.add(null);
  };
  const add = (cells: ImportRecord['cells'], position: number): void => {
    for (const name in cells) {
      const cell = cells[name as ColumnName];
      if (cell === undefined) continue;
      let column = columns.get(name);
      if (column === undefined) {
        column = gather();
        columns.set(name, column);
      }
      fill(column, position);
      column.add(packCell(cell));
    }
  };
  const packed = (count: number): PackedBlock['cells'] =>
    columnNames.flatMap((name, number) => {
      const column = columns.get(name);
      if (column === undefined) return [];
      fill(column, count);
      return [[number, column.kept()] as const];
    });
  return { add, packed };
};

/** Packs a block row by row: none of them has to be kept until it is full. */
export const blockPacker = () => {
  let count = 0;
  const counts: Record<Outcome, number> = { ...noCounts };
  const row = gather<number>();
  const said = {
    sheet: gather<Finding['sheet']>(),
    column: gather<Finding['column']>(),
    indicator: gather<Finding['indicator']>(),
    year: gather<Finding['year']>(),
    what: gather<Finding['what']>(),
    outcome: gather<Outcome>(),
    sentence: gather<string>(),
    before: gather<Finding['before']>(),
    after: gather<Finding['after']>(),
  };
  const cells = cellPacker();
  const add = ({ finding, record }: FoundRow): void => {
    row.add(finding.row - count);
    said.sheet.add(finding.sheet);
    said.column.add(finding.column);
    said.indicator.add(finding.indicator);
    said.year.add(finding.year);
    said.what.add(finding.what);
    said.outcome.add(finding.outcome);
    said.sentence.add(finding.sentence);
    said.before.add(finding.before);
    said.after.add(finding.after);
    cells.add(record.cells, count);
    counts[finding.outcome] += 1;
    count += 1;
  };
  const packed = (): PackedBlock => ({
    count,
    row: row.kept(),
    sheet: said.sheet.kept(),
    column: said.column.kept(),
    indicator: said.indicator.kept(),
    year: said.year.kept(),
    what: said.what.kept(),
    outcome: said.outcome.kept(),
    sentence: said.sentence.kept(),
    before: said.before.kept(),
    after: said.after.kept(),
    cells: cells.packed(count),
  });
  const block = (number: number): importRepository.ImportBlock => ({
    number,
    counts: JSON.stringify(counts),
    rows: JSON.stringify(packed()),
  });
  return { add, block, counts: (): Counts => counts };
};

/** Rows that say what their first does but for their category, their figure, and how it is shown. */
export type SameRows = {
  readonly first: FoundRow;
  readonly rows: readonly number[];
  readonly categories: readonly string[];
  readonly values: readonly string[];
  readonly shown: readonly string[];
};

const cellsOfSame = ({ first, categories, values }: SameRows): PackedBlock['cells'] =>
  columnNames.flatMap((name, number): PackedBlock['cells'] => {
    const cell = first.record.cells[name];
    if (cell === undefined) return [];
    if (name === 'category') return [[number, { each: categories }]];
    return [[number, name === 'value' ? { each: values } : { all: packCell(cell) }]];
  });

/** Packs such rows at once. */
export const packSame = (number: number, same: SameRows): importRepository.ImportBlock => {
  const { first, rows, shown } = same;
  const count = rows.length;
  const row = gather<number>();
  rows.forEach((each, position) => {
    row.add(each - position);
  });
  const { sheet, column, indicator, year, what, outcome, sentence, before } = first.finding;
  const packed: PackedBlock = {
    count,
    row: row.kept(),
    sheet: { all: sheet },
    column: { all: column },
    indicator: { all: indicator },
    year: { all: year },
    what: { all: what },
    outcome: { all: outcome },
    sentence: { all: sentence },
    before: { all: before },
    after: { each: shown },
    cells: cellsOfSame(same),
  };
  return { number, counts: JSON.stringify({ ...noCounts, [outcome]: count }), rows: JSON.stringify(packed) };
};

export const packBlock = (number: number, rows: readonly FoundRow[]): importRepository.ImportBlock => {
  const packer = blockPacker();
  for (const row of rows) packer.add(row);
  return packer.block(number);
};

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
