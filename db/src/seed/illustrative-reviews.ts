import type { Instant } from '@fbs/core';
import type { Queries } from '../database.ts';
import { reviewSections, reviewSectionVintages, reviews, reviewVintages } from '../schema/reviews.ts';
import { insertRows } from './insert-rows.ts';
import { idOf, strategyId } from './places.ts';
import { type ReviewStep, type ReviewText, readReviewSteps, readReviewTexts } from './review-files.ts';
import { sectionHistoriesOf } from './section-history.ts';

type Vintage = typeof reviewVintages.$inferInsert & { readonly sentBy: string | null };

/** In working hours of Washington. */
const timeOf: Readonly<Record<string, string>> = {
  opened: '13:00',
  written: '14:00',
  sent_to_clearance: '16:00',
  returned: '17:00',
  signed_off: '18:00',
};

const timeOfStep = ({ on, action }: ReviewStep): Instant => `${on}T${timeOf[action]}:00.000Z`;

const changeOf = (text: ReviewText, step: ReviewStep, isLastWriting: boolean): Partial<Vintage> => {
  switch (step.action) {
    case 'written': {
      const summary = isLastWriting ? text.summary : (text.firstSummary ?? text.summary);
      return { summary, jspStatement: text.jspStatement ?? null };
    }
    case 'sent_to_clearance':
      return { state: 'in_clearance', sentBy: step.by };
    case 'returned':
      return { state: 'open', sentBy: null };
    case 'signed_off':
      return { state: 'final' };
    default:
      return { state: 'open' };
  }
};

const historyOf = (text: ReviewText, steps: readonly ReviewStep[]): Vintage[] => {
  const reviewId = idOf('review', text.year);
  const lastWriting = steps.findLast(({ action }) => action === 'written');
  const history: Vintage[] = [];
  for (const step of steps) {
    const vintage = history.length + 1;
    const before = history.at(-1) ?? { state: 'open', number: 1, summary: null, jspStatement: null, sentBy: null };
    history.push({
      ...before,
      id: `${reviewId}/vintage/${vintage}`,
      reviewId,
      vintage,
      action: step.action,
      reason: step.note === '' ? null : step.note,
      illustrative: 1,
      personId: step.by,
      at: timeOfStep(step),
      ...changeOf(text, step, step === lastWriting),
    });
  }
  return history;
};

const currentRowOf = (year: number, history: readonly Vintage[]): (typeof reviews.$inferInsert)[] => {
  const last = history.at(-1);
  if (last === undefined) return [];
  const { reviewId: id, vintage: version, action: _action, reason: _reason, ...record } = last;
  return [{ ...record, id, strategyId, year, version }];
};

/** Reviews as the office might have written them: four signed, the last one open; every step with its day. */
export const seedIllustrativeReviews = async (queries: Queries): Promise<number> => {
  const steps = readReviewSteps();
  for (const text of readReviewTexts()) {
    const ofYear = steps.filter(({ year }) => year === text.year);
    const history = historyOf(
      text,
      ofYear.filter(({ objective }) => objective === ''),
    );
    const [opened] = history;
    if (opened === undefined) throw new Error(`review-steps.csv does not open the review of ${text.year}`);
    await insertRows(queries, reviews, currentRowOf(text.year, history));
    await insertRows(
      queries,
      reviewVintages,
      history.map(({ sentBy: _sentBy, ...vintage }) => vintage),
    );
    const sections = sectionHistoriesOf(text, opened, ofYear);
    await insertRows(
      queries,
      reviewSections,
      sections.map(({ current }) => current),
    );
    await insertRows(
      queries,
      reviewSectionVintages,
      sections.flatMap(({ history: vintages }) => vintages),
    );
  }
  return steps.length;
};
