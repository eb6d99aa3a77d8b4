import { expect, test } from 'vitest';
import {
  againstWords,
  differingOutline,
  metWords,
  reportedWords,
  suggestionWords,
  unassessedWords,
} from './strategy-words.ts';

const counts = { met: 2, rated: 3, reported: 3, due: 4 };
const none = { met: 0, rated: 0, reported: 0, due: 0 };

test('counts are said with what they are counts of', () => {
  expect(metWords(counts)).toBe('Met 2 of 3 rated');
  expect(reportedWords(counts)).toBe('reported 3 of 4 due');
});

test('nothing rated and nothing due are said in words, not as zeros', () => {
  expect(metWords(none)).toBe('Nothing is rated yet');
  expect(reportedWords(none)).toBe('nothing is due yet');
});

test('the change against the year before carries its sign', () => {
  expect(againstWords(counts, { ...counts, met: 1 }, 2021)).toBe('+1 met against FY 2020');
  expect(againstWords(counts, { ...counts, met: 3 }, 2021)).toBe('−1 met against FY 2020');
  expect(againstWords(counts, counts, 2021)).toBe('0 met against FY 2020');
  expect(againstWords(counts, null, 2018)).toBeNull();
});

test('a year without an assessment says whether anybody has begun', () => {
  expect(unassessedWords('not_started')).toBe('No review yet');
  expect(unassessedWords('open')).toBe('Not yet assessed');
});

test('the suggestion is shown where a person decided otherwise, or has not decided', () => {
  const suggestion = { assessment: 'on_track', sentence: 'met 2 of 3 rated' } as const;
  expect(suggestionWords(suggestion, 'on_track')).toBeNull();
  expect(suggestionWords(suggestion, 'focus_area')).toBe('The counts suggest: on track (met 2 of 3 rated).');
  expect(suggestionWords(suggestion, null)).toBe('The counts suggest: on track (met 2 of 3 rated).');
});

test("the outline's wording is shown only where it differs", () => {
  expect(differingOutline('Support laws.', 'Support laws. ')).toBeNull();
  expect(differingOutline('Support laws.', null)).toBeNull();
  expect(differingOutline('Support laws.', 'Support the laws.')).toBe('Support the laws.');
});
