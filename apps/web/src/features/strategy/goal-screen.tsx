import type { GoalPage } from '@fbs/contract';
import { goalKindLabels } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatYear } from '../../lib/format.ts';
import { planQuery } from '../../lib/plan.ts';
import { useStrategy } from '../../lib/session.ts';
import type { Visit } from '../../lib/visit.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { Later } from '../../ui/later.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ReadingControls } from '../../ui/reading-controls.tsx';
import { ReadingLinks } from '../../ui/reading-links.tsx';
import { RatingLegend } from '../../ui/status-mark.tsx';
import { AssessmentsTable } from './assessments-table.tsx';
import { FactsTable } from './facts-table.tsx';
import { GoalSwitch } from './goal-switch.tsx';
import { LinkageList } from './linkage-list.tsx';
import { ObjectiveIndicators, ObjectiveStanding } from './objective-results.tsx';
import { OfficialStatement } from './official-statement.tsx';
import { RollUpLine } from './roll-up-line.tsx';
import { goalQuery } from './strategy-queries.ts';
import './strategy.scss';

export const prefetch = ({ queryClient, strategy, params, year, asOf }: Visit): void => {
  void queryClient.prefetchQuery(goalQuery(strategy, params.code ?? '', year, asOf));
  void queryClient.prefetchQuery(planQuery(strategy, asOf));
};

/** A goal: its approved words, what it links up to, and how its objectives stand. */
export const GoalScreen = () => {
  const strategy = useStrategy();
  const { code = '' } = useParams({ from: '/goals/$code' });
  const { year, asOf } = useYearAndAsOf();
  const query = useQuery(goalQuery(strategy.id, code, year, asOf));
  const goal = query.data;
  return (
    <div className="page">
      <GoalSwitch current={code} />
      <header className="page-head">
        <div>
          <PageHeading
            title={`Goal ${code}${goal === undefined ? '' : ` ${goal.shortName}`}, ${formatYear(year)}`}
            over={goal === undefined ? '\u00a0' : `Goal ${goal.code}, ${goalKindLabels[goal.kind].toLowerCase()}`}
          >
            {goal?.shortName ?? `Goal ${code}`}
          </PageHeading>
        </div>
        <ReadingControls>
          <ReadingLinks of={`goal-${code}`} />
        </ReadingControls>
      </header>
      <Loaded
        query={query}
        what={`Goal ${code}`}
        said={`${formatYear(year)} is shown`}
        placeholder={<Loading what="the goal" blocks={[90, 60, 420, 420]} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(data) => <GoalBody goal={data} years={{ from: strategy.firstYear, to: strategy.lastYear }} />}
      </Loaded>
    </div>
  );
};

const Supports = ({ codes }: { codes: readonly string[] }) =>
  codes.length === 0 ? null : (
    <p>
      Supports{' '}
      {codes.map((code, index) => (
        <Fragment key={code}>
          {index > 0 && (index === codes.length - 1 ? ' and ' : ', ')}
          <Link to="/goals/$code" params={{ code }}>
            goal {code}
          </Link>
        </Fragment>
      ))}
      .
    </p>
  );

type ObjectiveProps = {
  readonly objective: GoalPage['objectives'][number];
  readonly year: number;
  readonly years: GoalBodyProps['years'];
};

const Objective = ({ objective, year, years }: ObjectiveProps) => (
  <section className="objective" aria-labelledby={`objective-${objective.code}`}>
    <h3 id={`objective-${objective.code}`}>
      <Link to="/objectives/$code" params={{ code: objective.code }} search={{ year }}>
        {objective.code} {objective.shortName}
      </Link>
    </h3>
    <p className="objective__statement">{objective.statement}</p>
    <div className="stack objective-results">
      <ObjectiveStanding objective={objective} year={year} />
      <Later>
        <ObjectiveIndicators objective={objective} year={year} years={years} />
      </Later>
    </div>
  </section>
);

type GoalBodyProps = { readonly goal: GoalPage; readonly years: { readonly from: number; readonly to: number } };

const GoalBody = ({ goal, years }: GoalBodyProps) => (
  <div className="stack stack--wide">
    <div className="columns">
      <div className="stack">
        <OfficialStatement subject="Goal" statement={goal.statement} outline={goal.outlineStatement} />
        <Supports codes={goal.supportsGoals} />
        <RollUpLine rollUp={goal.rollUp} previous={goal.previousRollUp} year={goal.year} kind="goal" code={goal.code} />
        <RatingLegend />
      </div>
      <LinkageList linkages={goal.linkages} code={goal.code} />
    </div>
    <section aria-labelledby="objectives" className="objectives">
      <h2 id="objectives">{`Objectives in ${formatYear(goal.year)}`}</h2>
      {goal.objectives.slice(0, 1).map((objective) => (
        <Objective key={objective.code} objective={objective} year={goal.year} years={years} />
      ))}
      {goal.objectives.length === 0 && <p className="soft">This goal has no objective yet.</p>}
      <Later>
        {goal.objectives.slice(1).map((objective) => (
          <Objective key={objective.code} objective={objective} year={goal.year} years={years} />
        ))}
      </Later>
    </section>
    <Later>
      <AssessmentsTable objectives={goal.objectives} years={goal.assessments} />
      {goal.facts.length > 0 && <FactsTable facts={goal.facts} />}
    </Later>
  </div>
);
