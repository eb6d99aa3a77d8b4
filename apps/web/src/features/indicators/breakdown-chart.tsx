import { useSession } from '../../lib/session.ts';
import { ChartFrame } from '../../ui/chart-frame.tsx';
import { ShareChart } from '../../ui/charts/lazy-charts.ts';
import { DataTable } from '../../ui/data-table.tsx';
import {
  breakdownDescription,
  breakdownFigures,
  breakdownMessage,
  breakdownYears,
  type DimensionYears,
} from './breakdown-years.ts';
import { sourceWords } from './chart-copies.ts';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';

const YearsTable = ({ years, page }: { years: DimensionYears; page: IndicatorPage }) => (
  <DataTable
    caption={`${page.definition.name} by ${years.dimension}, all years`}
    captionHidden
    dense
    rows={years.rows}
    rowKey={({ label }) => label}
    columns={[
      { key: 'label', head: 'Period', cell: ({ label }) => label, nowrap: true },
      ...years.categories.map((category, part) => ({
        key: category,
        head: category,
        align: 'end' as const,
        cell: ({ parts }: DimensionYears['rows'][number]) => parts[part]?.words,
      })),
    ]}
  />
);

const subtitleOf = ({ dimension, sums, illustrative }: DimensionYears): string =>
  [
    `By ${dimension}, all years, in percent of the value${sums ? '' : '; each is a part of it'}.`,
    illustrative && 'Some of these figures are illustrative.',
  ]
    .filter(Boolean)
    .join(' ');

type BreakdownChartsProps = { readonly page: IndicatorPage; readonly entry: IndicatorYear };

/** How the parts of a figure moved over the years: one chart for each dimension with more than one year. */
export const BreakdownCharts = ({ page, entry }: BreakdownChartsProps) => {
  const { today } = useSession();
  return breakdownYears(page)
    .filter(({ rows }) => rows.length > 1)
    .map((years) => (
      <ChartFrame
        key={years.dimension}
        headingLevel={3}
        title={breakdownMessage(years)}
        subtitle={subtitleOf(years)}
        height={years.rows.length * 36 + 76}
        chart={
          <ShareChart
            title={`${page.definition.name} by ${years.dimension}`}
            description={breakdownDescription(years)}
            categories={years.categories}
            rows={years.rows}
          />
        }
        table={<YearsTable years={years} page={page} />}
        copy={{
          file: `${page.code}-by-${years.dimension.replace(/[^\w]+/g, '-')}`,
          source: sourceWords(page, entry, page.asOf ?? today),
          ...breakdownFigures(years),
        }}
      />
    ));
};
