import type { Overview } from '@fbs/contract';
import { goalKindLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { formatSigned, formatYear } from '../../lib/format.ts';
import { useAssessmentNames } from '../../lib/session.ts';
import { Counted } from '../../panels/results/counted.tsx';
import { RatingBar } from '../../panels/results/rating-bar.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { RatingLegend } from '../../ui/status-mark.tsx';
import { Tag } from '../../ui/tag.tsx';
import { assessmentWords } from './overview-words.ts';

type Goal = Overview['goals'][number];

const GoalName = ({ goal }: { goal: Goal }) => (
  <span className="goal-name">
    <span className="goal-name__number">{goal.code}</span>
    <span>
      <Link to="/goals/$code" params={{ code: goal.code }} className="goal-name__link">
        {goal.shortName}
      </Link>{' '}
      {goal.kind === 'management' && <Tag>{goalKindLabels.management}</Tag>}
      <span className="goal-name__statement">{goal.statement}</span>
    </span>
  </span>
);

type CellProps = { readonly goal: Goal; readonly year: number };

const Met = ({ goal: { code, rollUp }, year }: CellProps) =>
  rollUp.rated === 0 ? (
    <span className="soft">none rated</span>
  ) : (
    <span>
      <b>
        <Counted list="met" goal={code} year={year} words={`met, goal ${code}`}>
          {rollUp.met}
        </Counted>
      </b>{' '}
      of{' '}
      <Counted list="rated" goal={code} year={year} words={`rated, goal ${code}`}>
        {rollUp.rated}
      </Counted>
    </span>
  );

const Against = ({ goal: { code, rollUp, previousRollUp }, year }: CellProps) =>
  previousRollUp === null ? (
    <span className="soft">no year before</span>
  ) : (
    <>
      {formatSigned(String(rollUp.met - previousRollUp.met))}{' '}
      <span className="goal-change screen-only">
        <Counted list="met_changed" goal={code} year={year} words={`against ${formatYear(year - 1)}, goal ${code}`}>
          what changed
        </Counted>
      </span>
    </>
  );

const Reported = ({ goal: { code, rollUp }, year }: CellProps) =>
  rollUp.due === 0 ? (
    <span className="soft">none due</span>
  ) : (
    <span>
      <Counted list="reported" goal={code} year={year} words={`reported, goal ${code}`}>
        {rollUp.reported}
      </Counted>{' '}
      of{' '}
      <Counted list="due" goal={code} year={year} words={`due, goal ${code}`}>
        {rollUp.due}
      </Counted>
    </span>
  );

const ReviewSays = ({ goal: { assessments } }: { readonly goal: Goal }) =>
  assessmentWords(assessments, useAssessmentNames());

const columnsOf = (year: number): Column<Goal>[] => [
  { key: 'goal', head: 'Goal', cell: (goal) => <GoalName goal={goal} />, rowHead: true },
  {
    key: 'ratings',
    head: 'Performance indicators by rating',
    label: 'By rating',
    cell: ({ code, rollUp }) => <RatingBar rollUp={rollUp} of={`goal ${code}`} place={{ year, goal: code }} />,
    width: '22%',
  },
  { key: 'met', head: 'Met', align: 'end', nowrap: true, width: '9%', cell: (goal) => <Met goal={goal} year={year} /> },
  {
    key: 'against',
    head: `Met, against ${formatYear(year - 1).replace(' ', '\u00a0')}`,
    align: 'end',
    width: '10%',
    cell: (goal) => <Against goal={goal} year={year} />,
  },
  {
    key: 'reported',
    head: 'Reported',
    align: 'end',
    nowrap: true,
    width: '9%',
    cell: (goal) => <Reported goal={goal} year={year} />,
  },
  {
    key: 'review',
    head: 'Review says',
    width: '15%',
    cell: (goal) => (
      <Link to="/reviews/$year" params={{ year: String(year) }} className="counted">
        <ReviewSays goal={goal} />
      </Link>
    ),
  },
];

/** The goals, each in a row: counts and words, never an average. Every figure leads to what it counts. */
export const GoalRows = ({ goals, year }: { goals: readonly Goal[]; year: number }) => (
  <section aria-labelledby="goals" className="goals">
    <div className="goals__head">
      <h2 id="goals">Goals</h2>
      <RatingLegend />
    </div>
    <DataTable
      caption={`Goals in ${formatYear(year)}: performance indicators by rating, targets met, reported, and what the review says`}
      captionHidden
      columns={columnsOf(year)}
      rows={goals}
      rowKey={(goal) => goal.code}
      narrow="cards"
      empty="This strategy has no goals yet. An administrator can load them."
    />
  </section>
);
