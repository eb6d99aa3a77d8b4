import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { formatDay, formatYear } from '../../lib/format.ts';
import { useMay, useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { FlowDrawing } from './flow-drawing.tsx';
import { FrameworkSwitch } from './framework-switch.tsx';
import { useLinkageTools } from './linkage-tools.tsx';
import { sightName, withSpans } from './linkage-words.ts';
import { type LinkagesPage, linkagesQuery } from './linkages-queries.ts';
import { OwnWords } from './own-words.tsx';
import { Questions } from './questions.tsx';
import { chosenFramework, type Sight, sightOf } from './sight.ts';
import { SightTable } from './sight-table.tsx';
import { useNarrow } from './use-narrow.ts';
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
      <header className="page-head linkages-head">
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

/** For planners the way to load a framework; others read who can. */
const LoadLink = ({ otherwise = null }: { otherwise?: string | null }) =>
  useMay('edit linkages') ? (
    <LinkButton to="/linkages/load" size="small">
      Load a framework
    </LinkButton>
  ) : (
    otherwise
  );

const LinkagesBody = ({ page, sight }: { page: LinkagesPage; sight: Sight | undefined }) => {
  if (sight === undefined) {
    return (
      <Empty title="No framework is recorded">
        A line of sight needs a framework that the strategy links up to.{' '}
        <LoadLink otherwise="A planner can load one." />
      </Empty>
    );
  }
  if (page.goals.length === 0) {
    return <Empty title="This strategy has no goals yet">An administrator can load them.</Empty>;
  }
  return <FrameworkBody page={page} sight={sight} />;
};

/** The drawing leads where there is room for it; on a narrow screen the table does. */
const DrawingAndTable = ({ sight, year }: { sight: Sight; year: number }) => {
  const isNarrow = useNarrow();
  const drawing = sight.objectives.length > 0 && <FlowDrawing key="drawing" sight={sight} />;
  const table = <SightTable key="table" sight={sight} year={year} />;
  return isNarrow ? [table, drawing] : [drawing, table];
};

const FrameworkBody = ({ page, sight }: { page: LinkagesPage; sight: Sight }) => {
  const { tools, panel } = useLinkageTools({ framework: sight.framework.code });
  return (
    <div className="stack stack--wide linkages">
      <div className="stack">
        <div className="objectives__head">
          <FrameworkSwitch frameworks={page.frameworks} current={sight.framework} />
          {tools !== null && (
            <div className="row">
              <Button size="small" onClick={tools.add}>
                Add a linkage
              </Button>
              <LoadLink />
            </div>
          )}
        </div>
        {panel}
        <Questions page={page} sight={sight} />
      </div>
      {sight.elements.length === 0 ? (
        <Empty title={nothingLinked(sight, page.asOf)}>
          A planner can link goals, objectives and indicators to it.
        </Empty>
      ) : (
        <>
          <DrawingAndTable sight={sight} year={page.year} />
          <OwnWords sight={sight} tools={tools} />
        </>
      )}
    </div>
  );
};
