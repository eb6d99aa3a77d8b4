import type { GoalPage } from '@fbs/contract';
import { reviewStateLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { unassessedWords } from './strategy-words.ts';

type YearOfAssessments = GoalPage['assessments'][number];
type Objective = Pick<GoalPage['objectives'][number], 'code' | 'shortName'>;

const Assessed = ({ year, objective }: { year: YearOfAssessments; objective: string }) => {
  const assessment = year.objectives.find((each) => each.objective === objective)?.assessment ?? null;
  return assessment === null ? (
    <span className="soft">{unassessedWords(year.state)}</span>
  ) : (
    <AssessmentMark assessment={assessment} />
  );
};

const yearColumn = (year: YearOfAssessments): Column<Objective> => ({
  key: String(year.year),
  label: formatYear(year.year),
  head: (
    <>
      <Link to="/reviews/$year" params={{ year: String(year.year) }}>
        {formatYear(year.year)}
      </Link>
      <span className="assessments__state">{reviewStateLabels[year.state]}</span>
    </>
  ),
  cell: (objective) => <Assessed year={year} objective={objective.code} />,
});

type AssessmentsTableProps = {
  readonly objectives: readonly Objective[];
  readonly years: readonly YearOfAssessments[];
};

/** What the reviews of all years decided, side by side. */
export const AssessmentsTable = ({ objectives, years }: AssessmentsTableProps) => (
  <section aria-labelledby="assessments" className="stack">
    <h2 id="assessments">Assessments of all years</h2>
    <DataTable
      caption="Assessment of each objective by the annual reviews"
      captionHidden
      rows={objectives}
      rowKey={({ code }) => code}
      columns={[
        {
          key: 'objective',
          head: 'Objective',
          cell: ({ code, shortName }) => (
            <Link to="/objectives/$code" params={{ code }}>
              {code} {shortName}
            </Link>
          ),
          rowHead: true,
          nowrap: true,
        },
        ...years.map(yearColumn),
      ]}
    />
  </section>
);
