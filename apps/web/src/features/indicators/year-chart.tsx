import { directionLabels, periodBasisLabels } from '@fbs/core';
import { formatFigureWithUnit, formatTarget } from '../../lib/figure.ts';
import { useSession } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { ChartFrame } from '../../ui/chart-frame.tsx';
import type { ChartPoint } from '../../ui/charts/chart-points.ts';
import { IndicatorChart } from '../../ui/charts/lazy-charts.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { chartFigures, sourceWords } from './chart-copies.ts';
import { axisLabel, chartDescription, chartPointsOf, isDrawn } from './chart-of-years.ts';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';
import { chartFormat, styleOf } from './indicator-style.ts';

const ChartTable = ({ points, page }: { points: readonly ChartPoint[]; page: IndicatorPage }) => {
  const style = styleOf(page.definition);
  const format = (decimal: string) => formatFigureWithUnit(decimal, { ...style, unit: '' });
  const written = (decimal: string | null | undefined, none: string) => (decimal ? format(decimal) : none);
  return (
    <DataTable
      caption={`${page.definition.name}: the figures of the chart`}
      captionHidden
      dense
      rows={points}
      rowKey={({ label }) => label}
      columns={[
        { key: 'label', head: 'Period', cell: ({ label }) => label, nowrap: true },
        {
          key: 'target',
          head: 'Target',
          align: 'end',
          cell: ({ target = null, low = null, high = null }) =>
            formatTarget({ value: target, low, high }, style) ?? 'none',
        },
        { key: 'value', head: 'Value', align: 'end', cell: ({ value }) => written(value, 'no figure') },
        ...(points.some(({ restatedFrom = [] }) => restatedFrom.length > 0)
          ? [
              {
                key: 'restated',
                head: 'First reported',
                align: 'end' as const,
                cell: ({ restatedFrom = [] }: ChartPoint) =>
                  restatedFrom.map(({ value, illustrative }) => (
                    <span key={value}>
                      {format(value)} {illustrative && <IllustrativeMark />}
                    </span>
                  )),
              },
            ]
          : []),
        { key: 'projection', head: 'Projection', align: 'end', cell: ({ projection }) => written(projection, '') },
      ]}
    />
  );
};

const subtitleOf = ({ definition }: IndicatorPage): string => {
  const { unit, kind, periodBasis, direction } = definition;
  if (kind === 'milestone' || kind === 'narrative') return `${periodBasisLabels[periodBasis]}.`;
  const what = kind === 'percent' ? 'Percent' : unit.charAt(0).toUpperCase() + unit.slice(1);
  return `${what}. ${periodBasisLabels[periodBasis]}. ${directionLabels[direction]}.`;
};

const ProjectionNote = ({ page }: { page: IndicatorPage }) =>
  page.projection === null ? null : (
    <p className="small soft">
      {`The projection for ${page.projection.label}, ${formatFigureWithUnit(page.projection.value, { ...styleOf(page.definition), computed: true })}, is a straight line through the figures so far (least squares). It never enters a rating.`}
    </p>
  );

/** The years as a chart under the sentence that says its message, and the same as a table. */
export const YearChart = ({ page, entry }: { page: IndicatorPage; entry: IndicatorYear }) => {
  const { asOf } = useYearAndAsOf();
  const { today } = useSession();
  if (!isDrawn(page)) {
    return (
      <section>
        <h2>{page.message}</h2>
        <p className="small soft">{subtitleOf(page)}</p>
      </section>
    );
  }
  const { definition } = page;
  const points = chartPointsOf(page);
  const style = styleOf(definition);
  return (
    <section className="stack">
      <ChartFrame
        title={page.message}
        subtitle={subtitleOf(page)}
        height={360}
        chart={
          <IndicatorChart
            title={definition.name}
            description={`${page.message}. ${chartDescription(page, style)}`}
            points={points}
            baseline={
              definition.baseline === null
                ? null
                : { value: definition.baseline.value, label: definition.baseline.period }
            }
            format={chartFormat(style)}
            current={axisLabel(entry.period.label)}
          />
        }
        table={<ChartTable points={points} page={page} />}
        copy={{
          file: `${page.code}-FY-${entry.year}`,
          source: sourceWords(page, entry, asOf ?? today),
          ...chartFigures(points),
        }}
      />
      <ProjectionNote page={page} />
    </section>
  );
};
