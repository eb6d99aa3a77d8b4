import { countIn, type ResultItem } from './result-list.ts';
import type { RollUp } from './types.ts';

/** Counts for an objective, a goal or the strategy: performance indicators only, and never an average. */
export const rollUp = (items: readonly ResultItem[]): RollUp => ({
  indicators: countIn('indicators', items),
  above: countIn('above_target', items),
  on: countIn('on_target', items),
  improved: countIn('improved_target_not_met', items),
  below: countIn('below_target', items),
  notRated: countIn('not_rated', items),
  met: countIn('met', items),
  rated: countIn('rated', items),
  reported: countIn('reported', items),
  due: countIn('due', items),
  explanationsMissing: countIn('explanations_missing', items),
});

/** "met 7 of 9 rated" */
export const metSentence = ({ met, rated }: RollUp): string =>
  rated === 0 ? 'nothing is rated yet' : `met ${met} of ${rated} rated`;

/** "reported 9 of 12 due" */
export const reportedSentence = ({ reported, due }: RollUp): string =>
  due === 0 ? 'nothing is due yet' : `reported ${reported} of ${due} due`;
