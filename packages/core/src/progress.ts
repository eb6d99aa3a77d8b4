import { percentOf, subtractDecimals } from './decimal.ts';
import type { Decimal } from './vocabulary.ts';

export type LifeProgress = {
  readonly baseline: Decimal | null;
  readonly latest: Decimal | null;
  readonly lastTarget: Decimal | null;
};

/** Percent of the way from baseline to last target, one decimal, never clamped; null where it cannot be said. */
export const lifeProgress = ({ baseline, latest, lastTarget }: LifeProgress): Decimal | null => {
  if (baseline === null || latest === null || lastTarget === null) return null;
  return percentOf(subtractDecimals(latest, baseline), subtractDecimals(lastTarget, baseline), 1);
};
