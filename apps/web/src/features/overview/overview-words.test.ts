import { expect, test } from 'vitest';
import { assessmentWords, explanationsNote, reviewNote } from './overview-words.ts';

test.each([
  ['one name where all objectives agree', ['on_track', 'on_track'], 'On track'],
  ['counts where they differ', ['on_track', 'focus_area'], '1 on track, 1 focus area'],
  ['the best first, whatever the order', ['focus_area', 'noteworthy_progress'], '1 noteworthy progress, 1 focus area'],
  ['what is still open beside what is decided', ['on_track', null, null], '1 on track, 2 not yet assessed'],
  ['that nothing is assessed', [null, null], 'Not yet assessed'],
  ['that there is nothing to assess', [], 'Not yet assessed'],
] as const)('the assessment of a goal says %s', (_, given, words) => {
  expect(assessmentWords(given.map((assessment) => ({ assessment })))).toBe(words);
});

test('no missing explanation reads as good news, not as a zero to wonder about', () => {
  expect(explanationsNote(0)).toBe('nothing is left unexplained');
});

test('a review says how far its objectives are', () => {
  const sections = { total: 11, cleared: 8 };
  expect(reviewNote({ state: 'in_clearance', sections })).toBe('8 of 11 objectives cleared');
  expect(reviewNote({ state: 'not_started', sections: { total: 11, cleared: 0 } })).toBe(
    '11 objectives to be assessed',
  );
});
