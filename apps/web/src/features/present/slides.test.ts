import { expect, test } from 'vitest';
import { pageForKey, pageOf } from './slides.ts';

test.each([
  ['ArrowRight', 1, 2],
  ['PageDown', 6, 7],
  ['ArrowRight', 7, null],
  ['ArrowLeft', 1, null],
  ['PageUp', 3, 2],
  ['Home', 5, 1],
  ['Home', 1, null],
  ['End', 2, 7],
  ['a', 2, null],
])('%s on page %i of 7 leads to %s', (key, page, next) => {
  expect(pageForKey(key, page, 7)).toBe(next);
});

test.each([
  [3, 3],
  ['4', 4],
  [0, 1],
  [8, 1],
  [2.5, 1],
  ['last', 1],
  [undefined, 1],
])('page %s in the address of 7 is page %i', (asked, page) => {
  expect(pageOf(asked, 7)).toBe(page);
});
