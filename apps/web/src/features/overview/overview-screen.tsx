import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { formatYear } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { ReadingLinks } from '../../ui/reading-links.tsx';
import { overviewQuery } from './overview-queries.ts';
import './overview.scss';

/** What shows the figures is asked for beside them: the first file holds what is seen before they come. */
const loadBody = () => import('./overview-body.tsx');
const OverviewBody = lazy(async () => ({ default: (await loadBody()).OverviewBody }));
const placeholder = <Loading what="the overview" blocks={[66, 116, 560, 420]} />;

export const prefetch = ({ queryClient, strategy, year, asOf }: Visit): void => {
  void loadBody();
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
        <ReadingControls>
          <ReadingLinks />
          <LinkButton to="/present" kind="quiet">
            Present
          </LinkButton>
        </ReadingControls>
      </header>
      <Loaded
        query={query}
        what="The overview"
        said={`${formatYear(year)} is shown`}
        placeholder={placeholder}
        wayOn={
          <Link to="/goals/$code" params={{ code: '1' }}>
            Go to the goals
          </Link>
        }
      >
        {(overview) => (
          <Suspense fallback={placeholder}>
            <OverviewBody overview={overview} />
          </Suspense>
        )}
      </Loaded>
    </div>
  );
};
