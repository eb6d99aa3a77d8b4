import { formatDay, formatYear } from '../../lib/format.ts';
import type { ChartPoint } from '../../ui/charts/chart-points.ts';
import type { ChartCopy } from '../../ui/charts/copy/chart-copy.ts';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';

/** Who reads the picture elsewhere has only these words: what it is, as of when, where it comes from, what is invented. */
export const sourceWords = (page: IndicatorPage, entry: IndicatorYear, day: string): string => {
  const { code, definition, years } = page;
  const source = entry.source ?? definition.dataSource;
  const isInvented = years.some((each) => each.illustrative || each.target.illustrative);
  return [
    `Indicator ${code} ${definition.name}. ${formatYear(entry.year)}, as of ${formatDay(day)}.`,
    source !== '' && `Source: ${source.replace(/\.$/, '')}.`,
    isInvented && 'Some figures are illustrative: invented for evaluation, and not to be quoted.',
  ]
    .filter((part) => part !== false)
    .join(' ');
};

const columns: ChartCopy['columns'] = [
  { head: 'Period', kind: 'text' },
  { head: 'Value', kind: 'figure' },
  { head: 'First reported', kind: 'figure' },
  { head: 'Target', kind: 'figure' },
  { head: 'Initial target', kind: 'figure' },
  { head: 'Low', kind: 'figure' },
  { head: 'High', kind: 'figure' },
  { head: 'Tolerance', kind: 'figure' },
  { head: 'Projection', kind: 'figure' },
  { head: 'Illustrative value', kind: 'text' },
  { head: 'Illustrative target', kind: 'text' },
  { head: 'Note', kind: 'text' },
];

/** The points as they are drawn, every figure with all its digits. */
export const chartFigures = (points: readonly ChartPoint[]): Pick<ChartCopy, 'columns' | 'rows'> => ({
  columns,
  rows: points.map((point) => [
    point.label,
    point.value,
    point.restatedFrom?.[0]?.value ?? null,
    point.target ?? null,
    point.initialTarget ?? null,
    point.low ?? null,
    point.high ?? null,
    point.tolerance ?? null,
    point.projection ?? null,
    point.value === null ? null : point.illustrative === true ? 'yes' : 'no',
    point.target == null && point.low == null ? null : point.illustrativeTarget === true ? 'yes' : 'no',
    point.note ?? null,
  ]),
});
