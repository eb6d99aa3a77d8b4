import type { RatingInput } from './types.ts';
import type { Rating } from './vocabulary.ts';

/** The rules by which something is rated; milestones have one of their own, and so has a target of 0. */
export const ratingRuleNames = ['increase', 'decrease', 'zero_target', 'maintain', 'range', 'milestone'] as const;
export type RatingRuleName = (typeof ratingRuleNames)[number];

type Rated = Exclude<Rating, 'not_rated'>;

/** A rule in words: what makes each rating; null where it never comes out. */
export type RatingRule = { readonly name: string } & Readonly<Record<Rated, string | null>>;

/** @param threshold as it is written: "10%" */
export const ratingRules = (threshold: string): Readonly<Record<RatingRuleName, RatingRule>> => ({
  increase: {
    name: 'Higher is better',
    above_target: `more than ${threshold} over the target`,
    on_target: `at the target, or up to ${threshold} over it`,
    improved_target_not_met: 'under the target, but higher than the year before',
    below_target: 'under the target, and not higher than the year before',
  },
  decrease: {
    name: 'Lower is better',
    above_target: `more than ${threshold} under the target`,
    on_target: `at the target, or up to ${threshold} under it`,
    improved_target_not_met: 'over the target, but lower than the year before',
    below_target: 'over the target, and not lower than the year before',
  },
  zero_target: {
    name: 'Either of these, with a target of 0',
    above_target: 'better than 0',
    on_target: 'exactly 0',
    improved_target_not_met: 'worse than 0, but better than the year before',
    below_target: 'worse than 0, and not better than the year before',
  },
  maintain: {
    name: 'To be kept (a target with a tolerance)',
    above_target: null,
    on_target: 'at the target, or off it by no more than the tolerance',
    improved_target_not_met: 'further off, but nearer than the year before',
    below_target: 'further off, and not nearer than the year before',
  },
  range: {
    name: 'To stay within a range',
    above_target: null,
    on_target: 'from the low end to the high end, both included',
    improved_target_not_met: 'outside, but nearer than the year before',
    below_target: 'outside, and not nearer than the year before',
  },
  milestone: {
    name: 'Milestone',
    above_target: null,
    on_target: 'done',
    improved_target_not_met: null,
    below_target: 'not done after the due date',
  },
});

type Ruled = Pick<RatingInput, 'kind' | 'direction'> & { readonly target: string | null };

/** Which rule an indicator falls under; null where a person chooses the rating, or nothing is rated. */
export const ratingRuleOf = ({ kind, direction, target }: Ruled): RatingRuleName | null => {
  if (kind === 'narrative') return null;
  if (kind === 'milestone') return 'milestone';
  if (direction === 'monitor') return null;
  const isZero = target !== null && /^-?0(\.0*)?$/.test(target);
  return isZero && (direction === 'increase' || direction === 'decrease') ? 'zero_target' : direction;
};
