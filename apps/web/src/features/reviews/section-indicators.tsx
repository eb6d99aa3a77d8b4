import type { ReviewSection } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { formatFigure } from '../../lib/figure.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { YearValue } from '../../ui/year-value.tsx';

type Line = ReviewSection['indicators'][number];

const Target = ({ line }: { line: Line }) => {
  const { value, low, high, illustrative, revised, afterResult, noTargetReason } = line.entry.target;
  const figure =
    low !== null && high !== null
      ? `${formatFigure(low, line)} to ${formatFigure(high, line)}`
      : value === null
        ? null
        : formatFigure(value, line);
  if (figure === null)
    return <span className="faint">{noTargetReason === null ? 'No target' : 'None, on purpose'}</span>;
  return (
    <>
      {figure} {illustrative && <IllustrativeMark />}
      {revised && (
        <small className="review__aside">{afterResult ? 'revised after the result was known' : 'revised'}</small>
      )}
    </>
  );
};

const name = (year: number): Column<Line> => ({
  key: 'indicator',
  head: 'Indicator',
  cell: (line) => (
    <>
      <Link to="/indicators/$code" params={{ code: line.code }} search={{ year }}>
        {line.code}
      </Link>{' '}
      {line.name}{' '}
      {line.entry.period.label !== `FY ${year}` && <small className="soft">{line.entry.period.label}</small>}
    </>
  ),
});

/** A baseline has no mark of its own; its source says where it was invented. */
const isInvented = ({ source }: { readonly source: string }): boolean => /^illustrative\b/i.test(source);

const baseline: Column<Line> = {
  key: 'baseline',
  head: 'Baseline',
  align: 'end',
  cell: (line) =>
    line.baseline === null ? (
      <span className="faint">None</span>
    ) : (
      <>
        {formatFigure(line.baseline.value, line)} {isInvented(line.baseline) && <IllustrativeMark />}
        <small className="review__aside">{line.baseline.period}</small>
      </>
    ),
};

const value: Column<Line> = {
  key: 'value',
  head: 'Value',
  align: 'end',
  cell: (line) => (
    <YearValue
      figure={line.entry.value === null ? null : formatFigure(line.entry.value, line)}
      state={line.entry.state}
      illustrative={line.entry.illustrative}
      withheld={line.entry.withheld}
    />
  ),
};

const rating: Column<Line> = {
  key: 'rating',
  head: 'Rating',
  width: '8.5rem',
  // Why there is no rating stands in the columns before.
  cell: ({ entry }) => <StatusMark rating={entry.rating.rating} />,
};

const before: Column<Line> = {
  key: 'before',
  head: 'Year before',
  align: 'end',
  cell: ({ entry: { previous, year }, points, ...line }) =>
    previous === null ? (
      <span className="faint">Not reported</span>
    ) : (
      <>
        {formatFigure(previous.value, line)}{' '}
        {points.some((point) => point.year === year - 1 && point.illustrative) && <IllustrativeMark />}
      </>
    ),
};

const target: Column<Line> = { key: 'target', head: 'Target', align: 'end', cell: (line) => <Target line={line} /> };

const performanceColumns = (year: number) => [name(year), baseline, target, value, rating];
const contextColumns = (year: number) => [name(year), before, value];

/** The figures on which the section rests; context indicators stand apart, because they do not count. */
export const SectionIndicators = ({ section }: { section: ReviewSection }) => {
  const { year, objective, indicators } = section;
  const performance = indicators.filter(({ role }) => role === 'performance');
  const context = indicators.filter(({ role }) => role === 'context');
  const table = (caption: string, columns: readonly Column<Line>[], rows: readonly Line[], empty: string) => (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      empty={empty}
      narrow="cards"
      dense
    />
  );
  return (
    <div className="review__part review__figures">
      {table(
        'Performance indicators',
        performanceColumns(year),
        performance,
        `Objective ${objective} has no performance indicator of its own: its assessment rests on the narrative.`,
      )}
      {context.length > 0 &&
        table('Context: what governments and others do; not counted', contextColumns(year), context, '')}
    </div>
  );
};
