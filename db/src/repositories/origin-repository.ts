import { eq, inArray } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { partOrigins } from '../schema/plan.ts';

export type OriginKind = 'strategy' | 'goal' | 'objective' | 'indicator';
export type OriginRow = Omit<typeof partOrigins.$inferSelect, 'kind'> & { readonly kind: OriginKind };

/** What the parts of a strategy are called in the files that they came from. */
export const listOrigins = async (queries: Queries, strategyId: string): Promise<OriginRow[]> => {
  const rows = await queries.select().from(partOrigins).where(eq(partOrigins.strategyId, strategyId));
  return rows.map((row) => ({ ...row, kind: row.kind as OriginKind }));
};

const idsAtOnce = 500;

/** Makes the origins of a strategy what they are here. */
export const writeOrigins = async (
  queries: Queries,
  strategyId: string,
  rows: readonly Omit<OriginRow, 'strategyId'>[],
): Promise<void> => {
  const ids = new Set(rows.map(({ id }) => id));
  const gone = (await listOrigins(queries, strategyId)).map(({ id }) => id).filter((id) => !ids.has(id));
  for (let start = 0; start < gone.length; start += idsAtOnce) {
    await queries.delete(partOrigins).where(inArray(partOrigins.id, gone.slice(start, start + idsAtOnce)));
  }
  for (const row of rows) {
    const { kind, identifier, kept } = row;
    await queries
      .insert(partOrigins)
      .values({ ...row, strategyId })
      .onConflictDoUpdate({ target: partOrigins.id, set: { kind, identifier, kept } });
  }
};
