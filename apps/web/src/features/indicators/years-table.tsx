import { Link } from '@tanstack/react-router';
import { type FigureStyle, formatTarget, formatTrend } from '../../lib/figure.ts';
import { formatDay, formatSignedPercent } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { VerificationMark } from '../../ui/verification-mark.tsx';
import { YearValue } from '../../ui/year-value.tsx';
import type { IndicatorPage, IndicatorYear } from './indicator-queries.ts';
import { figureOf, styleOf } from './indicator-style.ts';

const TargetCell = ({ entry, page }: { entry: IndicatorYear; page: IndicatorPage }) => {
  const { target } = entry;
  const style = styleOf(page.definition);
  const figure = formatTarget(target, style);
  if (figure === null) {
    return <span className="soft">{target.noTargetReason === null ? 'None set' : 'None, on purpose'}</span>;
  }
  const initial = target.initial === null ? null : formatTarget(target.initial, style);
  const revision = page.targets.find((vintage) => vintage.year === entry.year);
  return (
    <span className="year-target">
      {figure}
      {target.illustrative && <IllustrativeMark />}
      {target.revised && initial !== null && (
        <span className="small soft">
          initial {initial}
          {revision !== undefined && `, revised ${formatDay(revision.at)}`}
        </span>
      )}
      {target.afterResult && <Tag tone="strong">after the result</Tag>}
    </span>
  );
};

const Explanation = ({ entry }: { entry: IndicatorYear }) => {
  if (entry.explanation !== null) return <span className="small">{entry.explanation}</span>;
  if (entry.explanationMissing) return <span className="small year-missing">Required, not given yet</span>;
  return <span className="small soft">{entry.rating.rating === 'not_rated' ? '' : 'Not required'}</span>;
};

const yearColumn = (current: number): Column<IndicatorYear> => ({
  key: 'year',
  head: 'Period',
  rowHead: true,
  nowrap: true,
  cell: (entry) => (
    <Link
      to="."
      search={(previous) => ({ ...previous, year: entry.year })}
      resetScroll={false}
      aria-current={entry.year === current ? 'true' : undefined}
      className="year-link"
    >
      {entry.period.label}
    </Link>
  ),
});

const valueColumn = (style: FigureStyle): Column<IndicatorYear> => ({
  key: 'value',
  head: 'Value',
  align: 'end',
  cell: (entry) => (
    <YearValue
      figure={figureOf(entry, style)}
      state={entry.state}
      illustrative={entry.illustrative}
      withheld={entry.withheld}
    />
  ),
});

const deviationColumn: Column<IndicatorYear> = {
  key: 'deviation',
  head: 'Deviation',
  align: 'end',
  cell: ({ rating }) =>
    rating.deviation === null ? <span className="soft">none</span> : formatSignedPercent(rating.deviation),
};

const performanceColumns = (page: IndicatorPage, current: number): Column<IndicatorYear>[] => [
  yearColumn(current),
  { key: 'target', head: 'Target', align: 'end', cell: (entry) => <TargetCell entry={entry} page={page} /> },
  valueColumn(styleOf(page.definition)),
  ...(page.definition.kind === 'milestone' || page.definition.kind === 'narrative' ? [] : [deviationColumn]),
  {
    key: 'rating',
    head: 'Rating',
    width: '20%',
    cell: ({ rating }) => <StatusMark rating={rating.rating} reason={rating.reason} />,
  },
  { key: 'explanation', head: 'Explanation', cell: (entry) => <Explanation entry={entry} />, width: '28%' },
];

const contextColumns = (page: IndicatorPage, current: number): Column<IndicatorYear>[] => {
  const style = styleOf(page.definition);
  return [
    yearColumn(current),
    valueColumn(style),
    {
      key: 'change',
      head: 'Change',
      align: 'end',
      cell: ({ trend, value }) =>
        trend === null || value === null ? <span className="soft">none</span> : formatTrend(trend, style, value),
    },
    {
      key: 'source',
      head: 'Source',
      width: '45%',
      cell: ({ source, verification, restated }) => (
        <span className="year-source small">
          {source}
          {verification !== null && <VerificationMark verification={verification} />}
          {restated && <Tag>restated</Tag>}
        </span>
      ),
    },
  ];
};

/** All years, newest first. Context has no targets, so it shows its sources instead. */
export const YearsTable = ({ page, current }: { page: IndicatorPage; current: number }) => (
  <section aria-labelledby="years">
    <h2 id="years">All years</h2>
    <DataTable
      caption={`${page.definition.name}: all years, newest first`}
      captionHidden
      narrow="cards"
      rows={page.years.toReversed()}
      rowKey={(entry) => String(entry.year)}
      columns={
        page.definition.role === 'performance' ? performanceColumns(page, current) : contextColumns(page, current)
      }
      empty="No year has been recorded. A planner can enter values or import them."
    />
  </section>
);
