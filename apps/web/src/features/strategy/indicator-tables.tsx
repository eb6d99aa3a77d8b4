import type { IndicatorLine } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { type FigureStyle, formatFigure, formatTarget, formatTrend, seriesOf } from '../../lib/figure.ts';
import { formatYear } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { YearValue } from '../../ui/year-value.tsx';

const styleOf = ({ kind, decimals, unit, computed }: IndicatorLine): FigureStyle => ({
  kind,
  decimals,
  unit,
  computed,
});

const figureOf = (line: IndicatorLine): string | null => {
  if (line.entry.value !== null) return formatFigure(line.entry.value, styleOf(line));
  return line.kind === 'narrative' && line.entry.text !== null ? 'In words' : null;
};

const Name = ({ line, year }: { line: IndicatorLine; year: number }) => (
  <span className="indicator-name">
    <Link to="/indicators/$code" params={{ code: line.code }} search={{ year }}>
      {line.code} {line.name}
    </Link>{' '}
    <span className="small soft">{line.kind === 'number' ? line.unit : null}</span>
    {line.status === 'retired' && <Tag>retired</Tag>}
  </span>
);

const Target = ({ line }: { line: IndicatorLine }) => {
  const { target } = line.entry;
  const figure = formatTarget(target, styleOf(line));
  const initial = target.revised && target.initial !== null ? formatTarget(target.initial, styleOf(line)) : null;
  if (figure === null) {
    return <span className="soft">{target.noTargetReason === null ? 'None set' : 'None, on purpose'}</span>;
  }
  return (
    <span key={`${figure} ${initial}`} className="target">
      {figure}
      {target.illustrative && <IllustrativeMark />}
      {initial !== null && <span className="small soft">initial {initial}</span>}
      {target.afterResult && <Tag tone="strong">revised after the result</Tag>}
    </span>
  );
};

const Trend = ({ line, years }: { line: IndicatorLine; years: Years }) => {
  const values = seriesOf(line.points, years.from, years.to);
  const known = values.filter((value) => value !== null).length;
  return known > 1 ? (
    <Sparkline values={values} width={96} height={28} />
  ) : (
    <span className="small soft">too few figures</span>
  );
};

export type Years = { readonly from: number; readonly to: number };

export const nameColumn = <Line extends IndicatorLine>(year: number, width = '33%'): Column<Line> => ({
  key: 'name',
  head: 'Indicator',
  cell: (line) => <Name line={line} year={year} />,
  rowHead: true,
  width,
});

export const periodColumn: Column<IndicatorLine> = {
  key: 'period',
  head: 'Period',
  cell: (line) => line.entry.period.label,
  width: '12%',
};

export const targetColumn: Column<IndicatorLine> = {
  key: 'target',
  head: 'Target',
  align: 'end',
  width: '13%',
  cell: (line) => <Target line={line} />,
};

export const ratingColumn: Column<IndicatorLine> = {
  key: 'rating',
  head: 'Rating',
  cell: ({ entry }) => <StatusMark rating={entry.rating.rating} reason={entry.rating.reason} />,
  width: '20%',
};

export const valueColumn: Column<IndicatorLine> = {
  key: 'value',
  head: 'Value',
  align: 'end',
  width: '12%',
  cell: (line) => (
    <YearValue
      figure={figureOf(line)}
      state={line.entry.state}
      illustrative={line.entry.illustrative}
      withheld={line.entry.withheld}
    />
  ),
};

const trendColumn = (years: Years): Column<IndicatorLine> => ({
  key: 'trend',
  head:
    years.from === years.to ? formatYear(years.from) : `${formatYear(years.from)}\u2013${String(years.to).slice(2)}`,
  label: 'Trend',
  cell: (line) => <Trend line={line} years={years} />,
  width: '10%',
});

type IndicatorTableProps = {
  readonly lines: readonly IndicatorLine[];
  readonly caption: string;
  readonly year: number;
  readonly years: Years;
};

/** The office's own indicators: what was aimed for, what came, and how that is rated. */
export const PerformanceTable = ({ lines, caption, year, years }: IndicatorTableProps) => (
  <DataTable
    caption={caption}
    captionHidden
    narrow="cards"
    rows={lines}
    rowKey={(line) => line.code}
    columns={[nameColumn(year), periodColumn, targetColumn, valueColumn, ratingColumn, trendColumn(years)]}
  />
);

const Before = ({ line }: { line: IndicatorLine }) => {
  const { previous } = line.entry;
  if (previous === null) return <span className="soft">none</span>;
  return formatFigure(previous.value, styleOf(line));
};

const Change = ({ line }: { line: IndicatorLine }) => {
  const { trend, value } = line.entry;
  if (trend === null || value === null) return <span className="soft">nothing to compare</span>;
  return formatTrend(trend, styleOf(line), value);
};

/** What governments and others did: shown with its trend, apart from what is rated. */
export const ContextTable = ({ lines, caption, year, years }: IndicatorTableProps) => (
  <DataTable
    caption={caption}
    narrow="cards"
    rows={lines}
    rowKey={(line) => line.code}
    columns={[
      nameColumn(year),
      periodColumn,
      // Where the table of the office's own has its targets, so that the values of both stand below each other.
      { key: 'before', head: 'Year before', align: 'end', width: '13%', cell: (line) => <Before line={line} /> },
      valueColumn,
      { key: 'change', head: 'Change', width: '20%', cell: (line) => <Change line={line} /> },
      trendColumn(years),
    ]}
  />
);
