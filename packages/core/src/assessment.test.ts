import { expect, test } from 'vitest';
import { suggestAssessment } from './assessment.ts';
import { rollUp } from './roll-up.ts';
import type { Rating } from './vocabulary.ts';

const counts = (ratings: Rating[]) =>
  rollUp(
    ratings.map((rating) => ({ role: 'performance', state: 'approved', due: true, rating, explanationMissing: false })),
  );

test.each<[Rating[], string, string]>([
  [[], 'not_rated', 'nothing is rated yet'],
  [['not_rated'], 'not_rated', 'nothing is rated yet'],
  [['above_target', 'on_target'], 'noteworthy_progress', 'met 2 of 2 rated, 1 of them above target'],
  [['on_target', 'on_target', 'not_rated'], 'on_track', 'met 2 of 2 rated'],
  [['on_target', 'below_target'], 'on_track', 'met 1 of 2 rated'],
  [['above_target', 'below_target'], 'on_track', 'met 1 of 2 rated'],
  [['on_target', 'below_target', 'improved_target_not_met'], 'focus_area', 'met 1 of 3 rated'],
  [['below_target'], 'focus_area', 'met 0 of 1 rated'],
])('%o suggests %s', (ratings, assessment, sentence) => {
  expect(suggestAssessment(counts(ratings))).toEqual({ assessment, sentence });
});
