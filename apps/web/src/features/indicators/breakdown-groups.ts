import { percentOf } from '@fbs/core';
import { type FigureStyle, formatFigure } from '../../lib/figure.ts';
import { formatRounded } from '../../lib/format.ts';
import type { IndicatorPage } from './indicator-queries.ts';

type Rows = IndicatorPage['breakdowns'][number]['rows'];
type Disaggregations = IndicatorPage['definition']['disaggregations'];

export type BreakdownLine = {
  readonly category: string;
  readonly figure: string;
  /** "31.6%"; null where there is no total to compare with. */
  readonly share: string | null;
  /** The same as a length from 0 to 100, for the bar. */
  readonly length: number;
};

export type BreakdownGroup = {
  readonly dimension: string;
  /** The categories add up to the value; otherwise each is a part of it. */
  readonly sums: boolean;
  readonly lines: readonly BreakdownLine[];
};

const lineOf = (row: Rows[number], total: string | null, style: FigureStyle): BreakdownLine => {
  const percent = total === null ? null : percentOf(row.value, total, 1);
  return {
    category: row.category,
    figure: formatFigure(row.value, style),
    share: percent === null ? null : `${formatRounded(percent, 1)}%`,
    length: Math.min(Math.max(Number(percent ?? 0), 0), 100),
  };
};

/** A year's breakdown by dimension, in the order of the definition. */
export const breakdownGroups = (
  rows: Rows,
  total: string | null,
  disaggregations: Disaggregations,
  style: FigureStyle,
): BreakdownGroup[] => {
  const named = disaggregations.map(({ dimension }) => dimension);
  const dimensions = [...new Set([...named, ...rows.map(({ dimension }) => dimension)])];
  return dimensions
    .map((dimension) => ({
      dimension,
      sums: disaggregations.find((each) => each.dimension === dimension)?.sumsToTotal ?? false,
      lines: rows.filter((row) => row.dimension === dimension).map((row) => lineOf(row, total, style)),
    }))
    .filter(({ lines }) => lines.length > 0);
};
