import type { Year } from '@fbs/core';
import { and, asc, desc, eq } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { importChanges, imports } from '../schema/imports.ts';
import { people } from '../schema/people.ts';

export type ImportState = 'tried' | 'committed' | 'undone';

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
  row: Omit<Stored, 'state' | 'version' | 'committedAt' | 'undoneBy' | 'undoneAt'>,
): Promise<void> => {
  await queries
    .insert(imports)
    .values({ ...row, state: 'tried', version: 1, committedAt: null, undoneBy: null, undoneAt: null });
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
