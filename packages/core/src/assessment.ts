import { metSentence } from './roll-up.ts';
import type { RollUp, SuggestedAssessment } from './types.ts';

/** What the counts suggest for an objective. A person decides; departing from it asks for a reason. */
export const suggestAssessment = (counts: RollUp): SuggestedAssessment => {
  const { met, rated, above } = counts;
  const sentence = metSentence(counts);
  if (rated === 0) return { assessment: 'not_rated', sentence };
  if (met === rated && above > 0) {
    return { assessment: 'noteworthy_progress', sentence: `${sentence}, ${above} of them above target` };
  }
  return { assessment: met * 2 < rated ? 'focus_area' : 'on_track', sentence };
};
