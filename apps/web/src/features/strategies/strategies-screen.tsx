import { strategyStateLabels } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { plural } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { strategyName } from '../../lib/strategy-name.ts';
import { LinkButton } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ManagersOnly } from './managers-only.tsx';
import { managedQuery, type StrategyLine } from './strategies-queries.ts';

const counted = (key: keyof StrategyLine['counts'], head: string): Column<StrategyLine> => ({
  key,
  head,
  align: 'end',
  cell: ({ counts }) => counts[key].toLocaleString('en-US'),
});

const columns: readonly Column<StrategyLine>[] = [
  {
    key: 'title',
    head: 'Strategy',
    cell: ({ id, ...named }) => (
      <Link to="/admin/strategies/$id" params={{ id }}>
        {strategyName(named)}
      </Link>
    ),
  },
  { key: 'state', head: 'State', cell: ({ state }) => <Tag>{strategyStateLabels[state]}</Tag> },
  counted('goals', 'Goals'),
  counted('objectives', 'Objectives'),
  counted('indicators', 'Indicators'),
  counted('values', 'Values'),
  counted('reviews', 'Reviews'),
  {
    key: 'open',
    head: 'Screens',
    cell: ({ id, ...named }) => (
      <Link to="/" search={{ strategy: id, year: undefined, asOf: undefined }}>
        Overview<span className="visually-hidden">{` of ${strategyName(named)}`}</span>
      </Link>
    ),
  },
];

/** All strategies, drafts and archived ones too. */
export const StrategiesScreen = () => (
  <div className="page">
    <header className="page-head">
      <div>
        <PageHeading title="Strategies" />
        <p className="soft measure">
          A strategy begins as a draft, which planners and administrators see. Put in force, everybody sees it;
          archived, it is only read.
        </p>
      </div>
      {useSession().person?.permissions.includes('manage strategies') && (
        <div className="row">
          <LinkButton to="/admin/strategies/import">Import from a file</LinkButton>
          <LinkButton to="/admin/strategies/new" kind="primary">
            New strategy
          </LinkButton>
        </div>
      )}
    </header>
    <ManagersOnly>
      <List />
    </ManagersOnly>
  </div>
);

const List = () => {
  const query = useQuery(managedQuery);
  return (
    <Loaded
      query={query}
      what="The strategies"
      said={plural(query.data?.length ?? 0, 'strategy', 'strategies')}
      placeholder={<Loading what="the strategies" height={160} />}
      wayOn={<Link to="/">Go to the overview</Link>}
    >
      {(strategies) => (
        <DataTable
          caption="Strategies"
          captionHidden
          columns={columns}
          rows={strategies}
          rowKey={({ id }) => id}
          empty="There is no strategy yet: begin one."
          narrow="cards"
        />
      )}
    </Loaded>
  );
};
