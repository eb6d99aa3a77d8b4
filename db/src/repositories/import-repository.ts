import type { Year } from '@fbs/core';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { importBlocks, importChanges, imports } from '../schema/imports.ts';
import { people } from '../schema/people.ts';

/** cancelled: a person stopped it before it was written. refused: the file as a whole could not be read. */
export type ImportState = 'tried' | 'committed' | 'undone' | 'cancelled' | 'refused';

type Stored = typeof imports.$inferSelect;

/** An import; counts and findings are JSON that only its feature reads. */
export type ImportRow = Omit<Stored, 'state'> & { readonly state: ImportState; readonly person: string };

const columns = { row: imports, person: people.name } as const;

const rowOf = ({ row, person }: { row: Stored; person: string }): ImportRow => ({
  ...row,
  state: row.state as ImportState,
  person,
});

/** The imports of a strategy, newest first. */
export const listImports = async (queries: Queries, strategyId: string, most: number): Promise<ImportRow[]> => {
  const rows = await queries
    .select(columns)
    .from(imports)
    .innerJoin(people, eq(people.id, imports.personId))
    .where(eq(imports.strategyId, strategyId))
    .orderBy(desc(imports.at), desc(imports.id))
    .limit(most);
  return rows.map(rowOf);
};

export const findImport = async (queries: Queries, strategyId: string, id: string): Promise<ImportRow | undefined> => {
  const [row] = await queries
    .select(columns)
    .from(imports)
    .innerJoin(people, eq(people.id, imports.personId))
    .where(and(eq(imports.strategyId, strategyId), eq(imports.id, id)));
  return row && rowOf(row);
};

export const addImport = async (
  queries: Queries,
  row: Omit<ImportRow, 'person' | 'version' | 'committedAt' | 'undoneBy' | 'undoneAt'>,
): Promise<void> => {
  await queries.insert(imports).values({ ...row, version: 1, committedAt: null, undoneBy: null, undoneAt: null });
};

/** A few hundred rows of a file, in their order; counts and rows are JSON that only their feature reads. */
export type ImportBlock = { readonly number: number; readonly counts: string; readonly rows: string };

/** Adds the blocks of an import that has none of them yet. */
export const addImportBlocks = async (
  queries: Queries,
  importId: string,
  blocks: readonly ImportBlock[],
): Promise<void> => {
  await queries.insert(importBlocks).values(blocks.map((block) => ({ importId, ...block })));
};

/** Puts another block in the place of one. */
export const changeImportBlock = async (queries: Queries, importId: string, block: ImportBlock): Promise<void> => {
  const { number, counts, rows } = block;
  await queries
    .update(importBlocks)
    .set({ counts, rows })
    .where(and(eq(importBlocks.importId, importId), eq(importBlocks.number, number)));
};

/** What each block of an import holds, without its rows. */
export const listImportBlocks = (queries: Queries, importId: string): Promise<Omit<ImportBlock, 'rows'>[]> =>
  queries
    .select({ number: importBlocks.number, counts: importBlocks.counts })
    .from(importBlocks)
    .where(eq(importBlocks.importId, importId))
    .orderBy(asc(importBlocks.number));

export const findImportBlock = async (
  queries: Queries,
  importId: string,
  number: number,
): Promise<ImportBlock | undefined> => {
  const [row] = await queries
    .select({ number: importBlocks.number, counts: importBlocks.counts, rows: importBlocks.rows })
    .from(importBlocks)
    .where(and(eq(importBlocks.importId, importId), eq(importBlocks.number, number)));
  return row;
};

export const moveImport = async (
  queries: Queries,
  before: ImportRow,
  change: Partial<Pick<ImportRow, 'state' | 'counts' | 'findings' | 'committedAt' | 'undoneBy' | 'undoneAt'>>,
): Promise<void> => {
  await queries
    .update(imports)
    .set({ ...change, version: before.version + 1 })
    .where(eq(imports.id, before.id));
};

export type ImportChange = {
  readonly kind: 'value' | 'target';
  readonly indicatorId: string;
  readonly year: Year;
  readonly versionBefore: number;
  readonly versionAfter: number;
};

export const addImportChange = async (queries: Queries, importId: string, change: ImportChange): Promise<void> => {
  const id = `${importId}/${change.kind}/${change.indicatorId}/${change.year}`;
  await queries.insert(importChanges).values({ id, importId, ...change });
};

export const listImportChanges = async (queries: Queries, importId: string): Promise<ImportChange[]> => {
  const rows = await queries
    .select()
    .from(importChanges)
    .where(eq(importChanges.importId, importId))
    .orderBy(asc(importChanges.indicatorId), asc(importChanges.year), asc(importChanges.kind));
  return rows.map((row) => ({ ...row, kind: row.kind as ImportChange['kind'] }));
};
