import { type Assessment, assessmentLabels, type ReviewState } from '@fbs/core';
import { formatSigned, formatYear } from '../../lib/format.ts';

type Counts = { readonly met: number; readonly rated: number; readonly reported: number; readonly due: number };

/** "Met 2 of 3 rated", "Nothing is rated yet". */
export const metWords = ({ met, rated }: Counts): string =>
  rated === 0 ? 'Nothing is rated yet' : `Met ${met} of ${rated} rated`;

export const reportedWords = ({ reported, due }: Counts): string =>
  due === 0 ? 'nothing is due yet' : `reported ${reported} of ${due} due`;

/** "+1 met against FY 2020"; nothing where there is no year before. */
export const againstWords = (counts: Counts, previous: Counts | null, year: number): string | null =>
  previous === null ? null : `${formatSigned(String(counts.met - previous.met))} met against ${formatYear(year - 1)}`;

/** What is said of an objective in a year where no assessment stands. */
export const unassessedWords = (state: ReviewState): string =>
  state === 'not_started' ? 'No review yet' : 'Not yet assessed';

type Suggestion = { readonly assessment: Assessment; readonly sentence: string };

/** What the counts suggest, beside what a person decided: said only where the two differ or nobody has decided. */
export const suggestionWords = (suggestion: Suggestion, decided: Assessment | null): string | null =>
  suggestion.assessment === decided
    ? null
    : `The counts suggest: ${assessmentLabels[suggestion.assessment].toLowerCase()} (${suggestion.sentence}).`;

/** The outline's wording, where it is not the approved one word for word. */
export const differingOutline = (statement: string, outline: string | null): string | null =>
  outline === null || outline.trim() === statement.trim() ? null : outline;
