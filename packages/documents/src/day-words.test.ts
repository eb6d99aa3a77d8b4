import { expect, test } from 'vitest';
import { dayWords, instantDayWords, instantWords } from './day-words.ts';

test('days and moments read as in the office', () => {
  expect(dayWords('2020-09-30')).toBe('Sept. 30, 2020');
  expect(dayWords('2022-03-01')).toBe('March 1, 2022');
  expect(instantDayWords('2022-12-31T23:59:59.000Z')).toBe('Dec. 31, 2022');
  expect(instantWords('2022-12-05T14:05:00.000Z')).toBe('Dec. 5, 2022, 14:05 UTC');
});
