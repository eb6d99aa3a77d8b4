import { expect, test } from 'vitest';
import { assessmentWords, explanationsNote, metNote, reportedNote, reviewNote } from './overview-words.ts';

const counts = {
  indicators: 18,
  above: 3,
  on: 6,
  improved: 2,
  below: 2,
  notRated: 5,
  met: 9,
  rated: 13,
  reported: 15,
  due: 18,
  explanationsMissing: 2,
};
const entries = { returned: 0, overdue: 0, drafts: 0, awaitingApproval: 0, notApplicable: 0, notDue: 0 };

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

test('the change of targets met names the year before and its counts', () => {
  expect(metNote(counts, { ...counts, met: 7, rated: 12 }, 2021)).toBe('2 more than in FY 2020 (7 of 12)');
  expect(metNote(counts, { ...counts, met: 10, rated: 12 }, 2021)).toBe('1 fewer than in FY 2020 (10 of 12)');
  expect(metNote(counts, { ...counts, met: 9, rated: 12 }, 2021)).toBe('as many as in FY 2020 (9 of 12)');
});

test('a year without anything to compare with says so', () => {
  expect(metNote(counts, null, 2018)).toBe('no year before it to compare with');
  expect(metNote(counts, { ...counts, met: 0, rated: 0 }, 2021)).toBe('nothing was rated in FY 2020');
});

test('what is not reported is named, the most pressing first', () => {
  expect(reportedNote({ ...entries, overdue: 2, returned: 1, drafts: 1, awaitingApproval: 3 })).toBe(
    '2 overdue, 1 returned, 1 draft, 3 awaiting approval',
  );
  expect(reportedNote({ ...entries, notDue: 4 })).toBe('nothing overdue, 4 not due yet');
  expect(reportedNote(entries)).toBe('nothing overdue or returned');
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
