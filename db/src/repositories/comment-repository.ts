import type { Instant, Year } from '@fbs/core';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { comments } from '../schema/collaboration.ts';

export type CommentRow = {
  readonly id: string;
  readonly strategyId: string;
  readonly indicatorId: string;
  readonly year: Year;
  readonly text: string;
  /** Ids of people. */
  readonly mentions: readonly string[];
  readonly personId: string;
  readonly at: Instant;
  readonly resolvedBy: string | null;
  readonly resolvedAt: Instant | null;
  readonly version: number;
};

/** What was said about an indicator-year up to `until` (null: now), oldest first. */
export const listComments = async (
  queries: Queries,
  indicatorId: string,
  year: Year,
  until: Instant | null,
): Promise<CommentRow[]> => {
  const known = until === null ? undefined : lte(comments.at, until);
  const rows = await queries
    .select()
    .from(comments)
    .where(and(eq(comments.indicatorId, indicatorId), eq(comments.year, year), known))
    .orderBy(asc(comments.at), asc(comments.id));
  return rows.map((row) => {
    const isResolved = row.resolvedAt !== null && (until === null || row.resolvedAt <= until);
    const mentions = JSON.parse(row.mentions) as string[];
    return isResolved ? { ...row, mentions } : { ...row, mentions, resolvedBy: null, resolvedAt: null };
  });
};

export const addComment = async (queries: Queries, row: CommentRow): Promise<void> => {
  await queries.insert(comments).values({ ...row, mentions: JSON.stringify(row.mentions) });
};

/** Resolves a comment, or opens it again (null). */
export const setResolved = async (
  queries: Queries,
  { id, version }: Pick<CommentRow, 'id' | 'version'>,
  resolved: { readonly by: string; readonly at: Instant } | null,
): Promise<void> => {
  await queries
    .update(comments)
    .set({ resolvedBy: resolved?.by ?? null, resolvedAt: resolved?.at ?? null, version: version + 1 })
    .where(eq(comments.id, id));
};
