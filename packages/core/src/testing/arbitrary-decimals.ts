import fc from 'fast-check';
import { parseDecimal } from '../decimal.ts';

/** Canonical decimals of at most 15 significant digits, often close together and often zero. For tests only. */
export const decimals = fc
  .tuple(
    fc.oneof(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 })),
    fc.nat(4),
  )
  .map(([digits, places]) => {
    const text = String(Math.abs(digits)).padStart(places + 1, '0');
    const point = text.length - places;
    const plain = places === 0 ? text : `${text.slice(0, point)}.${text.slice(point)}`;
    return parseDecimal(digits < 0 ? `-${plain}` : plain) ?? '0';
  });
