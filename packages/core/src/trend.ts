import { distanceToTarget } from './comparison.ts';
import { percentOf, subtractDecimals } from './decimal.ts';
import { exact } from './exact.ts';
import type { TargetFigure, Trend } from './types.ts';
import type { Decimal, Direction } from './vocabulary.ts';

const meaningOf = (
  now: Decimal,
  before: Decimal,
  direction: Direction,
  target: TargetFigure | null,
): Trend['meaning'] => {
  const change = exact(now).cmp(before);
  if (direction === 'monitor' || change === 0) return 'neutral';
  if (direction === 'increase') return change > 0 ? 'good' : 'bad';
  if (direction === 'decrease') return change < 0 ? 'good' : 'bad';
  const figure = target && direction === 'range' ? { ...target, value: null } : target;
  const distanceNow = figure && distanceToTarget(now, figure);
  const distanceBefore = figure && distanceToTarget(before, figure);
  if (!distanceNow || !distanceBefore || distanceNow.eq(distanceBefore)) return 'neutral';
  return distanceNow.lt(distanceBefore) ? 'good' : 'bad';
};

/** The change against the period before, in percent of its absolute figure; null where either figure is missing. */
export const trendOf = (
  now: Decimal | null,
  before: Decimal | null,
  direction: Direction,
  target: TargetFigure | null,
): Trend | null => {
  if (now === null || before === null) return null;
  const change = subtractDecimals(now, before);
  const size = before.startsWith('-') ? before.slice(1) : before;
  return { change, percent: percentOf(change, size, 1), meaning: meaningOf(now, before, direction, target) };
};
