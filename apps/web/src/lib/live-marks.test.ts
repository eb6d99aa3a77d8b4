// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { changedParts, markChanged, readScreen } from './live-marks.ts';

const table = `<table><tbody>
  <tr id="a"><th>1.2-D</th><td>4,870</td><td><input value="typed"></td></tr>
  <tr id="b"><th>1.2-C</th><td>50</td><td>none</td></tr>
</tbody></table><ul><li>One</li></ul>`;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = table;
});
afterEach(() => vi.useRealTimers());

const cell = (row: string, index: number): Element => {
  const found = document.querySelectorAll(`#${row} td`)[index];
  if (found === undefined) throw new Error('no such cell');
  return found;
};

test('only the smallest parts that say something else are marked, and only for a moment', () => {
  const before = readScreen(document.body);
  cell('a', 0).textContent = '4,900';
  const changed = changedParts(before, document.body);
  expect(changed).toEqual([cell('a', 0)]);
  markChanged(changed);
  expect(document.querySelectorAll('[data-changed]')).toHaveLength(1);
  vi.advanceTimersByTime(5000);
  expect(document.querySelectorAll('[data-changed]')).toHaveLength(0);
});

test('a line that is new among known ones is marked', () => {
  const before = readScreen(document.body);
  document.querySelector('ul')?.insertAdjacentHTML('beforeend', '<li>Two</li>');
  expect(changedParts(before, document.body).map(({ textContent }) => textContent)).toEqual(['Two']);
});

test('a part in which somebody types is left alone', () => {
  const before = readScreen(document.body);
  cell('a', 1).append('!');
  document.querySelector('input')?.focus();
  expect(changedParts(before, document.body)).toEqual([]);
  document.querySelector('input')?.blur();
  expect(changedParts(before, document.body)).toEqual([cell('a', 1)]);
});

test('where nothing says anything else nothing is marked', () => {
  expect(changedParts(readScreen(document.body), document.body)).toEqual([]);
});
