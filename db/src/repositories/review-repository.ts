import type { Instant, ReviewState, Year } from '@fbs/core';
import { and, asc, desc, eq, lte, max } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { people } from '../schema/people.ts';
import { reviews, reviewVintages, snapshots } from '../schema/reviews.ts';

export type ReviewRow = {
  readonly id: string;
  readonly strategyId: string;
  readonly year: Year;
  readonly version: number;
  readonly state: ReviewState;
  /** Version of the review: 1, and one more with each reopening. */
  readonly number: number;
  readonly summary: string | null;
  readonly jspStatement: string | null;
  readonly sentBy: string | null;
  readonly illustrative: boolean;
  readonly personId: string;
  readonly at: Instant;
};

export type ReviewEventRow = {
  readonly action: string;
  readonly state: ReviewState;
  readonly reason: string | null;
  readonly person: string;
  readonly at: Instant;
  readonly illustrative: boolean;
};

const rowOf = (row: typeof reviews.$inferSelect): ReviewRow => ({
  ...row,
  state: row.state as ReviewState,
  illustrative: row.illustrative === 1,
});

const latestAt = (queries: Queries, until: Instant) =>
  queries
    .select({ reviewId: reviewVintages.reviewId, vintage: max(reviewVintages.vintage).as('latest') })
    .from(reviewVintages)
    .where(lte(reviewVintages.at, until))
    .groupBy(reviewVintages.reviewId)
    .as('latest_at');

/** The reviews of a strategy as they stood at `until` (null: now), by year; a year without one is not started. */
export const listReviews = async (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
): Promise<ReviewRow[]> => {
  if (until === null) {
    const rows = await queries
      .select()
      .from(reviews)
      .where(eq(reviews.strategyId, strategyId))
      .orderBy(asc(reviews.year));
    return rows.map(rowOf);
  }
  const latest = latestAt(queries, until);
  const rows = await queries
    .select({ review: reviews, vintage: reviewVintages })
    .from(reviews)
    .innerJoin(latest, eq(latest.reviewId, reviews.id))
    .innerJoin(reviewVintages, and(eq(reviewVintages.reviewId, reviews.id), eq(reviewVintages.vintage, latest.vintage)))
    .where(eq(reviews.strategyId, strategyId))
    .orderBy(asc(reviews.year));
  return rows.map(({ review, vintage }) => {
    const { id: _id, reviewId: _reviewId, vintage: version, action: _action, reason: _reason, ...record } = vintage;
    return rowOf({ ...review, ...record, version });
  });
};

export type NewReviewVintage = Omit<ReviewRow, 'version'> & { readonly action: string; readonly reason: string | null };

/** Adds a version of a review's own row and puts it in force. `version` is the one that the caller saw; 0: not started. */
export const saveReviewVintage = async (
  queries: Queries,
  version: number,
  { action, reason, ...row }: NewReviewVintage,
): Promise<void> => {
  const record = { ...row, illustrative: row.illustrative ? 1 : 0 };
  const next = version + 1;
  if (version === 0) await queries.insert(reviews).values({ ...record, version: next });
  else
    await queries
      .update(reviews)
      .set({ ...record, version: next })
      .where(eq(reviews.id, row.id));
  const { id: reviewId, strategyId: _strategyId, year: _year, sentBy: _sentBy, ...kept } = record;
  await queries
    .insert(reviewVintages)
    .values({ id: `${reviewId}/vintage/${next}`, reviewId, vintage: next, action, reason, ...kept });
};

/** What happened to a review until `until`, oldest first. */
export const listReviewEvents = async (
  queries: Queries,
  reviewId: string,
  until: Instant | null,
): Promise<ReviewEventRow[]> => {
  const rows = await queries
    .select({ vintage: reviewVintages, person: people.name })
    .from(reviewVintages)
    .innerJoin(people, eq(people.id, reviewVintages.personId))
    .where(and(eq(reviewVintages.reviewId, reviewId), until === null ? undefined : lte(reviewVintages.at, until)))
    .orderBy(asc(reviewVintages.vintage));
  return rows.map(({ vintage, person }) => ({
    action: vintage.action,
    state: vintage.state as ReviewState,
    reason: vintage.reason,
    person,
    at: vintage.at,
    illustrative: vintage.illustrative === 1,
  }));
};

export type SnapshotRow = {
  readonly number: number;
  readonly document: string;
  readonly sha256: string;
  readonly signedBy: string;
  readonly illustrative: boolean;
  readonly at: Instant;
};

/** The signed versions that were there at `until`, newest first; without their documents, which are large. */
export const listSnapshots = async (
  queries: Queries,
  reviewId: string,
  until: Instant | null,
): Promise<Omit<SnapshotRow, 'document'>[]> => {
  const rows = await queries
    .select({
      number: snapshots.number,
      sha256: snapshots.sha256,
      signedBy: people.name,
      illustrative: snapshots.illustrative,
      at: snapshots.at,
    })
    .from(snapshots)
    .innerJoin(people, eq(people.id, snapshots.signedBy))
    .where(and(eq(snapshots.reviewId, reviewId), until === null ? undefined : lte(snapshots.at, until)))
    .orderBy(desc(snapshots.number));
  return rows.map((row) => ({ ...row, illustrative: row.illustrative === 1 }));
};

export const findSnapshot = async (
  queries: Queries,
  reviewId: string,
  number: number,
): Promise<{ readonly document: string; readonly sha256: string } | undefined> => {
  const [row] = await queries
    .select({ document: snapshots.document, sha256: snapshots.sha256 })
    .from(snapshots)
    .where(and(eq(snapshots.reviewId, reviewId), eq(snapshots.number, number)));
  return row;
};

/** `signedBy` is a person's id here. The database refuses to change or delete it afterwards. */
export const addSnapshot = async (queries: Queries, reviewId: string, snapshot: SnapshotRow): Promise<void> => {
  await queries.insert(snapshots).values({
    id: `${reviewId}/snapshot/${snapshot.number}`,
    reviewId,
    ...snapshot,
    illustrative: snapshot.illustrative ? 1 : 0,
  });
};
