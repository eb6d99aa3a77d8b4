import type { IndicatorKind } from '@fbs/core';
import { formatDecimal, formatSigned } from './format.ts';

/** What decides how an indicator's figures are written. */
export type FigureStyle = {
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly unit: string;
  /** A figure that was worked out is rounded to its decimals; one that was entered never hides a digit. */
  readonly computed?: boolean;
};

/** Half up, on the digits alone: "71.4286" to "71.4", "-0.04" to "0.0". */
const rounded = (decimal: string, places: number): string => {
  const [whole = '', fraction = ''] = decimal.replace('-', '').split('.');
  if (fraction.length <= places) return decimal;
  const kept = BigInt(whole + fraction.slice(0, places)) + (fraction.charAt(places) >= '5' ? 1n : 0n);
  const digits = String(kept).padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return decimal.startsWith('-') && kept !== 0n ? `-${text}` : text;
};

/**
 * A figure as people write it: "9,548", "71.4%", "72.75 USD million", "Done". It works on the digits alone, so that no
 * screen has to wait for a decimal library.
 */
export const formatFigure = (value: string, { kind, decimals, unit, computed = false }: FigureStyle): string => {
  if (kind === 'milestone') return value === '0' ? 'Not done' : 'Done';
  const digits = formatDecimal(computed ? rounded(value, decimals) : value, decimals);
  if (kind === 'percent') return `${digits}%`;
  return kind === 'currency' ? `${digits} ${unit}`.trimEnd() : digits;
};

/** The same with the unit named, for a figure that stands alone: "4,310 people". */
export const formatFigureWithUnit = (value: string, style: FigureStyle): string =>
  style.kind === 'number' ? `${formatFigure(value, style)} ${style.unit}`.trimEnd() : formatFigure(value, style);

/** How far two figures lie apart, with its sign: "+180", "−1.4 percentage points". */
export const formatChange = (change: string, { kind, decimals, unit, computed = false }: FigureStyle): string => {
  const digits = formatSigned(computed ? rounded(change, decimals) : change);
  if (kind === 'percent') return `${digits} percentage points`;
  return kind === 'currency' ? `${digits} ${unit}`.trimEnd() : digits;
};

type Comparison = { readonly change: string; readonly percent: string | null };

/** In percent where that says more; small counts and shares read better as they are: "+7.1%", "−1". */
export const formatTrend = ({ change, percent }: Comparison, style: FigureStyle, latest: string): string => {
  const isSmall = Math.abs(Number(latest)) < 100;
  return percent === null || style.kind === 'percent' || isSmall
    ? formatChange(change, style)
    : `${formatSigned(percent)}%`;
};

type YearFigure = { readonly year: number; readonly value: string };

/** One figure per year for a small drawing, null where there is none. Binary floats are fine for positions. */
export const seriesOf = (figures: readonly YearFigure[], from: number, to: number): (number | null)[] => {
  const byYear = new Map(figures.map(({ year, value }) => [year, Number(value)]));
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => byYear.get(from + index) ?? null);
};
