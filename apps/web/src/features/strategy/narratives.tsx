import type { ObjectivePage } from '@fbs/contract';
import { Link } from '@tanstack/react-router';
import { formatYear } from '../../lib/format.ts';
import { AssessmentMark } from '../../ui/assessment-mark.tsx';
import { RichText } from '../../ui/rich-text/rich-text.tsx';
import { ReviewStateMark } from '../../ui/state-mark.tsx';
import { unassessedWords } from './strategy-words.ts';

type YearOfAssessments = ObjectivePage['assessments'][number];

const YearNarrative = ({ year, code }: { year: YearOfAssessments; code: string }) => {
  const own = year.objectives.find(({ objective }) => objective === code);
  const assessment = own?.assessment ?? null;
  return (
    <li>
      <h3 className="narrative__head">
        <Link to="/reviews/$year" params={{ year: String(year.year) }} search={{ objective: code }}>
          {formatYear(year.year)}
        </Link>
      </h3>
      <p className="row">
        {assessment === null ? (
          <span className="soft">{unassessedWords(year.state)}</span>
        ) : (
          <AssessmentMark assessment={assessment} />
        )}
        {year.state !== 'not_started' && <ReviewStateMark state={year.state} />}
      </p>
      {own?.narrative ? (
        <RichText text={own.narrative} />
      ) : (
        <p className="small soft">No narrative written{year.state === 'final' ? '' : ' yet'}.</p>
      )}
    </li>
  );
};

/** What the reviews of all years said of an objective, newest first. */
export const Narratives = ({ years, code }: { years: readonly YearOfAssessments[]; code: string }) => (
  <section aria-labelledby="narratives">
    <h2 id="narratives">What the reviews say</h2>
    <ol className="narratives">
      {years.toReversed().map((year) => (
        <YearNarrative key={year.year} year={year} code={code} />
      ))}
    </ol>
  </section>
);
