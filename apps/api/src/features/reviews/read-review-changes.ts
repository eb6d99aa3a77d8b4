import type { ReviewChanges, ReviewDocument } from '@fbs/contract';
import type { Instant, Year } from '@fbs/core';
import { reviewChanges } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { momentOf } from '../../results/moment.ts';
import { buildReviewDocument } from './build-review-document.ts';
import { signedSnapshot } from './review-snapshot.ts';
import { loadReview, type ReviewWork } from './review-work.ts';

type Input = {
  readonly strategy: string;
  readonly year: Year;
  readonly from: number;
  readonly to?: number | undefined;
};

type Compared = { readonly document: ReviewDocument; readonly sha256: string | null };

const signed = async (work: ReviewWork, number: number): Promise<Compared> => {
  const { text, sha256 } = await signedSnapshot(work, number);
  return { document: JSON.parse(text) as ReviewDocument, sha256 };
};

const draftOf = async (work: ReviewWork, now: Instant): Promise<Compared> => ({
  document: await buildReviewDocument(work, null, now),
  sha256: null,
});

const versionOf = ({ number, signOff, asOf }: ReviewDocument): ReviewChanges['from'] => ({
  number,
  signedBy: signOff?.person ?? null,
  at: signOff?.at ?? asOf,
});

/** Two versions of a review, line by line. @throws DomainError not_found where a version was never signed */
export const readReviewChanges = (context: Context, input: Input): Promise<ReviewChanges> => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) => {
    const work = await loadReview(queries, input.strategy, input.year, momentOf(undefined, context.clock()));
    const older = await signed(work, input.from);
    const newer = input.to === undefined ? await draftOf(work, context.clock()) : await signed(work, input.to);
    const [from, to] = [older.document, newer.document];
    const parts = reviewChanges(from, to, { older: older.sha256, newer: newer.sha256 });
    const count = (kind: 'added' | 'removed') =>
      parts.reduce((sum, { lines }) => sum + lines.filter((line) => line.kind === kind).length, 0);
    return { from: versionOf(from), to: versionOf(to), added: count('added'), removed: count('removed'), parts };
  });
};
