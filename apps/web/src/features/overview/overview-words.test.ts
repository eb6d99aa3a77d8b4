import { assessmentLabels } from '@fbs/core';
import { expect, test } from 'vitest';
import { assessmentWords, explanationsNote, gapOf, reviewNote } from './overview-words.ts';

test.each([
  ['one name where all objectives agree', ['on_track', 'on_track'], 'On track'],
  ['counts where they differ', ['on_track', 'focus_area'], '1 on track, 1 focus area'],
  ['the best first, whatever the order', ['focus_area', 'noteworthy_progress'], '1 noteworthy progress, 1 focus area'],
  ['what is still open beside what is decided', ['on_track', null, null], '1 on track, 2 not yet assessed'],
  ['that nothing is assessed', [null, null], 'Not yet assessed'],
  ['that there is nothing to assess', [], 'Not yet assessed'],
] as const)('the assessment of a goal says %s', (_, given, words) => {
  expect(
    assessmentWords(
      given.map((assessment) => ({ assessment })),
      assessmentLabels,
    ),
  ).toBe(words);
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

const none = {
  indicators: 0,
  above: 0,
  on: 0,
  improved: 0,
  below: 0,
  notRated: 0,
  met: 0,
  rated: 0,
  reported: 0,
  due: 0,
  explanationsMissing: 0,
};

test.each([
  [{}, 'indicators', 'No performance indicator is defined'],
  [{ indicators: 18 }, 'values', 'No value is due for FY 2022 yet'],
  [{ indicators: 18, due: 4 }, 'values', 'No value is reported for FY 2022 yet'],
  [{ indicators: 18, due: 4, reported: 3 }, 'targets', 'Nothing of FY 2022 is rated'],
] as const)('a year without results names what is missing first: %o', (counts, missing, title) => {
  expect(gapOf({ rollUp: { ...none, ...counts }, year: 2022, asOf: null })).toMatchObject({ missing, title });
});

test('a year without results on a past day names the day', () => {
  const gap = gapOf({ rollUp: { ...none, indicators: 18 }, year: 2022, asOf: '2020-12-31' });
  expect(gap?.title).toBe('As of Dec. 31, 2020: no value is due for FY 2022 yet');
});

test('where anything is rated nothing is said to be missing', () => {
  expect(gapOf({ rollUp: { ...none, indicators: 18, reported: 1, rated: 1 }, year: 2022, asOf: null })).toBeNull();
});
