import type { IndicatorKind } from '@fbs/core';
import { formatDecimal, formatRounded, formatSigned, formatSignedPercent, formatSignedRounded } from './format.ts';

/** What decides how an indicator's figures are written. */
export type FigureStyle = {
  readonly kind: IndicatorKind;
  readonly decimals: number;
  readonly unit: string;
  /** A figure that was worked out is rounded to its decimals; one that was entered never hides a digit. */
  readonly computed?: boolean;
};

/**
 * A figure as people write it: "9,548", "71.4%", "72.75 USD million", "Done". It works on the digits alone, so that no
 * screen has to wait for a decimal library.
 */
export const formatFigure = (value: string, { kind, decimals, unit, computed = false }: FigureStyle): string => {
  if (kind === 'milestone') return value === '0' ? 'Not done' : 'Done';
  const digits = computed ? formatRounded(value, decimals) : formatDecimal(value, decimals);
  if (kind === 'percent') return `${digits}%`;
  return kind === 'currency' ? `${digits} ${unit}`.trimEnd() : digits;
};

/** The same with the unit named, for a figure that stands alone: "4,310 people". */
export const formatFigureWithUnit = (value: string, style: FigureStyle): string =>
  style.kind === 'number' ? `${formatFigure(value, style)} ${style.unit}`.trimEnd() : formatFigure(value, style);

/** How far two figures lie apart, with its sign: "+180", "−1.4 percentage points". */
export const formatChange = (change: string, { kind, decimals, unit, computed = false }: FigureStyle): string => {
  const digits = computed ? formatSignedRounded(change, decimals) : formatSigned(change);
  if (kind === 'percent') return `${digits} percentage points`;
  return kind === 'currency' ? `${digits} ${unit}`.trimEnd() : digits;
};

type Comparison = { readonly change: string; readonly percent: string | null };

/** In percent where that says more; small counts and shares read better as they are: "+7.1%", "−1". */
export const formatTrend = ({ change, percent }: Comparison, style: FigureStyle, latest: string): string => {
  const isSmall = Math.abs(Number(latest)) < 100;
  return percent === null || style.kind === 'percent' || isSmall
    ? formatChange(change, style)
    : formatSignedPercent(percent);
};

type YearFigure = { readonly year: number; readonly value: string };

/** One figure per year for a small drawing, null where there is none. Binary floats are fine for positions. */
export const seriesOf = (figures: readonly YearFigure[], from: number, to: number): (number | null)[] => {
  const byYear = new Map(figures.map(({ year, value }) => [year, Number(value)]));
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, index) => byYear.get(from + index) ?? null);
};

type TargetFigure = { readonly value: string | null; readonly low: string | null; readonly high: string | null };

/** "4,000", "90% to 95%"; null where there is no figure to aim for. */
export const formatTarget = ({ value, low, high }: TargetFigure, style: FigureStyle): string | null => {
  if (value !== null) return formatFigure(value, style);
  if (low !== null && high !== null) return `${formatFigure(low, style)} to ${formatFigure(high, style)}`;
  if (low !== null) return `at least ${formatFigure(low, style)}`;
  return high === null ? null : `at most ${formatFigure(high, style)}`;
};
