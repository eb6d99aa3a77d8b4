import type { Overview } from '@fbs/contract';
import { goalKindLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { formatSigned, formatYear } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { StackedBar } from '../../ui/stacked-bar.tsx';
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

const Bar = ({ goal: { code, rollUp } }: { goal: Goal }) => (
  <StackedBar
    label={`Performance indicators of goal ${code}`}
    counts={{
      above_target: rollUp.above,
      on_target: rollUp.on,
      improved_target_not_met: rollUp.improved,
      below_target: rollUp.below,
      not_rated: rollUp.notRated,
    }}
  />
);

const Against = ({ goal: { rollUp, previousRollUp } }: { goal: Goal }) =>
  previousRollUp === null ? (
    <span className="soft">no year before</span>
  ) : (
    formatSigned(String(rollUp.met - previousRollUp.met))
  );

const columnsOf = (year: number): Column<Goal>[] => [
  { key: 'goal', head: 'Goal', cell: (goal) => <GoalName goal={goal} />, rowHead: true },
  {
    key: 'ratings',
    head: 'Performance indicators by rating',
    label: 'By rating',
    cell: (goal) => <Bar goal={goal} />,
    width: '22%',
  },
  {
    key: 'met',
    head: 'Met',
    align: 'end',
    nowrap: true,
    cell: ({ rollUp }) =>
      rollUp.rated === 0 ? (
        <span className="soft">none rated</span>
      ) : (
        <span>
          <b>{rollUp.met}</b> of {rollUp.rated}
        </span>
      ),
  },
  {
    key: 'against',
    head: `Met, against ${formatYear(year - 1)}`,
    align: 'end',
    width: '9%',
    cell: (goal) => <Against goal={goal} />,
  },
  {
    key: 'reported',
    head: 'Reported',
    align: 'end',
    nowrap: true,
    cell: ({ rollUp }) =>
      rollUp.due === 0 ? <span className="soft">none due</span> : `${rollUp.reported} of ${rollUp.due}`,
  },
  { key: 'review', head: 'Review says', width: '15%', cell: (goal) => assessmentWords(goal.assessments) },
];

/** The goals, each in a row: counts and words, never an average. */
export const GoalRows = ({ goals, year }: { goals: readonly Goal[]; year: number }) => (
  <section aria-labelledby="goals" className="goals">
    <div className="goals__head">
      <h2 id="goals" tabIndex={-1}>
        Goals
      </h2>
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
