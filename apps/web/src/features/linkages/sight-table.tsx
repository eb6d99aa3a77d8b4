import { linkageStrengthLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { formatYear } from '../../lib/format.ts';
import { ScrollFrame } from '../../ui/scroll-frame.tsx';
import { StackedBar } from '../../ui/stacked-bar.tsx';
import { Tag } from '../../ui/tag.tsx';
import { ElementLink } from './element-link.tsx';
import { countsOf, frameworkName, metPhrase, reportingWords, sightName } from './linkage-words.ts';
import { type Goal, type Linkage, type Objective, objectivesOf, type Sight } from './sight.ts';

type CellsProps = { readonly objectives: readonly Objective[]; readonly of: string };

/** What the counts say of an objective, or of those with which a goal stands behind an element. */
const Cells = ({ objectives, of }: CellsProps) => {
  const rollUp = countsOf(objectives);
  return (
    <>
      <td data-label="Reporting" className="nowrap">
        <div>{reportingWords(objectives)}</div>
      </td>
      <td data-label="Met" className="nowrap">
        <div>{rollUp.indicators === 0 ? <span className="soft">nothing to rate</span> : metPhrase(rollUp)}</div>
      </td>
      <td data-label="By rating">
        <div>
          {rollUp.indicators === 0 ? (
            <span className="soft">none</span>
          ) : (
            <StackedBar
              label={`Performance indicators of ${of}`}
              counts={{
                above_target: rollUp.above,
                on_target: rollUp.on,
                improved_target_not_met: rollUp.improved,
                below_target: rollUp.below,
                not_rated: rollUp.notRated,
              }}
            />
          )}
        </div>
      </td>
    </>
  );
};

const Silent = ({ objective, year }: { objective: Objective; year: number }) => {
  const silent = objective.indicators.filter(({ reporting }) => !reporting);
  if (silent.length === 0) return null;
  return (
    <ul className="sight-table__silent">
      {silent.map(({ code, name }) => (
        <li key={code}>
          not reporting:{' '}
          <Link to="/indicators/$code" params={{ code }} search={{ year }}>
            {code} {name}
          </Link>
        </li>
      ))}
    </ul>
  );
};

const ObjectiveRow = ({ objective, year }: { objective: Objective; year: number }) => (
  <tr className="sight-table__objective">
    <th scope="row">
      <div>
        <span className="soft">Objective</span>{' '}
        <Link to="/objectives/$code" params={{ code: objective.code }}>
          {objective.code} {objective.shortName}
        </Link>
        <Silent objective={objective} year={year} />
      </div>
    </th>
    <Cells objectives={[objective]} of={`objective ${objective.code}`} />
  </tr>
);

type GoalRowsProps = {
  readonly goal: Goal;
  readonly linkages: readonly Linkage[];
  readonly objectives: readonly Objective[];
  readonly year: number;
};

const GoalRows = ({ goal, linkages, objectives, year }: GoalRowsProps) => (
  <>
    <tr className="sight-table__goal">
      <th scope="row">
        <div>
          <span className="soft">Goal</span>{' '}
          <Link to="/goals/$code" params={{ code: goal.code }}>
            {goal.code} {goal.shortName}
          </Link>
          {linkages.map(({ id, subject, strength, quote }) => (
            <Fragment key={id}>
              {' '}
              <Tag>{linkageStrengthLabels[strength]}</Tag>
              {subject.kind !== 'goal' && (
                <span className="small soft">{` through ${subject.kind} ${subject.code}`}</span>
              )}
              {quote !== null && <q className="sight-table__quote">{quote}</q>}
            </Fragment>
          ))}
        </div>
      </th>
      <Cells objectives={objectives} of={`goal ${goal.code}`} />
    </tr>
    {objectives.map((objective) => (
      <ObjectiveRow key={objective.code} objective={objective} year={year} />
    ))}
  </>
);

const Group = ({ head, children }: { head: ReactNode; children: ReactNode }) => (
  <tbody>
    <tr className="sight-table__element">
      <th scope="rowgroup" colSpan={4}>
        <div>{head}</div>
      </th>
    </tr>
    {children}
  </tbody>
);

const Head = () => (
  <thead>
    <tr>
      <th scope="col">Element, goal, objective</th>
      <th scope="col">Reporting</th>
      <th scope="col">Met</th>
      <th scope="col">By rating</th>
    </tr>
  </thead>
);

/** The drawing as a table: element, then its goals with their wording, then their objectives with what they report. */
export const SightTable = ({ sight, year }: { sight: Sight; year: number }) => {
  const caption = `Line of sight to ${sightName(sight)} in ${formatYear(year)}`;
  return (
    <section aria-labelledby="as-table" className="stack sight">
      <h2 id="as-table">As a table</h2>
      <ScrollFrame label={caption}>
        <table className="table table--cards sight-table">
          <caption className="visually-hidden">{caption}</caption>
          <Head />
          {sight.elements.map(({ element, goals }) => (
            <Group
              key={element.code}
              head={
                <>
                  <ElementLink framework={sight.framework.code} code={element.code} label={element.label} />
                  {element.text !== null && <span className="sight-table__text">{element.text}</span>}
                </>
              }
            >
              {goals.map((each) => (
                <GoalRows key={each.goal.code} {...each} year={year} />
              ))}
            </Group>
          ))}
          {sight.unlinkedGoals.length > 0 && (
            <Group head={`Not linked to ${frameworkName(sight.framework)}`}>
              {sight.unlinkedGoals.map((goal) => (
                <GoalRows
                  key={goal.code}
                  goal={goal}
                  linkages={[]}
                  objectives={objectivesOf(goal, sight)}
                  year={year}
                />
              ))}
            </Group>
          )}
        </table>
      </ScrollFrame>
    </section>
  );
};
