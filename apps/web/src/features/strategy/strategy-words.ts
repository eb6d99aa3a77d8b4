import type { Assessment, ReviewState } from '@fbs/core';

/** What is said of an objective in a year where no assessment stands. */
export const unassessedWords = (state: ReviewState): string =>
  state === 'not_started' ? 'No review yet' : 'Not yet assessed';

type Suggestion = { readonly assessment: Assessment; readonly sentence: string };

/** What the counts suggest, beside what a person decided: said only where the two differ or nobody has decided. */
export const suggestionWords = (
  suggestion: Suggestion,
  decided: Assessment | null,
  names: Readonly<Record<Assessment, string>>,
): string | null =>
  suggestion.assessment === decided
    ? null
    : `The counts suggest: ${names[suggestion.assessment].toLowerCase()} (${suggestion.sentence}).`;

/** The outline's wording, where it is not the approved one word for word. */
export const differingOutline = (statement: string, outline: string | null): string | null =>
  outline === null || outline.trim() === statement.trim() ? null : outline;
