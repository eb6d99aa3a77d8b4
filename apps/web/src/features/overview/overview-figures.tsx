import type { Overview } from '@fbs/contract';
import { reviewStateLabels } from '@fbs/core';
import { KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { explanationsNote, metNote, reportedNote, reviewNote } from './overview-words.ts';

const focusOn = (id: string) => () => document.getElementById(id)?.focus();

/** How the year stands, in four figures; each leads to what it counts. */
export const OverviewFigures = ({ overview }: { overview: Overview }) => {
  const { rollUp, previousRollUp, entries, review, year } = overview;
  return (
    <KeyFigures label="The year in four figures">
      <KeyFigure
        to="."
        hash="goals"
        search={(previous) => previous}
        onClick={focusOn('goals')}
        label="Targets met"
        {...(rollUp.rated === 0
          ? { figure: 'Nothing rated yet' }
          : { figure: String(rollUp.met), of: `of ${rollUp.rated} rated` })}
        note={metNote(rollUp, previousRollUp, year)}
      />
      <KeyFigure
        to="/entry"
        search={{ year }}
        label="Reported"
        {...(rollUp.due === 0
          ? { figure: 'Nothing due yet' }
          : { figure: String(rollUp.reported), of: `of ${rollUp.due} due` })}
        note={reportedNote(entries)}
      />
      <KeyFigure
        to="."
        hash="needs-attention"
        search={(previous) => previous}
        onClick={focusOn('needs-attention')}
        label="Explanations missing"
        figure={String(rollUp.explanationsMissing)}
        note={explanationsNote(rollUp.explanationsMissing)}
      />
      <KeyFigure
        to="/reviews/$year"
        params={{ year: String(year) }}
        label="Annual review"
        figure={reviewStateLabels[review.state]}
        note={reviewNote(review)}
      />
    </KeyFigures>
  );
};
