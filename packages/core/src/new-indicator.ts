import type { Day } from './vocabulary.ts';

/**
 * Whether a period was over before its indicator was there. Nothing is due for it then, and nothing is missing; a
 * figure that is recorded for it all the same (published history) counts like any other.
 * @param addedOn null: the indicator is part of the first plan, which holds for every year of the strategy
 */
export const isBeforeIndicator = (addedOn: Day | null, periodEnd: Day): boolean =>
  addedOn !== null && periodEnd < addedOn;
