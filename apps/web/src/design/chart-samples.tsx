import { type ReactNode, useEffect } from 'react';
import { formatDecimal } from '../lib/format.ts';
import { ChartFrame } from '../ui/chart-frame.tsx';
import type { ChartPoint } from '../ui/charts/chart-points.ts';
import type { ChartCopy } from '../ui/charts/copy/chart-copy.ts';
import { IndicatorChart, preloadCharts } from '../ui/charts/lazy-charts.ts';
import { DataTable } from '../ui/data-table.tsx';

const trained: readonly ChartPoint[] = [
  { label: 'FY 2018', value: '2650', target: '3000', illustrative: true },
  { label: 'FY 2019', value: '2900', target: '3200', note: 'Two courses moved to FY 2020.', illustrative: true },
  { label: 'FY 2020', value: '3690', target: '3500' },
  { label: 'FY 2021', value: '4310', target: '4000', initialTarget: '4200' },
  { label: 'FY 2022', value: null, target: '4400', projection: '4788' },
];

const shares: readonly ChartPoint[] = [
  { label: 'FY 2018', value: '-5.2', low: '90', high: '95' },
  { label: 'FY 2019', value: null, low: '90', high: '95' },
  { label: 'FY 2020', value: '92.5', low: '90', high: '95' },
  { label: 'FY 2021', value: '88', low: '90', high: '95' },
  { label: 'FY 2022', value: '140', low: '90', high: '95' },
];

const tableOf = (points: readonly ChartPoint[]): ReactNode => (
  <DataTable
    caption="The same figures"
    captionHidden
    rows={points}
    rowKey={(point) => point.label}
    columns={[
      { key: 'year', head: 'Year', cell: (point) => point.label },
      { key: 'target', head: 'Target', cell: (point) => formatDecimal(point.target ?? '–'), align: 'end' },
      { key: 'value', head: 'Value', cell: (point) => formatDecimal(point.value ?? 'Not reported'), align: 'end' },
    ]}
  />
);

const copyOf = (points: readonly ChartPoint[]): ChartCopy => ({
  file: 'sample',
  source: 'Invented for this page',
  columns: [
    { head: 'Year', kind: 'text' },
    { head: 'Value', kind: 'figure' },
  ],
  rows: points.map(({ label, value }) => [label, value]),
});

export const ChartSamples = () => {
  useEffect(preloadCharts, []);
  return (
    <section className="columns columns--even">
      <ChartFrame
        title="Values have passed their targets since FY 2020"
        subtitle="People trained per fiscal year, target and baseline"
        table={tableOf(trained)}
        copy={copyOf(trained)}
        chart={
          <IndicatorChart
            title="People trained per fiscal year"
            description="Values rose from 2,650 in FY 2018 to 4,310 in FY 2021; targets rose from 3,000 to 4,400."
            points={trained}
            baseline={{ value: '2180', label: 'FY 2017' }}
            current="FY 2021"
          />
        }
      />
      <ChartFrame
        title="Two of four figures are outside the range"
        subtitle="Percent, with a gap, a negative figure and one above 100"
        table={tableOf(shares)}
        copy={copyOf(shares)}
        chart={
          <IndicatorChart
            title="Share per fiscal year"
            description="The share left its range in FY 2018, FY 2021 and FY 2022."
            points={shares}
            format={(decimal) => `${formatDecimal(decimal)}%`}
            current="FY 2022"
          />
        }
      />
    </section>
  );
};
