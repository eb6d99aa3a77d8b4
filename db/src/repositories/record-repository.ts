import { type BreakdownRow, totalsOf } from '@fbs/core';
import { count, eq, getTableColumns, inArray } from 'drizzle-orm';
import { getTableConfig, type SQLiteColumn, type SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Queries } from '../database.ts';
import * as tables from '../schema/index.ts';
import { insertRows } from '../seed/insert-rows.ts';

/** A cell: a text that holds a JSON list or object is opened, so that a reader need not. */
export type RecordCell = string | number | null | object;
export type RecordRow = Readonly<Record<string, RecordCell>>;
export type RecordContents = Readonly<Record<string, readonly RecordRow[]>>;

export type RecordColumn = {
  readonly name: string;
  readonly type: 'text' | 'integer';
  readonly nullable: boolean;
  /** Holds JSON. */
  readonly json: boolean;
};
export type RecordTable = { readonly name: string; readonly columns: readonly RecordColumn[] };

type Part = {
  readonly table: SQLiteTable;
  /** The column by which its rows belong, and to the rows of which part; null: to the strategy itself. */
  readonly by: string;
  readonly of: string | null;
  readonly json: readonly string[];
};

const part = (table: SQLiteTable, by = 'strategyId', of: string | null = null, json: readonly string[] = []): Part => ({
  table,
  by,
  of,
  json,
});

/** Everything that makes up a strategy, what is pointed at before what points at it. */
const parts: Readonly<Record<string, Part>> = {
  strategies: part(tables.strategies, 'id'),
  partOrigins: part(tables.partOrigins),
  sections: part(tables.sections),
  goals: part(tables.goals, 'strategyId', null, ['supportsGoals']),
  objectives: part(tables.objectives, 'strategyId', null, ['dataSources']),
  officeFacts: part(tables.officeFacts, 'goalId', 'goals'),
  frameworks: part(tables.frameworks),
  frameworkElements: part(tables.frameworkElements, 'frameworkId', 'frameworks'),
  frameworkElementVintages: part(tables.frameworkElementVintages, 'elementId', 'frameworkElements'),
  linkages: part(tables.linkages),
  linkageVintages: part(tables.linkageVintages),
  indicators: part(tables.indicators),
  indicatorDefinitions: part(tables.indicatorDefinitions, 'indicatorId', 'indicators', ['definition']),
  notes: part(tables.notes, 'indicatorId', 'indicators'),
  targets: part(tables.targets),
  targetVintages: part(tables.targetVintages),
  breakdowns: part(tables.breakdowns, 'indicatorId', 'indicators'),
  breakdownRows: part(tables.breakdownRows, 'breakdownId', 'breakdowns'),
  values: part(tables.values),
  valueVintages: part(tables.valueVintages),
  evidence: part(tables.evidence),
  comments: part(tables.comments, 'strategyId', null, ['mentions']),
  commentMoves: part(tables.commentMoves, 'commentId', 'comments'),
  reviews: part(tables.reviews),
  reviewVintages: part(tables.reviewVintages, 'reviewId', 'reviews'),
  reviewSections: part(tables.reviewSections, 'reviewId', 'reviews', ['evidence', 'files']),
  reviewSectionVintages: part(tables.reviewSectionVintages, 'reviewId', 'reviews', ['evidence', 'files']),
  correctiveActions: part(tables.correctiveActions),
  correctiveActionUpdates: part(tables.correctiveActionUpdates, 'actionId', 'correctiveActions'),
  snapshots: part(tables.snapshots, 'reviewId', 'reviews'),
};

/** What an instance knows of itself, and what follows from the rest: none of it is the strategy's. */
const leftOut: readonly SQLiteTable[] = [
  tables.accountLinks,
  tables.auditEntries,
  tables.auditHashes,
  tables.breakdownTotals,
  tables.counters,
  tables.credentials,
  tables.importBlocks,
  tables.importChanges,
  tables.imports,
  tables.mentionReceipts,
  tables.people,
  tables.personIdentities,
  tables.personRoles,
  tables.recoveryCodes,
  tables.reminders,
  tables.searchDocuments,
  tables.secondFactors,
  tables.sessions,
  tables.settings,
  tables.settingVintages,
  tables.signInFailures,
];

/** Which tables a strategy's record holds, and which it leaves to the instance: each table is in one of the lists. */
export const recordTablesByName = (): { readonly held: readonly string[]; readonly left: readonly string[] } => ({
  held: Object.values(parts).map(({ table }) => getTableConfig(table).name),
  left: leftOut.map((table) => getTableConfig(table).name),
});

/** The counter of an instance's own memory: it says nothing of the strategy. */
const isKept = (column: string): boolean => column !== 'changed';

const columnsOf = (table: SQLiteTable): [string, SQLiteColumn][] =>
  Object.entries(getTableColumns(table)).filter(([name]) => isKept(name));

/** What came after the first files were written, with what held until then: tables with nothing in them, and columns. */
const laterTables: readonly string[] = ['partOrigins'];
const laterColumns: Readonly<Record<string, RecordRow>> = {
  strategies: { state: 'in_force' },
  indicators: { predecessorId: null },
  reviewSections: { files: [] },
  reviewSectionVintages: { files: [] },
};

const isList = (rows: unknown): rows is readonly object[] =>
  Array.isArray(rows) && rows.every((row) => typeof row === 'object' && row !== null);

