import { type NotRatedReason, notRatedReasonLabels, type Rating, ratingLabels } from '@fbs/core';

/** A sign beside the word, so that a rating is never told by colour alone. */
export const ratingSymbols: Readonly<Record<Rating, string>> = {
  above_target: '▲',
  on_target: '✓',
  improved_target_not_met: '↗',
  below_target: '▼',
  not_rated: '○',
};

/** "Below target"; "Not rated: no target" */
export const ratingPhrase = (rating: Rating, reason: NotRatedReason | null): string =>
  rating === 'not_rated' && reason !== null
    ? `${ratingLabels.not_rated}: ${notRatedReasonLabels[reason].toLowerCase()}`
    : ratingLabels[rating];
