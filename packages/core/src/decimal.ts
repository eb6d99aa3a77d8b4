import { canonical, divide, exact } from './exact.ts';
import type { Decimal } from './vocabulary.ts';

export const significantDigits = 15;
export const decimalPlaces = 15;

/** Longer texts are refused unread, so that matching stays quick whatever is pasted. */
const longestText = 64;
const plainDecimal = /^([+-]?)0*(\d+)(?:\.(\d+))?$/;

const canonicalDecimal = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
/** Most figures: so few characters hold no digit too many. */
const isCanonical = (text: string): boolean =>
  text.length <= significantDigits && canonicalDecimal.test(text) && text !== '-0';

/**
 * The canonical form of a plain decimal ("007" -> "7", "1.50" -> "1.5", "-0" -> "0"), or null where the text is none.
 * No exponent, no thousands separators, no spaces; at most 15 significant digits (the closing zeros of a whole number
 * count) and 15 decimal places.
 */
export const parseDecimal = (text: string): Decimal | null => {
  if (isCanonical(text)) return text;
  const match = text.length > longestText ? null : plainDecimal.exec(text);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const decimals = fraction.replace(/0+$/, '');
  const digits = (whole === '0' ? '' : whole) + decimals;
  const significant = whole === '0' ? digits.replace(/^0+/, '') : digits;
  if (significant.length > significantDigits || decimals.length > decimalPlaces) return null;
  const plain = decimals === '' ? whole : `${whole}.${decimals}`;
  return sign === '-' && plain !== '0' ? `-${plain}` : plain;
};

/** True for a decimal in its canonical form only. */
export const isDecimal = (text: string): boolean => parseDecimal(text) === text;

const plainFigure = /^-?\d+(?:\.\d+)?$/;
/** Of so many characters, sign and point included, the digits are a whole number that is exact in binary. */
const mostCharacters = 15;
const isShort = (value: Decimal): boolean => value.length <= mostCharacters && plainFigure.test(value);

/** Compares exactly. Like all arithmetic here it throws where an argument is not a number. */
export const compareDecimals = (a: Decimal, b: Decimal): -1 | 0 | 1 => {
  if (!isShort(a) || !isShort(b)) return exact(a).cmp(b);
  // so few digits are never the same binary number unless they are the same figure
  const [one, other] = [Number(a), Number(b)];
  if (one === other) return 0;
  return one < other ? -1 : 1;
};

/** Exact: a sum may carry more than 15 digits (see storableDecimal). */
export const addDecimals = (a: Decimal, b: Decimal): Decimal => canonical(exact(a).plus(b));

/** Exact: a - b. */
export const subtractDecimals = (a: Decimal, b: Decimal): Decimal => canonical(exact(a).minus(b));

/** Another such number may be added to a sum below this, and it is exact still. */
const exactUpTo = 8e15;

/** Adds up exactly, one figure after the other. Short ones as whole numbers, those of as many places together. */
export const decimalSum = () => {
  const sums: number[] = [];
  let long = exact('0');
  const add = (value: Decimal): void => {
    if (!isShort(value)) {
      long = long.plus(value);
      return;
    }
    const point = value.indexOf('.');
    const places = point < 0 ? 0 : value.length - point - 1;
    // so few digits: what rounding leaves is the whole number that they are
    const next = (sums[places] ?? 0) + Math.round(Number(value) * 10 ** places);
    sums[places] = Math.abs(next) < exactUpTo ? next : 0;
    if (sums[places] !== next) long = long.plus(exact(`${next}e-${places}`));
  };
  const total = (): Decimal =>
    canonical(sums.reduce((sum, each, places) => sum.plus(exact(`${each}e-${places}`)), long));
  return { add, total };
};

/** Exact; the sum of nothing is "0". */
export const sumDecimals = (values: readonly Decimal[]): Decimal => {
  const sum = decimalSum();
  for (const value of values) sum.add(value);
  return sum.total();
};

export const absoluteDecimal = (value: Decimal): Decimal => canonical(exact(value).abs());

/** Half up, ties away from zero; canonical, so "2.00" comes out as "2" (figure.ts puts the zeros back). */
export const roundDecimal = (value: Decimal, places: number): Decimal => canonical(exact(value).round(places));

/** Rounded half up to what can be stored: 15 significant digits and 15 places. */
export const storableDecimal = (value: Decimal): Decimal =>
  canonical(exact(value).prec(significantDigits).round(decimalPlaces));

/** numerator / denominator x 100, rounded once to the places given; null where the denominator is 0. */
export const percentOf = (numerator: Decimal, denominator: Decimal, places: number): Decimal | null => {
  const whole = exact(denominator);
  return whole.eq('0') ? null : canonical(divide(exact(numerator).times('100'), whole, places));
};
