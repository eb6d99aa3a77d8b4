import { percentOf } from '@fbs/core';
import { formatFigure } from '../../lib/figure.ts';
import { formatRounded } from '../../lib/format.ts';
import type { ChartCopy } from '../../ui/charts/copy/chart-copy.ts';
import type { SharePart, ShareRow } from '../../ui/charts/share-chart.tsx';
import { axisLabel } from './chart-of-years.ts';
import type { IndicatorPage } from './indicator-queries.ts';
import { styleOf } from './indicator-style.ts';

export type DimensionYears = {
  readonly dimension: string;
  /** The categories add up to the value; otherwise each is a part of it. */
  readonly sums: boolean;
  readonly categories: readonly string[];
  /** Some of its figures are invented for evaluation. */
  readonly illustrative: boolean;
  /** Oldest first; only years with a breakdown of this dimension. */
  readonly rows: readonly (ShareRow & { readonly year: number; readonly values: readonly (string | null)[] })[];
};

const partOf = (page: IndicatorPage, value: string | null, total: string | null): SharePart => {
  if (value === null) return { share: null, short: '', words: 'not reported' };
  const figure = formatFigure(value, styleOf(page.definition));
  const percent = total === null ? null : percentOf(value, total, 1);
  if (percent === null) return { share: null, short: '', words: figure };
  const short = `${formatRounded(percent, 1)}%`;
  return { share: Math.max(Number(percent), 0), short, words: `${figure} (${short})` };
};

/** The breakdowns of all years by dimension, each category as its share of the value. */
export const breakdownYears = (page: IndicatorPage): DimensionYears[] => {
  const dimensions = [...new Set(page.breakdowns.flatMap(({ rows }) => rows.map(({ dimension }) => dimension)))];
  return dimensions.map((dimension) => {
    const defined = page.definition.disaggregations.find((each) => each.dimension === dimension);
    const used = page.breakdowns.flatMap(({ rows }) => rows.filter((row) => row.dimension === dimension));
    const categories = [...new Set([...(defined?.categories ?? []), ...used.map(({ category }) => category)])];
    const rows = page.breakdowns.flatMap(({ year, rows: all }) => {
      const own = all.filter((row) => row.dimension === dimension);
      const entry = page.years.find((each) => each.year === year);
      if (own.length === 0 || entry === undefined) return [];
      const values = categories.map((category) => own.find((row) => row.category === category)?.value ?? null);
      const parts = values.map((value) => partOf(page, value, entry.value));
      return [{ year, label: axisLabel(entry.period.label), values, parts }];
    });
    const illustrative = rows.some(({ year }) => page.years.find((each) => each.year === year)?.illustrative);
    return { dimension, sums: defined?.sumsToTotal ?? false, illustrative, categories, rows };
  });
};

const largestOf = ({ rows, categories }: DimensionYears): number => {
  const last = rows.at(-1)?.parts ?? [];
  const shares = categories.map((_, part) => last[part]?.share ?? -1);
  return shares.indexOf(Math.max(...shares));
};

/** "Female: from 64.1% in FY 2018 to 66.3% in FY 2022": the largest part, first and last. */
export const breakdownMessage = (years: DimensionYears): string => {
  const part = largestOf(years);
  const known = years.rows.filter((row) => row.parts[part]?.share != null);
  const [first, last] = [known[0], known.at(-1)];
  const name = years.categories[part] ?? years.dimension;
  const sentence = name.charAt(0).toUpperCase() + name.slice(1);
  if (first === undefined || last === undefined) return `By ${years.dimension}, over the years`;
  const now = `${last.parts[part]?.short} in ${last.label}`;
  return first === last
    ? `${sentence}: ${now}`
    : `${sentence}: from ${first.parts[part]?.short} in ${first.label} to ${now}`;
};

/** What the drawing shows, for those who do not see it. */
export const breakdownDescription = ({ rows, categories }: DimensionYears): string =>
  rows
    .map(
      ({ label, parts }) => `${label}: ${categories.map((each, part) => `${each} ${parts[part]?.words}`).join(', ')}`,
    )
    .join('. ')
    .concat('.');

export const breakdownFigures = ({ categories, rows }: DimensionYears): Pick<ChartCopy, 'columns' | 'rows'> => ({
  columns: [{ head: 'Period', kind: 'text' }, ...categories.map((head) => ({ head, kind: 'figure' as const }))],
  rows: rows.map(({ label, values }) => [label, ...values]),
});
