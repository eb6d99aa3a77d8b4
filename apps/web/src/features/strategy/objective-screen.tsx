import type { ObjectivePage } from '@fbs/contract';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { ReadingLinks } from '../../ui/reading-links.tsx';
import { RatingLegend } from '../../ui/status-mark.tsx';
import { LinkageList } from './linkage-list.tsx';
import { Narratives } from './narratives.tsx';
import { ObjectiveIndicators, ObjectiveStanding } from './objective-results.tsx';
import { OfficialStatement } from './official-statement.tsx';
import { PlannerTools } from './planner-tools.tsx';
import { RetiredIndicators } from './retired-indicators.tsx';
import { objectiveQuery } from './strategy-queries.ts';
import './strategy.scss';

export const prefetch = ({ queryClient, strategy, params, year, asOf }: Visit): void => {
  void queryClient.prefetchQuery(objectiveQuery(strategy, params.code ?? '', year, asOf));
};

/** An objective: its approved words, its indicators, and what the reviews of all years said of it. */
export const ObjectiveScreen = () => {
  const strategy = useStrategy();
  const { code = '' } = useParams({ from: '/objectives/$code' });
  const { year, asOf } = useYearAndAsOf();
  const query = useQuery(objectiveQuery(strategy.id, code, year, asOf));
  const objective = query.data;
  const goal = objective?.goalWords;
  return (
    <div className="page">
      <Breadcrumbs>
        <Link to="/">Overview</Link>
        <Link to="/goals/$code" params={{ code: goal?.code ?? code.split('.')[0] ?? code }}>
          {goal === undefined ? `Goal ${code.split('.')[0]}` : `Goal ${goal.code} ${goal.shortName}`}
        </Link>
      </Breadcrumbs>
      <header className="page-head">
        <div>
          <PageHeading
            title={`Objective ${code}${objective === undefined ? '' : ` ${objective.shortName}`}, ${formatYear(year)}`}
            over={`Objective ${code}`}
          >
            {objective?.shortName ?? `Objective ${code}`}
          </PageHeading>
        </div>
        <ReadingControls>
          <ReadingLinks of={`objective-${code}`} />
        </ReadingControls>
      </header>
      <Loaded
        query={query}
        what={`Objective ${code}`}
        said={`${formatYear(year)} is shown`}
        placeholder={<Loading what="the objective" blocks={[90, 320, 240]} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(data) => <ObjectiveBody objective={data} years={{ from: strategy.firstYear, to: strategy.lastYear }} />}
      </Loaded>
    </div>
  );
};

type ObjectiveBodyProps = {
  readonly objective: ObjectivePage;
  readonly years: { readonly from: number; readonly to: number };
};

const ObjectiveBody = ({ objective, years }: ObjectiveBodyProps) => (
  <div className="stack stack--wide">
    <div className="stack">
      <OfficialStatement subject="Objective" statement={objective.statement} outline={objective.outlineStatement} />
      {objective.justificationSummary !== '' && (
        <p className="measure">
          <b>Summary:</b> {objective.justificationSummary}
        </p>
      )}
      {objective.dataSources.length > 0 && (
        <p className="small soft">Data sources named by the strategy: {objective.dataSources.join('; ')}</p>
      )}
    </div>
    <section aria-labelledby="indicators" className="stack">
      <div className="objectives__head">
        <h2 id="indicators">{`Indicators in ${formatYear(objective.year)}`}</h2>
        <RatingLegend />
      </div>
      <PlannerTools key={objective.code} objective={objective} />
      <div className="stack objective-results">
        <ObjectiveStanding objective={objective} year={objective.year} />
        <ObjectiveIndicators objective={objective} year={objective.year} years={years} />
      </div>
      <RetiredIndicators objective={objective.code} />
    </section>
    <div className="columns columns--even">
      <Narratives years={objective.assessments} code={objective.code} />
      <LinkageList linkages={objective.linkages} code={objective.code} />
    </div>
  </div>
);
