import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { formatDay, formatYear } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { FlowDrawing } from './flow-drawing.tsx';
import { FrameworkSwitch } from './framework-switch.tsx';
import { sightName, withSpans } from './linkage-words.ts';
import { type LinkagesPage, linkagesQuery } from './linkages-queries.ts';
import { OwnWords } from './own-words.tsx';
import { Questions } from './questions.tsx';
import { chosenFramework, type Sight, sightOf } from './sight.ts';
import { SightTable } from './sight-table.tsx';
import './linkages.scss';

export const prefetch = ({ queryClient, strategy, year, asOf }: Visit): void => {
  void queryClient.prefetchQuery(linkagesQuery(strategy, year, asOf));
};

const useSight = (page: LinkagesPage | undefined): Sight | undefined => {
  const { framework: code } = useSearch({ from: '/linkages' });
  const framework = page && chosenFramework(page, code);
  return page && framework && sightOf(page, framework);
};

/** What the strategy is for: how its objectives lead, through its goals, to the frameworks above it. */
export const LinkagesScreen = () => {
  const strategy = useStrategy();
  const { year, asOf } = useYearAndAsOf();
  const query = useQuery(linkagesQuery(strategy.id, year, asOf));
  const sight = useSight(query.data);
  const title = sight === undefined ? 'Line of sight' : `Line of sight to ${sightName(sight)}`;
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <PageHeading
            title={`${title}, ${formatYear(year)}`}
            over={sight === undefined ? '\u00a0' : withSpans(sight.framework.title)}
          >
            {title}
          </PageHeading>
        </div>
        <ReadingControls />
      </header>
      <Loaded
        query={query}
        what="The line of sight"
        said={`${title}, ${formatYear(year)}, is shown`}
        placeholder={<Loading what="the line of sight" blocks={[38, 110, 640, 420]} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(page) => <LinkagesBody page={page} sight={sight} />}
      </Loaded>
    </div>
  );
};

const nothingLinked = (sight: Sight, asOf: string | null): string =>
  asOf === null
    ? `Nothing is linked to ${sightName(sight)} yet`
    : `On ${formatDay(asOf)} nothing was linked to ${sightName(sight)}`;

const LinkagesBody = ({ page, sight }: { page: LinkagesPage; sight: Sight | undefined }) => {
  if (sight === undefined) {
    return (
      <Empty title="No framework is recorded">
        A line of sight needs a framework that the strategy links up to. An administrator can load one.
      </Empty>
    );
  }
  if (page.goals.length === 0) {
    return <Empty title="This strategy has no goals yet">An administrator can load them.</Empty>;
  }
  return (
    <div className="stack stack--wide linkages">
      <div className="stack">
        <FrameworkSwitch frameworks={page.frameworks} current={sight.framework} />
        <Questions page={page} sight={sight} />
      </div>
      {sight.elements.length === 0 ? (
        <Empty title={nothingLinked(sight, page.asOf)}>
          A planner can link goals, objectives and indicators to it.
        </Empty>
      ) : (
        <SightParts sight={sight} year={page.year} />
      )}
    </div>
  );
};

const SightParts = ({ sight, year }: { sight: Sight; year: number }) => (
  <>
    {sight.objectives.length > 0 && <FlowDrawing sight={sight} />}
    <SightTable sight={sight} year={year} />
    <OwnWords sight={sight} />
  </>
);
