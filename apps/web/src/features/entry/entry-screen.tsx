import { type UseQueryResult, useQueries, useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDay, formatYear } from '../../lib/format.ts';
import { useStrategy, yearsOf } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Empty } from '../../ui/empty.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SwitchLink, SwitchLinks } from '../../ui/switch-links.tsx';
import { EditMemory } from './edit-history.ts';
import { type EntryList, entryListQuery } from './entry-queries.ts';
import { EntryWork } from './entry-work.tsx';
import './entry.scss';

export const prefetch = ({ queryClient, strategy, year, asOf }: Visit): void => {
  void queryClient.prefetchQuery(entryListQuery({ strategy, year, asOf }));
};

export const EntryScreen = () => {
  const strategy = useStrategy();
  const { year, asOf } = useYearAndAsOf();
  const { columns } = useSearch({ from: '/entry' });
  const list = useQuery(entryListQuery({ strategy: strategy.id, year, asOf }));
  const years = columns === 'all' ? yearsOf(strategy) : [];
  const all = useQueries({
    queries: years.map((each) => entryListQuery({ strategy: strategy.id, year: each, asOf })),
    combine: combined,
  });
  const failed = list.data === undefined ? list : all.failed;
  // Whose edits they are, and on which day's figures: a past day has none.
  const memory = useMemory(`${strategy.id} ${asOf}`);
  return (
    <div className="page">
      <div className="page-head">
        <div>
          <PageHeading title={`Data entry, ${columns === 'all' ? 'all years' : formatYear(year)}`}>
            Data entry
          </PageHeading>
          {/* Its lines keep their place while their figures are on their way. */}
          <p className="work__progress soft">{list.data !== undefined && <Progress list={list.data} />}</p>
        </div>
        <ColumnSwitch years={yearsOf(strategy)} current={columns === 'all' ? 'all' : year} />
      </div>
      {(list.isPending || all.isPending) && <Loading what="the figures" height={560} lines={12} />}
      {failed?.isError && (
        <ErrorMessage
          title="The figures could not be loaded"
          error={failed.error}
          onRetry={() => void failed.refetch()}
        >
          <Link to="/my-work">Go to my work</Link>
        </ErrorMessage>
      )}
      {list.data !== undefined && all.lists !== null && (
        <Loaded list={list.data} all={all.lists} strategy={strategy.id} year={year} asOf={asOf} memory={memory} />
      )}
    </div>
  );
};

/** The years side by side: none of them before all have come. */
const combined = (results: readonly UseQueryResult<EntryList>[]) => {
  const lists = results.flatMap(({ data }) => (data === undefined ? [] : [data]));
  return {
    lists: lists.length === results.length ? lists : null,
    failed: results.find(({ isError, data }) => isError && data === undefined),
    isPending: results.some(({ isPending }) => isPending),
  };
};

type ColumnSwitchProps = { readonly years: readonly number[]; readonly current: number | 'all' };

/** One year with what belongs to it, or all years side by side. */
const ColumnSwitch = ({ years, current }: ColumnSwitchProps) => (
  <SwitchLinks label="Year">
    {years.map((year) => (
      <SwitchLink
        key={year}
        to="."
        search={(previous) => ({ ...previous, year, columns: undefined })}
        resetScroll={false}
        current={year === current}
      >
        {formatYear(year)}
      </SwitchLink>
    ))}
    <SwitchLink
      to="."
      search={(previous) => ({ ...previous, columns: 'all' as const })}
      resetScroll={false}
      current={current === 'all'}
    >
      All years
    </SwitchLink>
  </SwitchLinks>
);

/** One's edits outlive a switch of the year; another strategy, or another day, has its own. */
const useMemory = (of: string): EditMemory => {
  const [memories] = useState(() => new Map<string, EditMemory>());
  const known = memories.get(of) ?? new EditMemory();
  memories.set(of, known);
  return known;
};

type LoadedProps = {
  readonly memory: EditMemory;
  readonly list: EntryList;
  /** All years, where they stand side by side. */
  readonly all: readonly EntryList[];
  readonly strategy: string;
  readonly year: number;
  readonly asOf: string | undefined;
};

const Loaded = ({ list, all, strategy, year, asOf, memory }: LoadedProps) =>
  list.indicators.length === 0 ? (
    <Empty title="There is nothing to enter yet">The strategy has no indicators. A planner can define them.</Empty>
  ) : (
    // What is being typed belongs to one year: another year begins with a grid of its own.
    <EntryWork
      key={`${strategy} ${list.year} ${asOf} ${all.length}`}
      list={list}
      all={all}
      place={{ strategy, year: list.year, asOf }}
      memory={memory}
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
    <>
      {formatYear(year)}: {formatDay(`${year - 1}-10-01`)} to {formatDay(`${year}-09-30`)}.{' '}
      <b>
        {reported.length} of {counted.length}
      </b>{' '}
      performance indicators reported. <Link to="/completeness">See what is missing</Link>
    </>
  );
};
