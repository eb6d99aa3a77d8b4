import { entryStateLabels, type PeriodBasis, periodOf } from '@fbs/core';
import type { FigureStyle } from '../../lib/figure.ts';
import type { ChartPoint } from '../../ui/charts/chart-points.ts';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';
import { figureOf } from './indicator-style.ts';
import { isUncounted } from './verdict-words.ts';

/** The axis has room for the year alone; how its date is meant stands above the chart. */
export const axisLabel = (label: string): string => label.replace(/, on a stated date$/, '');

const noteOf = (entry: IndicatorYear, notes: IndicatorPage['notes']): string | null => {
  const parts = [
    isUncounted(entry) && `The value is ${entryStateLabels[entry.state].toLowerCase()} and drawn once it is submitted`,
    entry.target.afterResult && 'Target revised after the result was known',
    entry.note,
    ...notes.filter((note) => note.year === entry.year).map((note) => note.text),
  ].filter((part) => typeof part === 'string');
  // "A; B." and never "A.; B."
  const joined = parts.map((part, at) => (at < parts.length - 1 ? part.trim().replace(/\.$/, '') : part)).join('; ');
  return parts.length > 0 ? joined : null;
};

const pointOf = (entry: IndicatorYear, page: IndicatorPage): ChartPoint => {
  const { target, year } = entry;
  const value = isUncounted(entry) ? null : entry.value;
  return {
    label: axisLabel(entry.period.label),
    value,
    projection: page.projection?.year === year && value === null ? page.projection.value : null,
    target: target.value,
    initialTarget: target.revised ? (target.initial?.value ?? null) : null,
    low: target.low,
    high: target.high,
    tolerance: page.definition.direction === 'maintain' ? page.definition.tolerance : null,
    restatedFrom: page.restatements
      .filter((each) => each.year === year)
      .map(({ value, illustrative }) => ({ value, illustrative })),
    note: noteOf(entry, page.notes),
    illustrative: entry.illustrative,
    illustrativeTarget: entry.target.illustrative,
  };
};

const emptyPoint = (basis: PeriodBasis, year: number): ChartPoint => ({
  label: axisLabel(periodOf(basis, year).label),
  value: null,
});

/** Every year from the first to the last, so that time runs evenly: a year without any record leaves a gap. */
export const chartPointsOf = (page: IndicatorPage): ChartPoint[] => {
  const byYear = new Map(page.years.map((entry) => [entry.year, entry]));
  const years = [...byYear.keys(), ...(page.projection === null ? [] : [page.projection.year])];
  const [first, last] = [Math.min(...years), Math.max(...years)];
  return Array.from({ length: years.length === 0 ? 0 : last - first + 1 }, (_, index) => {
    const year = first + index;
    const entry = byYear.get(year);
    if (entry !== undefined) return pointOf(entry, page);
    const empty = emptyPoint(page.definition.periodBasis, year);
    return page.projection?.year === year ? { ...empty, projection: page.projection.value } : empty;
  });
};

/** Milestones and narratives have no heights to draw. */
export const isDrawn = (page: IndicatorPage): boolean =>
  page.definition.kind !== 'milestone' &&
  page.definition.kind !== 'narrative' &&
  page.years.some((entry) => entry.value !== null || entry.target.value !== null || entry.target.low !== null);

/** What the drawing shows, for those who do not see it. */
export const chartDescription = (page: IndicatorPage, style: FigureStyle): string => {
  const figures = page.years.map(
    (entry) => `${axisLabel(entry.period.label)} ${figureOf(entry, style) ?? 'no figure'}`,
  );
  return `${figures.join(', ')}.`;
};
