import type { ResultsPage } from '@fbs/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Counted } from '../../panels/results/counted.tsx';
import { resultsQuery } from '../../panels/results/results-query.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { ResultFilters } from './result-filters.tsx';
import { PlannedTable, ResultTable } from './result-tables.tsx';
import { readListAsked } from './results-search.ts';
import { changeParts, listLabel, listTitle, netChange } from './results-words.ts';
import './strategy.scss';

/** The list behind a figure: as long as the figure says, and each of its rows one link from its indicator. */
export const ResultsScreen = () => {
  const strategy = useStrategy().id;
  const { year, asOf } = useYearAndAsOf();
  const search = useSearch({ from: '/results' });
  const asked = readListAsked(search);
  const query = useQuery(resultsQuery(strategy, asked, year, asOf));
  const page = query.data;
  const title = page === undefined ? listLabel(asked.list, asked.kind) : listTitle(page);
  return (
    <div className="page">
      <Breadcrumbs>
        <Link to="/">Overview</Link>
      </Breadcrumbs>
      <header className="page-head">
        <div>
          <PageHeading title={`${title}, ${formatYear(year)}`} over={formatYear(year)}>
            {title}
          </PageHeading>
        </div>
        <ReadingControls />
      </header>
      <Loaded
        query={query}
        what="The list"
        said={`${title}, ${formatYear(year)}`}
        placeholder={<Loading what="the list" blocks={[40, 420]} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(data) => (
          <div className="stack">
            <ResultFilters search={search} page={data} />
            <ListBody page={data} />
          </div>
        )}
      </Loaded>
    </div>
  );
};

const ListBody = ({ page }: { page: ResultsPage }) => {
  if (page.planned.length > 0) return <PlannedTable planned={page.planned} year={page.year} />;
  if (page.lines.length === 0) return <EmptyList page={page} />;
  return (
    <>
      {page.list === 'met_changed' && <ChangeSummary page={page} />}
      <ResultTable page={page} />
    </>
  );
};

/** How the changes make up the difference that led to them; each count leads to its part of the list. */
const ChangeSummary = ({ page: { lines, year, goal, objective } }: { page: ResultsPage }) => {
  const [gained, lost] = changeParts(lines).map(({ list, words }) => (
    <Counted key={list} list={list} year={year} goal={goal?.code} objective={objective?.code}>
      {words}
    </Counted>
  ));
  return (
    <p>
      {gained}, {lost}: {netChange(lines, year)}.
    </p>
  );
};

const EmptyList = ({ page: { year, list, kind } }: { page: ResultsPage }) => (
  <div className="empty">
    <p className="empty__title">{`Nothing is in this list in ${formatYear(year)}`}</p>
    <p>
      {`\u201c${listLabel(list, kind)}\u201d counts nothing here. `}
      <Link to="/results" search={{ year }}>
        See all performance indicators
      </Link>
    </p>
  </div>
);
