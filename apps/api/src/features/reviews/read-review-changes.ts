import type { ReviewChanges, ReviewDocument } from '@fbs/contract';
import type { Year } from '@fbs/core';
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

const signedDocument = async (work: ReviewWork, number: number): Promise<ReviewDocument> =>
  JSON.parse((await signedSnapshot(work, number)).text) as ReviewDocument;

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
    const from = await signedDocument(work, input.from);
    const to =
      input.to === undefined
        ? await buildReviewDocument(work, null, context.clock())
        : await signedDocument(work, input.to);
    const parts = reviewChanges(from, to);
    const count = (kind: 'added' | 'removed') =>
      parts.reduce((sum, { lines }) => sum + lines.filter((line) => line.kind === kind).length, 0);
    return { from: versionOf(from), to: versionOf(to), added: count('added'), removed: count('removed'), parts };
  });
};
