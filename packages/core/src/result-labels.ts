import type { Labels } from './labels.ts';
import type { Assessment, GoalKind, NotRatedReason, Rating, ReviewState } from './vocabulary.ts';

/** The words that stand with results. Apart from the others, so that the first screen does not load what it never says. */
export const goalKindLabels: Labels<GoalKind> = { bureau: 'Bureau goal', management: 'Management goal' };

export const ratingLabels: Labels<Rating> = {
  above_target: 'Above target',
  on_target: 'On target',
  improved_target_not_met: 'Improved, target not met',
  below_target: 'Below target',
  not_rated: 'Not rated',
};

export const notRatedReasonLabels: Labels<NotRatedReason> = {
  no_target: 'No target',
  not_due: 'Not due',
  not_reported: 'Not reported',
  not_applicable: 'Not applicable',
  new_indicator: 'New indicator',
  monitored_only: 'Monitored only',
};

/** The names of the first three are settings; these are the defaults. */
export const assessmentLabels: Labels<Assessment> = {
  noteworthy_progress: 'Noteworthy progress',
  on_track: 'On track',
  focus_area: 'Focus area',
  not_rated: 'Not rated',
};

export const reviewStateLabels: Labels<ReviewState> = {
  not_started: 'Not started',
  open: 'Open',
  in_clearance: 'In clearance',
  final: 'Final',
};
