import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay, formatYear } from '../../lib/format.ts';
import { useStrategy, yearsOf } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { YearSwitch } from '../../ui/switch-links.tsx';
import { type EntryList, entryListQuery } from './entry-queries.ts';
import { EntryWork } from './entry-work.tsx';
import './entry.scss';

export const prefetch = ({ queryClient, strategy, year, asOf }: Visit): void => {
  void queryClient.prefetchQuery(entryListQuery({ strategy, year, asOf }));
};

export const EntryScreen = () => {
  const strategy = useStrategy();
  const { year, asOf } = useYearAndAsOf();
  const list = useQuery(entryListQuery({ strategy: strategy.id, year, asOf }));
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <PageHeading title={`Data entry ${formatYear(year)}`}>Data entry</PageHeading>
          {list.data !== undefined && <Progress list={list.data} />}
        </div>
        <YearSwitch years={yearsOf(strategy)} current={year} />
      </div>
      {list.isPending && <Loading what="the figures" height={560} lines={12} />}
      {list.isError && list.data === undefined && (
        <ErrorMessage title="The figures could not be loaded" error={list.error} onRetry={() => void list.refetch()} />
      )}
      {list.data !== undefined && <Loaded list={list.data} strategy={strategy.id} year={year} asOf={asOf} />}
    </div>
  );
};

type LoadedProps = {
  readonly list: EntryList;
  readonly strategy: string;
  readonly year: number;
  readonly asOf: string | undefined;
};

const Loaded = ({ list, strategy, year, asOf }: LoadedProps) =>
  list.indicators.length === 0 ? (
    <Empty title="There is nothing to enter yet">The strategy has no indicators. A planner can define them.</Empty>
  ) : (
    // What is being typed belongs to one year: another year begins with a grid of its own.
    <EntryWork
      key={`${strategy} ${list.year} ${asOf}`}
      list={list}
      place={{ strategy, year: list.year, asOf }}
      isWaiting={list.year !== year}
    />
  );

const reportedStates = ['submitted', 'approved', 'frozen'];

/** How far the year has come, in a sentence. */
const Progress = ({ list }: { list: EntryList }) => {
  const counted = list.indicators.filter(
    ({ role, entry }) => role === 'performance' && entry.state !== 'not_applicable',
  );
  const reported = counted.filter(({ entry }) => reportedStates.includes(entry.state));
  const { year } = list;
  return (
    <p className="soft">
      {formatYear(year)}: {formatDay(`${year - 1}-10-01`)} to {formatDay(`${year}-09-30`)}.{' '}
      <b>
        {reported.length} of {counted.length}
      </b>{' '}
      performance indicators reported. <Link to="/completeness">See what is missing</Link>
    </p>
  );
};
