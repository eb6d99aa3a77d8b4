import { expect, test } from 'vitest';
import { headOf, moveRow, nextCode } from './tree-draft.ts';

test('a row moves one place, and stays at either end', () => {
  expect(moveRow(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c']);
  expect(moveRow(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b']);
  expect(moveRow(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moveRow(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
});

test('a new part gets the first number that is free', () => {
  expect(nextCode('', ['1', '3'])).toBe('2');
  expect(nextCode('2.', ['2.1', '2.2'])).toBe('2.3');
});

test('what is not a year is never sent as one', () => {
  const words = { title: '', organization: '', acronym: '', vision: '', missionSummary: '' };
  expect(headOf({ ...words, firstYear: ' 2023 ', lastYear: '27' })).toMatchObject({ firstYear: 2023, lastYear: 0 });
});
