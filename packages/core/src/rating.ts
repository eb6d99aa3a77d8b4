import { distanceToTarget, referenceOf } from './comparison.ts';
import { canonical, divide, exact } from './exact.ts';
import { notRatedSentence, ratedSentence } from './rating-sentence.ts';
import type { RatingInput, RatingResult, TargetFigure } from './types.ts';
import type { Decimal, NotRatedReason, Rating } from './vocabulary.ts';

type Rated = Exclude<Rating, 'not_rated'>;
type Answer = { readonly rating: Rated; readonly deviation: Decimal | null; readonly overThreshold: boolean };

const withoutPercentage = (rating: Rated): Answer => ({ rating, deviation: null, overThreshold: false });

const hasTarget = ({ direction, kind, target }: RatingInput): boolean => {
  if (target === null) return false;
  if (direction === 'range' && kind !== 'milestone') return target.low !== null && target.high !== null;
  return target.value !== null;
};

const notRatedReason = (input: RatingInput): NotRatedReason | null => {
  if (input.isNew && input.value === null && !input.chosen && input.absent === 'not_due') return 'new_indicator';
  if (input.kind === 'narrative') return input.chosen ? null : (input.absent ?? 'not_reported');
  if (input.direction === 'monitor') return 'monitored_only';
  if (input.value === null) return input.absent ?? 'not_reported';
  if (!hasTarget(input)) {
    const hasNothingToCompare = input.previous === null && input.baseline === null;
    return input.isNew && hasNothingToCompare ? 'new_indicator' : 'no_target';
  }
  const isUndone = input.kind === 'milestone' && exact(input.value).lt(input.target?.value ?? '1');
  return isUndone && !input.due ? 'not_due' : null;
};

/** A missed target: better than the reference (the year before, else the baseline) is improved, otherwise below. */
const rateMissed = (input: RatingInput, isBetterThan: (reference: Decimal) => boolean): Rated => {
  const reference = referenceOf(input);
  return reference && isBetterThan(reference.value) ? 'improved_target_not_met' : 'below_target';
};

const rateByDirection = (input: RatingInput, value: Decimal, target: Decimal): Answer => {
  const isIncrease = input.direction === 'increase';
  const gain = isIncrease ? exact(value).minus(target) : exact(target).minus(value);
  const isBetterThan = (reference: Decimal) => (isIncrease ? exact(value).gt(reference) : exact(value).lt(reference));
  const size = exact(target).abs();
  if (size.eq('0')) {
    if (gain.gt('0')) return withoutPercentage('above_target');
    return withoutPercentage(gain.eq('0') ? 'on_target' : rateMissed(input, isBetterThan));
  }
  // Multiplied out instead of divided, so that exactly 10% is exactly on the edge.
  const share = gain.times('100');
  const band = size.times(input.threshold);
  const met = share.gt(band) ? 'above_target' : 'on_target';
  return {
    rating: gain.lt('0') ? rateMissed(input, isBetterThan) : met,
    deviation: canonical(divide(share, size, 1)),
    overThreshold: share.abs().gt(band),
  };
};

/** maintain and range: within the tolerance or the range, else nearer than the reference was, else below. */
const rateByDistance = (input: RatingInput, value: Decimal, target: TargetFigure): Answer => {
  const figure = input.direction === 'range' ? { ...target, value: null } : target;
  const distanceOf = (of: Decimal) => distanceToTarget(of, figure) ?? exact('0');
  const allowed = input.direction === 'maintain' ? (input.tolerance ?? '0') : '0';
  const distance = distanceOf(value);
  if (distance.lte(allowed)) return withoutPercentage('on_target');
  return withoutPercentage(rateMissed(input, (reference) => distance.lt(distanceOf(reference))));
};

const answerOf = (input: RatingInput): Answer => {
  const { kind, direction, value, target } = input;
  if (kind === 'narrative') return withoutPercentage(input.chosen ?? 'below_target');
  if (value === null || target === null) throw new Error('Without a value and a target nothing is rated.');
  if (kind === 'milestone') {
    return withoutPercentage(exact(value).gte(target.value ?? '1') ? 'on_target' : 'below_target');
  }
  if (direction === 'maintain' || direction === 'range') return rateByDistance(input, value, target);
  return rateByDirection(input, value, target.value ?? '0');
};

/**
 * The rating of one indicator in one year, by the product's method (data/rating-cases.csv holds its cases).
 * Exact; throws only where a decimal is not a number. A milestone is planned for a year by its target "1".
 */
export const rate = (input: RatingInput): RatingResult => {
  const reason = notRatedReason(input);
  if (reason !== null) {
    const sentence = notRatedSentence(input, reason);
    return { rating: 'not_rated', reason, deviation: null, explanationRequired: false, sentence };
  }
  const { rating, deviation, overThreshold } = answerOf(input);
  const isMissed = rating === 'improved_target_not_met' || rating === 'below_target';
  return {
    rating,
    reason: null,
    deviation,
    explanationRequired: overThreshold || isMissed,
    sentence: ratedSentence(input, rating),
  };
};
