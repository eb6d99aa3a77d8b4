import type { Instant, Year } from '@fbs/core';
import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { commentMoves, comments } from '../schema/collaboration.ts';

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
  const told = rows.map((row) => ({ ...row, mentions: JSON.parse(row.mentions) as string[] }));
  if (until === null) return told;
  const moves = await lastMoves(queries, told, until);
  return told.map((row) => ({ ...row, ...(moves.get(row.id) ?? notResolved) }));
};

type Resolved = Pick<CommentRow, 'resolvedBy' | 'resolvedAt'>;

const notResolved: Resolved = { resolvedBy: null, resolvedAt: null };

/** How the last move up to `until` left each comment; a comment that was never moved is not in it. */
const lastMoves = async (
  queries: Queries,
  rows: readonly Pick<CommentRow, 'id'>[],
  until: Instant,
): Promise<ReadonlyMap<string, Resolved>> => {
  const ids = rows.map(({ id }) => id);
  const moves = await queries
    .select()
    .from(commentMoves)
    .where(and(inArray(commentMoves.commentId, ids), lte(commentMoves.at, until)))
    .orderBy(asc(commentMoves.number));
  return new Map(
    moves.map(({ commentId, movedTo, personId, at }) => [
      commentId,
      movedTo === 'resolved' ? { resolvedBy: personId, resolvedAt: at } : notResolved,
    ]),
  );
};

export const addComment = async (queries: Queries, row: CommentRow): Promise<void> => {
  await queries.insert(comments).values({ ...row, mentions: JSON.stringify(row.mentions) });
};

export type CommentMove = {
  readonly to: 'resolved' | 'open';
  readonly personId: string;
  readonly at: Instant;
};

/** Resolves a comment or opens it again; every move stays. @returns the comment as it stands after */
export const moveComment = async (
  queries: Queries,
  row: CommentRow,
  { to, personId, at }: CommentMove,
): Promise<CommentRow> => {
  const resolved = to === 'resolved' ? { resolvedBy: personId, resolvedAt: at } : notResolved;
  const version = row.version + 1;
  await queries.insert(commentMoves).values({ commentId: row.id, number: version, movedTo: to, personId, at });
  await queries
    .update(comments)
    .set({ ...resolved, version })
    .where(eq(comments.id, row.id));
  return { ...row, ...resolved, version };
};
