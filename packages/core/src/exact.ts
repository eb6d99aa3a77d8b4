import { Big } from 'big.js';
import type { Decimal } from './vocabulary.ts';

/** A constructor of its own per number of places: strict refuses binary floats, and nobody else's settings reach it. */
const strictBig = (places: number) => {
  const Strict = Big();
  Strict.strict = true;
  Strict.DP = places;
  Strict.RM = Big.roundHalfUp;
  return Strict;
};

const Exact = strictBig(50);

/** Throws where the text is not a number: decimals are parsed at the border, by parseDecimal. */
export const exact = (value: Decimal): Big => new Exact(value);

export const exactInteger = (value: number): Big => {
  if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not a whole number`);
  return new Exact(String(value));
};

/** Rounded once, half up, to the places given; dividing first and rounding later would round twice. */
export const divide = (numerator: Big, denominator: Big, places: number): Big => {
  const Places = strictBig(places);
  return new Places(numerator).div(denominator);
};

/** Plain notation without exponent, trailing zeros or a negative zero. */
export const canonical = (value: Big): Decimal => {
  const text = value.toFixed();
  const trimmed = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return trimmed === '-0' ? '0' : trimmed;
};
