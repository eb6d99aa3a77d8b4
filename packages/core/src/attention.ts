import { compareDecimals } from './decimal.ts';
import type { Labels } from './labels.ts';
import type { RatingResult, Trend } from './types.ts';
import type { EntryState } from './vocabulary.ts';

/** In the order of their rank: what needs a person first stands first. */
export const attentionKinds = [
  'below_target',
  'overdue',
  'returned',
  'explanation_missing',
  'falling',
  'revised_after_result',
] as const;
export type AttentionKind = (typeof attentionKinds)[number];

/** What the rule looks at in an indicator-year. */
export type AttentionFacts = {
  readonly rating: Pick<RatingResult, 'rating' | 'deviation'>;
  readonly state: EntryState;
  readonly due: boolean;
  readonly explanationMissing: boolean;
  readonly trend: Trend | null;
  readonly target: { readonly afterResult: boolean };
};

/** Past its due day, and nobody has submitted anything. */
export const isOverdue = ({ due, state }: Pick<AttentionFacts, 'due' | 'state'>): boolean =>
  due && (state === 'not_reported' || state === 'draft');

const holds: Readonly<Record<AttentionKind, (facts: AttentionFacts) => boolean>> = {
  below_target: ({ rating }) => rating.rating === 'below_target',
  overdue: isOverdue,
  returned: ({ state }) => state === 'returned',
  explanation_missing: ({ explanationMissing }) => explanationMissing,
  falling: ({ trend }) => trend?.meaning === 'bad',
  revised_after_result: ({ target }) => target.afterResult,
};

/** Why a performance indicator needs somebody, under the first rank that holds; null where it needs nobody. */
export const attentionOf = (facts: AttentionFacts): AttentionKind | null =>
  attentionKinds.find((kind) => holds[kind](facts)) ?? null;

type Ranked = { readonly kind: AttentionKind; readonly deviation: RatingResult['deviation'] };

/** By rank, and within a rank the widest miss first; 0 where the order of the plan decides. */
export const compareAttention = (a: Ranked, b: Ranked): number =>
  attentionKinds.indexOf(a.kind) - attentionKinds.indexOf(b.kind) ||
  compareDecimals(a.deviation ?? '0', b.deviation ?? '0');

export const attentionLabels: Labels<AttentionKind> = {
  below_target: 'Below target',
  overdue: 'Overdue',
  returned: 'Returned',
  explanation_missing: 'Explanation missing',
  falling: 'Falling',
  revised_after_result: 'Revised after the result',
};

/** When each rank holds, for the page that explains the method. */
export const attentionMeanings: Labels<AttentionKind> = {
  below_target: 'the target is missed, and the figure is not better than before',
  overdue: 'nothing is submitted, and the due date has passed',
  returned: 'a reviewer sent the figure back',
  explanation_missing: 'one is required and not written yet',
  falling: 'worse than the period before, even where the target is met',
  revised_after_result: 'the target was changed when the result was known',
};
