import type { Instant, Year } from '@fbs/core';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { comments, mentionReceipts } from '../schema/collaboration.ts';
import { people } from '../schema/people.ts';

/** Notes whom a comment has to reach. */
export const addReceipts = async (queries: Queries, commentId: string, receivers: readonly string[]): Promise<void> => {
  if (receivers.length === 0) return;
  await queries.insert(mentionReceipts).values(receivers.map((receiverId) => ({ commentId, receiverId })));
};

export const markMailed = async (
  queries: Queries,
  commentId: string,
  receivers: readonly string[],
  at: Instant,
): Promise<void> => {
  await queries
    .update(mentionReceipts)
    .set({ mailedAt: at })
    .where(and(eq(mentionReceipts.commentId, commentId), inArray(mentionReceipts.receiverId, [...receivers])));
};

export type UnseenMention = {
  readonly indicatorId: string;
  readonly year: Year;
  /** The name of whoever wrote it. */
  readonly author: string;
  readonly text: string;
  readonly at: Instant;
};

/** The open comments that mention a person who has not seen them yet, oldest first. What is resolved waits for nobody. */
export const listUnseen = (queries: Queries, strategyId: string, receiverId: string): Promise<UnseenMention[]> =>
  queries
    .select({
      indicatorId: comments.indicatorId,
      year: comments.year,
      author: people.name,
      text: comments.text,
      at: comments.at,
    })
    .from(mentionReceipts)
    .innerJoin(comments, eq(comments.id, mentionReceipts.commentId))
    .innerJoin(people, eq(people.id, comments.personId))
    .where(
      and(
        eq(mentionReceipts.receiverId, receiverId),
        isNull(mentionReceipts.seenAt),
        eq(comments.strategyId, strategyId),
        isNull(comments.resolvedAt),
      ),
    )
    .orderBy(asc(comments.at));

type Place = { readonly indicatorId: string; readonly year: Year; readonly receiverId: string };

/** Marks every mention of a person in the discussion of an indicator-year as seen. @returns how many were not seen before */
export const markSeen = async (
  queries: Queries,
  { indicatorId, year, receiverId }: Place,
  at: Instant,
): Promise<number> => {
  const here = queries
    .select({ id: comments.id })
    .from(comments)
    .where(and(eq(comments.indicatorId, indicatorId), eq(comments.year, year)));
  const seen = await queries
    .update(mentionReceipts)
    .set({ seenAt: at })
    .where(
      and(
        eq(mentionReceipts.receiverId, receiverId),
        isNull(mentionReceipts.seenAt),
        inArray(mentionReceipts.commentId, here),
      ),
    )
    .returning({ id: mentionReceipts.commentId });
  return seen.length;
};
