import { absoluteDecimal, compareDecimals, sumDecimals } from './decimal.ts';
import type { Decimal, IndicatorKind } from './vocabulary.ts';

type Compared = { readonly previous: Decimal | null; readonly isCumulative: boolean };

/** What is worth a second look before it is submitted; it does not hinder saving. */
export const warningOf = (
  value: Decimal | null,
  { previous, isCumulative }: Compared,
  { kind }: { readonly kind: IndicatorKind },
): string | null => {
  if (value === null || kind === 'milestone') return null;
  if (kind === 'percent' && compareDecimals(value, '100') > 0) return 'Over 100%';
  // what may fall below zero has done so before
  if (compareDecimals(value, '0') < 0 && compareDecimals(previous ?? '0', '0') >= 0) return 'Below zero';
  if (previous === null) return null;
  if (isCumulative && compareDecimals(value, previous) < 0) return 'Below last year';
  if (compareDecimals(previous, '0') === 0) return null;
  const size = absoluteDecimal(previous);
  const isFarMore = compareDecimals(absoluteDecimal(value), sumDecimals([size, size, size])) > 0;
  return isFarMore ? 'Over 3 times last year' : null;
};
