import type { Overview } from '@fbs/contract';
import { reviewStateLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { formatYear } from '../../lib/format.ts';
import { Counted, type ResultsPlace } from '../../panels/results/counted.tsx';
import { KeyFigure, KeyFigures } from '../../ui/key-figures.tsx';
import { changeWords, explanationsNote, openEntries, reviewNote } from './overview-words.ts';

type FigureProps = { readonly overview: Overview };

/** The figure that its whole frame leads to. */
const Main = ({ words, children, ...place }: ResultsPlace & { readonly children: string; readonly words?: string }) =>
  words === undefined ? (
    <Counted {...place} className="key-figure__link">
      {children}
    </Counted>
  ) : (
    <Counted {...place} words={words} className="key-figure__link">
      {children}
    </Counted>
  );

const Against = ({ overview: { rollUp, previousRollUp, year } }: FigureProps) => {
  if (previousRollUp === null) return 'no year before it to compare with';
  if (previousRollUp.rated === 0) return `nothing was rated in ${formatYear(year - 1)}`;
  return (
    <>
      {changeWords(rollUp, previousRollUp)} in {formatYear(year - 1)} (
      <Counted list="met" year={year - 1} words={`met in ${formatYear(year - 1)}`}>
        {previousRollUp.met}
      </Counted>{' '}
      of{' '}
      <Counted list="rated" year={year - 1} words={`rated in ${formatYear(year - 1)}`}>
        {previousRollUp.rated}
      </Counted>
      )
      <span className="screen-only">
        :{' '}
        <Counted list="met_changed" year={year}>
          what changed
        </Counted>
      </span>
    </>
  );
};

const Met = ({ overview }: FigureProps) => {
  const { rollUp, year } = overview;
  const isEmpty = rollUp.rated === 0;
  return (
    <KeyFigure
      label="Targets met"
      isWord={isEmpty}
      {...(isEmpty
        ? {}
        : {
            of: (
              <Counted list="rated" year={year}>
                of {rollUp.rated} rated
              </Counted>
            ),
          })}
      note={<Against overview={overview} />}
    >
      {isEmpty ? (
        <Main list="not_rated" year={year}>
          Nothing rated yet
        </Main>
      ) : (
        <Main list="met" year={year} words="targets met">
          {String(rollUp.met)}
        </Main>
      )}
    </KeyFigure>
  );
};

const OpenEntries = ({ overview: { entries, year } }: FigureProps) => {
  const open = openEntries(entries);
  if (open.length === 0 && entries.notDue === 0) return 'nothing overdue or returned';
  if (open.length === 0) {
    return (
      <>
        nothing overdue,{' '}
        <Counted list="not_due" year={year}>
          {entries.notDue} not due yet
        </Counted>
      </>
    );
  }
  return open.map(({ list, words }, index) => (
    <Fragment key={list}>
      {index > 0 && ', '}
      <Counted list={list} year={year}>
        {words}
      </Counted>
    </Fragment>
  ));
};

const Reported = ({ overview }: FigureProps) => {
  const { rollUp, year } = overview;
  const isEmpty = rollUp.due === 0;
  return (
    <KeyFigure
      label="Reported"
      isWord={isEmpty}
      {...(isEmpty
        ? {}
        : {
            of: (
              <Counted list="due" year={year}>
                of {rollUp.due} due
              </Counted>
            ),
          })}
      note={<OpenEntries overview={overview} />}
    >
      {isEmpty ? (
        <Main list="indicators" year={year}>
          Nothing due yet
        </Main>
      ) : (
        <Main list="reported" year={year} words="reported">
          {String(rollUp.reported)}
        </Main>
      )}
    </KeyFigure>
  );
};

/** How the year stands, in four figures; each leads to what it counts. */
export const OverviewFigures = ({ overview }: FigureProps) => {
  const { rollUp, review, year } = overview;
  return (
    <KeyFigures label="The year in four figures">
      <Met overview={overview} />
      <Reported overview={overview} />
      <KeyFigure label="Explanations missing" note={explanationsNote(rollUp.explanationsMissing)}>
        <Main list="explanations_missing" year={year} words="explanations missing">
          {String(rollUp.explanationsMissing)}
        </Main>
      </KeyFigure>
      <KeyFigure label="Annual review" isWord note={reviewNote(review)}>
        <Link to="/reviews/$year" params={{ year: String(year) }} className="key-figure__link">
          {reviewStateLabels[review.state]}
        </Link>
      </KeyFigure>
    </KeyFigures>
  );
};
