import type { GoalPage } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { useAssessmentNames, useMay } from '../../lib/session.ts';
import { useYearAndAsOf } from '../../lib/year-and-as-of.ts';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { ContextTable, PerformanceTable, type Years } from './indicator-tables.tsx';
import { RollUpLine } from './roll-up-line.tsx';
import { suggestionWords } from './strategy-words.ts';

type Objective = Pick<GoalPage['objectives'][number], 'code' | 'rollUp' | 'suggestion' | 'assessment' | 'indicators'>;

const NoIndicator = ({ objective }: { objective: string }) => {
  const may = useMay('define indicators');
  const { asOf } = useYearAndAsOf();
  return (
    <p className="soft">
      This objective has no indicator yet.{' '}
      {may && asOf === undefined ? (
        <Link to="/indicators/new" search={{ objective }}>
          Define one
        </Link>
      ) : (
        'A planner can define one.'
      )}
    </p>
  );
};

type ObjectiveProps = { readonly objective: Objective; readonly year: number };

/** How an objective stands in a year: its counts, and what the review says. */
export const ObjectiveStanding = ({ objective, year }: ObjectiveProps) => {
  const { code, suggestion, assessment } = objective;
  const suggested = suggestionWords(suggestion, assessment, useAssessmentNames());
  return (
    <div className="objective-standing">
      <RollUpLine rollUp={objective.rollUp} year={year} kind="objective" code={code} />
      <p className="row">
        <span className="soft">Review says</span>
        {assessment === null ? 'Not yet assessed' : <AssessmentMark assessment={assessment} />}
        {suggested !== null && <span className="small soft">{suggested}</span>}
      </p>
    </div>
  );
};

/** The indicators of an objective in a year, the context ones apart. */
export const ObjectiveIndicators = ({ objective, year, years }: ObjectiveProps & { readonly years: Years }) => {
  const { code, indicators } = objective;
  const performance = indicators.filter((line) => line.role === 'performance');
  const context = indicators.filter((line) => line.role === 'context');
  return (
    <>
      {performance.length > 0 && (
        <PerformanceTable
          lines={performance}
          caption={`Performance indicators of objective ${code} in ${formatYear(year)}`}
          year={year}
          years={years}
        />
      )}
      {context.length > 0 && (
        <ContextTable
          lines={context}
          caption="Context: what governments and others do, not counted as the office's result"
          year={year}
          years={years}
        />
      )}
      {indicators.length === 0 && <NoIndicator objective={code} />}
    </>
  );
};
