import { isReported } from './entry-state.ts';
import type { RollUp } from './types.ts';
import type { EntryState, IndicatorRole, Rating } from './vocabulary.ts';

export type RollUpItem = {
  readonly role: IndicatorRole;
  readonly state: EntryState;
  readonly due: boolean;
  readonly rating: Rating;
  readonly explanationMissing: boolean;
};

/** Counts for an objective, a goal or the strategy: performance indicators only, and never an average. */
export const rollUp = (items: readonly RollUpItem[]): RollUp => {
  const counted = items.filter((item) => item.role === 'performance');
  const count = (test: (item: RollUpItem) => boolean): number => counted.filter(test).length;
  const above = count((item) => item.rating === 'above_target');
  const on = count((item) => item.rating === 'on_target');
  const improved = count((item) => item.rating === 'improved_target_not_met');
  const below = count((item) => item.rating === 'below_target');
  const rated = above + on + improved + below;
  return {
    indicators: counted.length,
    above,
    on,
    improved,
    below,
    notRated: counted.length - rated,
    met: above + on,
    rated,
    reported: count((item) => isReported(item.state)),
    due: count((item) => item.state !== 'not_applicable' && (item.due || isReported(item.state))),
    explanationsMissing: count((item) => item.explanationMissing),
  };
};

/** "met 7 of 9 rated" */
export const metSentence = ({ met, rated }: RollUp): string =>
  rated === 0 ? 'nothing is rated yet' : `met ${met} of ${rated} rated`;

/** "reported 9 of 12 due" */
export const reportedSentence = ({ reported, due }: RollUp): string =>
  due === 0 ? 'nothing is due yet' : `reported ${reported} of ${due} due`;
