import type { Instant, Year } from '@fbs/core';
import { and, asc, eq, gt, isNull, lte, or } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { evidence } from '../schema/collaboration.ts';
import { people } from '../schema/people.ts';

type Placed = {
  readonly id: string;
  readonly strategyId: string;
  readonly indicatorId: string;
  readonly year: Year;
  readonly title: string;
  readonly personId: string;
  readonly at: Instant;
};

export type NewEvidence = Placed &
  (
    | { readonly kind: 'link'; readonly url: string }
    | {
        readonly kind: 'file';
        readonly fileName: string;
        readonly mediaType: string;
        readonly size: number;
        readonly sha256: string;
      }
  );

const columns = {
  id: evidence.id,
  kind: evidence.kind,
  title: evidence.title,
  url: evidence.url,
  fileName: evidence.fileName,
  mediaType: evidence.mediaType,
  size: evidence.size,
  sha256: evidence.sha256,
  person: people.name,
  at: evidence.at,
} as const;

/** The evidence of an indicator-year as it stood at `until` (null: now), oldest first. */
export const listEvidence = (queries: Queries, indicatorId: string, year: Year, until: Instant | null) =>
  queries
    .select(columns)
    .from(evidence)
    .innerJoin(people, eq(people.id, evidence.personId))
    .where(
      and(
        eq(evidence.indicatorId, indicatorId),
        eq(evidence.year, year),
        until === null ? undefined : lte(evidence.at, until),
        until === null ? isNull(evidence.removedAt) : or(isNull(evidence.removedAt), gt(evidence.removedAt, until)),
      ),
    )
    .orderBy(asc(evidence.at), asc(evidence.id));
export type EvidenceRow = Awaited<ReturnType<typeof listEvidence>>[number];

export const addEvidence = async (queries: Queries, piece: NewEvidence): Promise<void> => {
  await queries.insert(evidence).values(piece);
};

/** The row stays, and so does its file. */
export const markRemoved = async (queries: Queries, id: string, personId: string, at: Instant): Promise<void> => {
  await queries.update(evidence).set({ removedBy: personId, removedAt: at }).where(eq(evidence.id, id));
};