/** The contents of a file that an earlier version wrote, with what that version did not know; any other is left as it is. */
export const fillEarlier = (contents: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => ({
  ...Object.fromEntries(laterTables.map((name) => [name, []])),
  ...Object.fromEntries(
    Object.entries(contents).map(([name, rows]) => {
      const later = laterColumns[name];
      return [name, later === undefined || !isList(rows) ? rows : rows.map((row) => ({ ...later, ...row }))];
    }),
  ),
});

/** What stands in the record of a strategy, column by column. */
export const recordTables = (): RecordTable[] =>
  Object.entries(parts).map(([name, { table, json }]) => ({
    name,
    columns: columnsOf(table).map(([column, { dataType, notNull }]) => ({
      name: column,
      type: dataType === 'number' ? 'integer' : 'text',
      nullable: !notNull,
      json: json.includes(column),
    })),
  }));

/** Only what is written back as the same text is opened. */
const opened = (text: unknown): RecordCell => {
  if (typeof text !== 'string') return text as RecordCell;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && JSON.stringify(value) === text ? value : text;
  } catch {
    return text;
  }
};

const closed = (cell: RecordCell): string | number | null =>
  typeof cell === 'object' && cell !== null ? JSON.stringify(cell) : cell;

const primaryKeyOf = (table: SQLiteTable): string[] => {
  const { primaryKeys } = getTableConfig(table);
  const together = primaryKeys.flatMap(({ columns }) => columns.map(({ name }) => name));
  return columnsOf(table).flatMap(([key, { name, primary }]) => (primary || together.includes(name) ? [key] : []));
};

const compareCells = (a: unknown, b: unknown): number => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
};

/** In an order that depends on nothing but the rows. */
const sorted = (table: SQLiteTable, rows: readonly RecordRow[]): RecordRow[] => {
  const keys = primaryKeyOf(table);
  return [...rows].sort((a, b) => keys.reduce((order, key) => order || compareCells(a[key], b[key]), 0));
};

const idsAtOnce = 500;

const rowsOf = async (queries: Queries, { table, by, of }: Part, strategyId: string, found: RecordContents) => {
  const column = getTableColumns(table)[by] as SQLiteColumn;
  if (of === null) return queries.select().from(table).where(eq(column, strategyId));
  const ids = (found[of] ?? []).map(({ id }) => String(id));
  const rows: Record<string, unknown>[] = [];
  for (let start = 0; start < ids.length; start += idsAtOnce) {
    rows.push(
      ...(await queries
        .select()
        .from(table)
        .where(inArray(column, ids.slice(start, start + idsAtOnce)))),
    );
  }
  return rows;
};

const recordRow = ({ table, json }: Part, row: Readonly<Record<string, unknown>>): RecordRow =>
  Object.fromEntries(
    columnsOf(table).map(([name]) => [name, json.includes(name) ? opened(row[name]) : (row[name] as RecordCell)]),
  );

/** Every row of a strategy, table by table; empty tables where there is no such strategy. */
export const readRecord = async (queries: Queries, strategyId: string): Promise<RecordContents> => {
  const contents: Record<string, RecordRow[]> = {};
  for (const [name, each] of Object.entries(parts)) {
    const rows = await rowsOf(queries, each, strategyId, contents);
    contents[name] = sorted(
      each.table,
      rows.map((row) => recordRow(each, row)),
    );
  }
  return contents;
};

/** How many rows the largest table of a strategy's record has: the others are a few thousand together. */
export const countLargest = async (queries: Queries, strategyId: string): Promise<number> => {
  const { breakdowns, breakdownRows, indicators } = tables;
  const [row] = await queries
    .select({ rows: count() })
    .from(breakdownRows)
    .innerJoin(breakdowns, eq(breakdowns.id, breakdownRows.breakdownId))
    .innerJoin(indicators, eq(indicators.id, breakdowns.indicatorId))
    .where(eq(indicators.strategyId, strategyId));
  return row?.rows ?? 0;
};

/** How a person stands in a record: by name, without what lets them sign in or be written to. */
export type RecordPerson = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly section: string | null;
  readonly illustrative: number;
  readonly createdAt: string;
};

export const listRecordPeople = (queries: Queries): Promise<RecordPerson[]> => {
  const { id, name, title, section, illustrative, createdAt } = tables.people;
  return queries.select({ id, name, title, section, illustrative, createdAt }).from(tables.people);
};

/** Adds people who cannot sign in: an administrator gives them an account. */
export const addRecordPeople = (queries: Queries, people: readonly RecordPerson[]): Promise<void> =>
  insertRows(
    queries,
    tables.people,
    people.map((person) => ({ ...person, email: null, persona: null, position: 0, active: 0, version: 1 })),
  );

type BreakdownCells = BreakdownRow & { readonly breakdownId: string };

const allTotals = (rows: readonly BreakdownCells[]) => {
  const byId = new Map<string, BreakdownCells[]>();
  for (const row of rows) {
    const known = byId.get(row.breakdownId);
    if (known === undefined) byId.set(row.breakdownId, [row]);
    else known.push(row);
  }
  return [...byId].flatMap(([breakdownId, own]) => totalsOf(own).map((total) => ({ ...total, breakdownId })));
};

/** Writes every row of a strategy that is not there yet, and what follows from them. The database refuses what does not fit. */
export const writeRecord = async (queries: Queries, contents: RecordContents): Promise<void> => {
  for (const [name, { table }] of Object.entries(parts)) {
    const rows = (contents[name] ?? []).map((row) =>
      Object.fromEntries(Object.entries(row).map(([column, cell]) => [column, closed(cell)])),
    );
    await insertRows(queries, table, rows);
  }
  const rows = (contents.breakdownRows ?? []) as unknown as readonly BreakdownCells[];
  await insertRows(queries, tables.breakdownTotals, allTotals(rows));
};
