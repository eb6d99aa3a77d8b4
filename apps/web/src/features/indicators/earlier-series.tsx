import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatTarget } from '../../lib/figure.ts';
import { useSession, useStrategy } from '../../lib/session.ts';
import { strategyName } from '../../lib/strategy-name.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { StatusMark } from '../../ui/status-mark.tsx';
import { YearValue } from '../../ui/year-value.tsx';
import { type EarlierSeriesLine, earlierQuery, type IndicatorPage, type IndicatorYear } from './indicator-queries.ts';
import { figureOf, styleOf } from './indicator-style.ts';
import { PredecessorForm } from './predecessor-form.tsx';

const columnsOf = ({ strategy, indicator, definition }: EarlierSeriesLine): Column<IndicatorYear>[] => {
  const style = styleOf(definition);
  return [
    {
      key: 'year',
      head: 'Period',
      rowHead: true,
      nowrap: true,
      cell: ({ year, period }) => (
        <Link to="/indicators/$code" params={{ code: indicator }} search={{ strategy, year, asOf: undefined }}>
          {period.label}
        </Link>
      ),
    },
    { key: 'target', head: 'Target', align: 'end', cell: ({ target }) => formatTarget(target, style) ?? 'None' },
    {
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
    },
    {
      key: 'rating',
      head: 'Rating then',
      cell: ({ rating }) => <StatusMark rating={rating.rating} reason={rating.reason} />,
    },
  ];
};

const Series = ({ series }: { series: EarlierSeriesLine }) => {
  const { strategy, indicator, definition, years } = series;
  const name = strategyName(series);
  return (
    <section aria-labelledby={`earlier-${strategy}`}>
      <h2 id={`earlier-${strategy}`}>From the earlier strategy</h2>
      <p className="measure">
        It continues{' '}
        <Link
          to="/indicators/$code"
          params={{ code: indicator }}
          search={{ strategy, year: undefined, asOf: undefined }}
        >
          {indicator} of {name}
        </Link>
        . These figures were rated there against their own targets; here they are shown and never counted.
      </p>
      <DataTable
        caption={`${definition.name} in ${name}, newest first`}
        captionHidden
        narrow="cards"
        rows={years.toReversed()}
        rowKey={({ year }) => String(year)}
        columns={columnsOf(series)}
      />
    </section>
  );
};

/** What an indicator continues; asked for only where there is more than one strategy. */
export const EarlierSeries = ({ page }: { page: IndicatorPage }) => {
  const { strategies } = useSession();
  const query = earlierQuery(useStrategy().id, page.code, page.asOf ?? undefined);
  const { data, error, refetch } = useQuery({ ...query, enabled: strategies.length > 1 });
  if (data === undefined && error !== null) {
    return <ErrorMessage error={error} title="The earlier series could not be loaded" onRetry={() => void refetch()} />;
  }
  return (
    <>
      {data?.map((series) => (
        <Series key={series.strategy} series={series} />
      ))}
      {data !== undefined && page.rights.edit && <PredecessorForm key={page.version} page={page} series={data} />}
    </>
  );
};
