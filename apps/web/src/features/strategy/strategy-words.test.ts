import { assessmentLabels } from '@fbs/core';
import { expect, test } from 'vitest';
import { differingOutline, suggestionWords, unassessedWords } from './strategy-words.ts';

test('a year without an assessment says whether anybody has begun', () => {
  expect(unassessedWords('not_started')).toBe('No review yet');
  expect(unassessedWords('open')).toBe('Not yet assessed');
});

test('the suggestion is shown where a person decided otherwise, or has not decided', () => {
  const suggestion = { assessment: 'on_track', sentence: 'met 2 of 3 rated' } as const;
  expect(suggestionWords(suggestion, 'on_track', assessmentLabels)).toBeNull();
  expect(suggestionWords(suggestion, 'focus_area', assessmentLabels)).toBe(
    'The counts suggest: on track (met 2 of 3 rated).',
  );
  expect(suggestionWords(suggestion, null, assessmentLabels)).toBe('The counts suggest: on track (met 2 of 3 rated).');
});

test("the outline's wording is shown only where it differs", () => {
  expect(differingOutline('Support laws.', 'Support laws. ')).toBeNull();
  expect(differingOutline('Support laws.', null)).toBeNull();
  expect(differingOutline('Support laws.', 'Support the laws.')).toBe('Support the laws.');
});
