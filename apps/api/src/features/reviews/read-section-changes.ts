import type { ReviewDocument, SectionChanges } from '@fbs/contract';
import type { Year } from '@fbs/core';
import { reviewSectionRepository } from '@fbs/db';
import { reviewChanges } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { type Moment, momentAt, momentOf } from '../../results/moment.ts';
import { buildReviewDocument } from './build-review-document.ts';
import { objectiveOf } from './read-review.ts';
import { loadReview, sectionOf } from './review-work.ts';

type Input = { readonly strategy: string; readonly year: Year; readonly objective: string };

/** One objective of the document, without the tables that all objectives share. */
const only = (document: ReviewDocument, code: string): ReviewDocument => ({
  ...document,
  goals: document.goals
    .map((goal) => ({ ...goal, objectives: goal.objectives.filter((objective) => objective.code === code) }))
    .filter(({ objectives }) => objectives.length > 0),
});

const heading = (code: string): RegExp => new RegExp(`(^|, )Objective ${code.replaceAll('.', '\\.')}:`);

/** What changed in a section since it was last submitted: its texts, and the figures that they speak of. */
export const readSectionChanges = (context: Context, input: Input): Promise<SectionChanges> => {
  allow(context.actor, 'read');
  const { strategy, year, objective: code } = input;
  return context.database.read(async (queries) => {
    const documentAt = async (moment: Moment, at: string): Promise<ReviewDocument> =>
      only(await buildReviewDocument(await loadReview(queries, strategy, year, moment), null, at), code);
    const now = context.clock();
    const work = await loadReview(queries, strategy, year, momentOf(undefined, now));
    const { id } = sectionOf(work, objectiveOf(work, code));
    const since = id === null ? null : await reviewSectionRepository.lastSubmission(queries, id);
    if (since === null) return { since, parts: [] };
    const before = await documentAt(momentAt(since), since);
    const after = only(await buildReviewDocument(work, null, now), code);
    return { since, parts: reviewChanges(before, after).filter((part) => heading(code).test(part.heading)) };
  });
};
