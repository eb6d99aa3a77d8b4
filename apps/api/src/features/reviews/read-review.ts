import type { Answer, listReviews as listContract, Review, ReviewSection } from '@fbs/contract';
import type { Day, Year } from '@fbs/core';
import { reviewSectionRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { yearsOf } from '../../results/lines.ts';
import { loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { presentReview, presentSection } from './present-review.ts';
import { signedSnapshot } from './review-snapshot.ts';
import { loadReview, type Objective, type ReviewWork } from './review-work.ts';

type Input = { readonly strategy: string; readonly asOf?: Day | undefined };

export const objectiveOf = ({ facts }: ReviewWork, code: string): Objective =>
  required(
    facts.objectives.find((each) => each.code === code),
    `There is no objective ${code} in this strategy.`,
  );

export const listReviews = (context: Context, input: Input): Promise<Answer<typeof listContract>> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const facts = await loadFacts(queries, input.strategy, moment);
    const ids = [...facts.reviews.values()].map((review) => review.id);
    const sections = await reviewSectionRepository.listSections(queries, ids, moment.until);
    return {
      reviews: yearsOf(facts).map((year) => {
        const review = facts.reviews.get(year);
        return {
          year,
          state: review?.state ?? ('not_started' as const),
          number: review?.number ?? 1,
          cleared: sections.filter((row) => row.reviewId === review?.id && row.state === 'cleared').length,
          sections: facts.objectives.length,
        };
      }),
    };
  });
};

export const readReview = (context: Context, input: Input & { readonly year: Year }): Promise<Review> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) =>
    presentReview(await loadReview(queries, input.strategy, input.year, moment), context),
  );
};

type SectionInput = Input & { readonly year: Year; readonly objective: string };

export const readReviewSection = (context: Context, input: SectionInput): Promise<ReviewSection> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const work = await loadReview(queries, input.strategy, input.year, moment);
    return presentSection(work, objectiveOf(work, input.objective), context);
  });
};

type VersionInput = { readonly strategy: string; readonly year: Year; readonly number: number };

/** The exact text that was frozen, and its checksum. */
export const readReviewVersion = (context: Context, input: VersionInput) => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) => {
    const work = await loadReview(queries, input.strategy, input.year, momentOf(undefined, context.clock()));
    return signedSnapshot(work, input.number);
  });
};
