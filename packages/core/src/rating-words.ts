import type { Direction, Rating } from './vocabulary.ts';

/** Lower case, for use inside sentences; labels.ts holds the forms for screens. */
export const ratingWords: Readonly<Record<Rating, string>> = {
  above_target: 'above target',
  on_target: 'on target',
  improved_target_not_met: 'improved, target not met',
  below_target: 'below target',
  not_rated: 'not rated',
};

/** Lower case, for use inside sentences; a range is named by its limits ("between 90 and 95"). */
export const directionWords: Readonly<Record<Direction, string>> = {
  increase: 'higher is better',
  decrease: 'lower is better',
  maintain: 'to be kept',
  range: 'to stay within the range',
  monitor: 'monitored only',
};
