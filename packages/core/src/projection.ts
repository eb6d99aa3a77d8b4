import type { Big } from 'big.js';
import { storableDecimal } from './decimal.ts';
import { canonical, divide, exact, exactInteger } from './exact.ts';
import type { YearFigure } from './types.ts';
import type { Decimal, Year } from './vocabulary.ts';

const fewestPoints = 3;
/** Enough places for 15 significant digits of the smallest figure that can be stored. */
const workingPlaces = 40;

const sum = (values: readonly Big[]): Big => values.reduce((total, value) => total.plus(value), exact('0'));

/**
 * Least squares through the figures, read at a year; to 15 significant digits. null below three different years.
 * To be drawn dashed and named a projection: it never enters a rating.
 */
export const project = (points: readonly YearFigure[], year: Year): Decimal | null => {
  if (new Set(points.map((point) => point.year)).size < fewestPoints) return null;
  const count = exactInteger(points.length);
  const xs = points.map((point) => exactInteger(point.year - year));
  const ys = points.map((point) => exact(point.value));
  const products = points.map((point) => exactInteger(point.year - year).times(point.value));
  const [sumX, sumY, sumXY, sumXX] = [sum(xs), sum(ys), sum(products), sum(xs.map((x) => x.times(x)))];
  // With the year asked for as origin the answer is the intercept, and only one division is needed.
  const numerator = sumY.times(sumXX).minus(sumX.times(sumXY));
  const denominator = count.times(sumXX).minus(sumX.times(sumX));
  return storableDecimal(canonical(divide(numerator, denominator, workingPlaces)));
};
