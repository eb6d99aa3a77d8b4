import type { ReviewDocument } from '@fbs/contract';
import type { Year } from '@fbs/core';
import { reviewRepository } from '@fbs/db';
import { exportName } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { momentOf } from '../../results/moment.ts';
import { trace } from '../../trace.ts';
import { buildReviewDocument } from './build-review-document.ts';
import { loadReview, type ReviewWork } from './review-work.ts';

type Input = { readonly strategy: string; readonly year: Year; readonly version?: number | undefined };

export type Paper = { readonly bytes: Uint8Array; readonly name: string };

const signedDocument = async ({ queries, review, year }: ReviewWork, number: number) => {
  const snapshot = review && (await reviewRepository.findSnapshot(queries, review.id, number));
  const { document, sha256 } = required(snapshot, `The review of FY ${year} has no signed version ${number}.`);
  return { document: JSON.parse(document) as ReviewDocument, sha256 };
};

/** The signed version asked for, else the one in force, else the draft as it stands now. */
const documentFor = (context: Context, input: Input) =>
  context.database.read(async (queries) => {
    const work = await loadReview(queries, input.strategy, input.year, momentOf(undefined, context.clock()));
    if (input.version !== undefined) return signedDocument(work, input.version);
    if (work.review?.state === 'final') return signedDocument(work, work.review.number);
    return { document: await buildReviewDocument(work, null, context.clock()), sha256: null };
  });

/** The review as a Word file, made off the request loop; leaves a trace of who took it. */
export const exportReview = async (context: Context, input: Input): Promise<Paper> => {
  allow(context.actor, 'export');
  const { document, sha256 } = await documentFor(context, input);
  const bytes = await context.exports.docx(document, { sha256, product: `FBS Performance ${context.version}` });
  const name = exportName(document, 'docx');
  await context.database.write((queries) =>
    trace(queries, context, context.clock(), {
      action: 'exported a review',
      kind: 'review',
      id: `${input.strategy}/review/${input.year}`,
      strategy: input.strategy,
      before: null,
      after: { name, sha256 },
    }),
  );
  return { bytes, name };
};
