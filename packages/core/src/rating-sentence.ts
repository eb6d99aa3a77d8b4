import { distanceToTarget, referenceOf } from './comparison.ts';
import { canonical, divide, exact } from './exact.ts';
import { formatDifference, formatFigure, formatNumber } from './figure.ts';
import { directionWords, ratingWords } from './rating-words.ts';
import type { RatingInput } from './types.ts';
import type { Decimal, NotRatedReason, Rating } from './vocabulary.ts';

type Rated = Exclude<Rating, 'not_rated'>;

const figureOf = (input: RatingInput, value: Decimal): string => formatFigure(value, input);

/** One decimal, or more where one would hide that the figure is not exactly 0 or not exactly the threshold. */
const percentOfTarget = (difference: Decimal, target: Decimal, threshold: Decimal): string => {
  const share = exact(difference).abs().times('100');
  const size = exact(target).abs();
  const looksEqual = (places: number, mark: Decimal): boolean =>
    divide(share, size, places).eq(mark) && !share.eq(size.times(mark));
  let places = 1;
  while (places < 30 && (looksEqual(places, '0') || looksEqual(places, threshold))) places += 1;
  return `${formatNumber(canonical(divide(share, size, places)), places, 'computed')}%`;
};

const referenceText = (input: RatingInput): string | null => {
  const reference = referenceOf(input);
  if (reference === null) return null;
  const figure = figureOf(input, reference.value);
  if (reference.from === 'previous') {
    return input.previousLabel ? `${figure} in ${input.previousLabel}` : `${figure} the year before`;
  }
  return input.baselineLabel ? `the baseline of ${figure} (${input.baselineLabel})` : `the baseline of ${figure}`;
};

/** Why a missed target is improved or below; comparative is "better" or "nearer". */
const missedText = (input: RatingInput, rating: Rated, comparative: 'better' | 'nearer'): string => {
  const reference = referenceText(input);
  if (reference === null) return 'target not met, and nothing to compare with';
  return rating === 'improved_target_not_met'
    ? `${comparative} than ${reference}`
    : `not ${comparative} than ${reference}`;
};

/** "9,548 is 6.1% above the target of 9,000" */
const positionText = (input: RatingInput, value: Decimal, target: Decimal, inPercent: boolean): string => {
  const difference = exact(value).minus(target);
  const [left, right] = [figureOf(input, value), figureOf(input, target)];
  if (difference.eq('0')) return `${left} is exactly the target of ${right}`;
  const amount = canonical(difference.abs());
  const distance = inPercent ? percentOfTarget(amount, target, input.threshold) : formatDifference(amount, input);
  return `${left} is ${distance} ${difference.gt('0') ? 'above' : 'under'} the target of ${right}`;
};

const directionSentence = (input: RatingInput, rating: Rated, value: Decimal, target: Decimal): string => {
  const inPercent = !exact(target).eq('0');
  const band = `the ${formatNumber(input.threshold, 0)}% band`;
  const parts = [positionText(input, value, target, inPercent), directionWords[input.direction]];
  if (rating === 'above_target') parts.push(inPercent ? `beyond ${band}` : 'better than the target');
  else if (rating !== 'on_target') parts.push(missedText(input, rating, 'better'));
  else parts.push(inPercent ? `within ${band}` : 'target met');
  return parts.join('; ');
};

const maintainSentence = (input: RatingInput, rating: Rated, value: Decimal, target: Decimal): string => {
  const tolerance = input.tolerance ?? '0';
  const words = directionWords.maintain;
  const margin = exact(tolerance).eq('0') ? '' : ` within a tolerance of ${formatDifference(tolerance, input)}`;
  const parts = [positionText(input, value, target, false), `${words}${margin}`];
  if (rating !== 'on_target') parts.push(missedText(input, rating, 'nearer'));
  return parts.join('; ');
};

const rangeSentence = (input: RatingInput, rating: Rated, value: Decimal, low: Decimal, high: Decimal): string => {
  const range = `the target of between ${figureOf(input, low)} and ${figureOf(input, high)}`;
  const figure = figureOf(input, value);
  if (rating === 'on_target') return `${figure} is within ${range}`;
  const distance = distanceToTarget(value, { value: null, low, high }) ?? exact('0');
  const side = exact(value).lt(low) ? 'under' : 'above';
  const position = `${figure} is ${formatDifference(canonical(distance), input)} ${side} ${range}`;
  return `${position}; ${missedText(input, rating, 'nearer')}`;
};

const workingOf = (input: RatingInput, rating: Rated): string => {
  const { kind, direction, value, target } = input;
  if (kind === 'narrative') return 'Chosen by a person and explained in words, not worked out from figures';
  if (value === null || target === null) return 'No figures';
  if (kind === 'milestone') {
    const planned = target.value === '0' ? 'not planned to be done yet' : 'planned to be done';
    const lateness = rating === 'below_target' ? ', and the due date has passed' : '';
    return `Milestone ${figureOf(input, value)}; ${planned}${lateness}`;
  }
  if (direction === 'range') return rangeSentence(input, rating, value, target.low ?? '0', target.high ?? '0');
  const sentenceOf = direction === 'maintain' ? maintainSentence : directionSentence;
  return sentenceOf(input, rating, value, target.value ?? '0');
};

/** "9,548 is 6.1% above the target of 9,000; higher is better; within the 10% band: on target" */
export const ratedSentence = (input: RatingInput, rating: Rated): string =>
  `${workingOf(input, rating)}: ${ratingWords[rating]}`;

const notRatedWorking: Readonly<Record<NotRatedReason, (figure: string | null) => string>> = {
  no_target: (figure) => `${figure ?? 'A value'} is reported, but there is no target to compare it with`,
  not_due: (figure) => `${figure === null ? 'No value yet' : `Milestone ${figure} yet`}; the due date has not passed`,
  not_reported: () => 'No value is reported; a missing value is never taken as 0',
  not_applicable: () => 'Not applicable in this year',
  new_indicator: (figure) =>
    figure === null
      ? 'The indicator was added after this period was over, so that no value is due'
      : `${figure} is the first of a new indicator, with no target and nothing to compare it with`,
  monitored_only: (figure) =>
    `${figure === null ? 'No value is' : `${figure} is`} reported; monitored only, neither up nor down is better`,
};

/** The same for what is not rated: each reason in words. */
export const notRatedSentence = (input: RatingInput, reason: NotRatedReason): string => {
  const figure = input.value === null ? null : figureOf(input, input.value);
  return `${notRatedWorking[reason](figure)}: ${ratingWords.not_rated}`;
};
