import type { Big } from 'big.js';
import { exact } from './exact.ts';
import type { RatingInput, TargetFigure } from './types.ts';
import type { Decimal } from './vocabulary.ts';

export type Reference = { readonly value: Decimal; readonly from: 'previous' | 'baseline' };

/** What a missed target is compared with: the year before counts before the baseline. */
export const referenceOf = (input: RatingInput): Reference | null => {
  if (input.previous !== null) return { value: input.previous, from: 'previous' };
  return input.baseline === null ? null : { value: input.baseline, from: 'baseline' };
};

/** How far a value lies outside of low and high; 0 within, its ends included. */
const distanceToRange = (value: Decimal, low: Decimal, high: Decimal): Big => {
  const figure = exact(value);
  if (figure.lt(low)) return exact(low).minus(figure);
  return figure.gt(high) ? figure.minus(high) : exact('0');
};

/** Absolute distance of a value to a target or a range; null where the target is incomplete. */
export const distanceToTarget = (value: Decimal, target: TargetFigure): Big | null => {
  if (target.value !== null) return exact(value).minus(target.value).abs();
  if (target.low === null || target.high === null) return null;
  return distanceToRange(value, target.low, target.high);
};
