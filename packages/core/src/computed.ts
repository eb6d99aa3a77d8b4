import { percentOf, storableDecimal } from './decimal.ts';
import type { Decimal } from './vocabulary.ts';

export type ComputedValue = { readonly value: Decimal } | { readonly absent: 'not_reported' | 'not_applicable' };

/** Enough places for 15 significant digits of the smallest share of two figures that can be stored. */
const workingPlaces = 50;

/** numerator / denominator x 100, 15 significant digits. A part missing: not reported; of nothing: not applicable. */
export const shareOf = (numerator: Decimal | null, denominator: Decimal | null): ComputedValue => {
  if (numerator === null || denominator === null) return { absent: 'not_reported' };
  const share = percentOf(numerator, denominator, workingPlaces);
  return share === null ? { absent: 'not_applicable' } : { value: storableDecimal(share) };
};
