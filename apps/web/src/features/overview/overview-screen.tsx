import type { Overview } from '@fbs/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { formatYear, plural } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { GoalRows } from './goal-rows.tsx';
import { JspPanel } from './jsp-panel.tsx';
import { OverviewFigures } from './overview-figures.tsx';
import { overviewQuery } from './overview-queries.ts';
import './overview.scss';

/** Below the fold: asked for beside the figures, and not part of the first file. */
const loadFurtherDown = () => import('./further-down.tsx');
const FurtherDown = lazy(async () => ({ default: (await loadFurtherDown()).FurtherDown }));

export const prefetch = ({ queryClient, strategy, year, asOf }: Visit): void => {
  void loadFurtherDown();
  void queryClient.prefetchQuery(overviewQuery(strategy, year, asOf));
};

/** Leadership's page: read in one minute, from what it is for down to what needs a hand. */
export const OverviewScreen = () => {
  const strategy = useStrategy();
  const { year, asOf } = useYearAndAsOf();
  const query = useQuery(overviewQuery(strategy.id, year, asOf));
  return (
    <div className="page">
      <header className="page-head">
        <div>
          {/* The line above the heading keeps its place while its words are on their way. */}
          <PageHeading title={`Overview, ${formatYear(year)}`} over={query.data?.strategy.organization ?? '\u00a0'}>
            {strategy.title.replace(/(\d{4})-(\d{4})/, '$1\u2013$2')}
          </PageHeading>
        </div>
        <ReadingControls />
      </header>
      <Loaded
        query={query}
        what="The overview"
        said={`${formatYear(year)} is shown`}
        placeholder={<Loading what="the overview" blocks={[66, 116, 560, 420]} />}
        wayOn={
          <Link to="/goals/$code" params={{ code: '1' }}>
            Go to the goals
          </Link>
        }
      >
        {(overview) => <OverviewBody overview={overview} />}
      </Loaded>
    </div>
  );
};

const OverviewBody = ({ overview }: { overview: Overview }) => (
  <div className="overview">
    <JspPanel jsp={overview.jsp} />
    <OverviewFigures overview={overview} />
    <GoalRows goals={overview.goals} year={overview.year} />
    <Suspense fallback={<Loading what="the rest of the overview" blocks={[560]} />}>
      <FurtherDown overview={overview} />
    </Suspense>
    {overview.illustrative > 0 && (
      <p className="small faint">
        {`${plural(overview.illustrative, 'figure')} behind this page ${overview.illustrative === 1 ? 'is' : 'are'} illustrative: invented for evaluation, and not to be quoted.`}
      </p>
    )}
  </div>
);
