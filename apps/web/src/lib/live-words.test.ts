import type { Change } from '@fbs/contract';
import { expect, test } from 'vitest';
import { sayChanges } from './live-words.ts';

const change = (more: Partial<Change> = {}): Change => ({
  kind: 'value',
  strategy: 's',
  indicator: '1.2-D',
  year: 2022,
  by: 'Priya Nair',
  own: false,
  ...more,
});
const many = (count: number, more: Partial<Change> = {}) =>
  Array.from({ length: count }, (_, index) => change({ indicator: `1.2-${index}`, ...more }));

test.each<[string, Change[], number, string]>([
  ['a value', [change()], 0, 'Priya Nair changed the value of 1.2-D for FY 2022'],
  ['a value twice', [change(), change()], 0, 'Priya Nair changed the value of 1.2-D for FY 2022'],
  ['a definition', [change({ kind: 'indicator', year: null })], 0, 'Priya Nair changed the indicator 1.2-D'],
  ['a review', [change({ kind: 'review', indicator: null })], 0, 'Priya Nair changed the annual review for FY 2022'],
  ['thirty figures', many(30), 0, 'Priya Nair changed 30 figures'],
  ['more than were told', many(200), 50, 'Priya Nair changed 250 things'],
  [
    'two people',
    [change(), change({ by: 'Dana Whitfield', kind: 'target' })],
    0,
    'Priya Nair and Dana Whitfield changed 2 figures',
  ],
  ['three people', [...many(2), change({ by: 'A' }), change({ by: 'B' })], 0, '3 people changed 3 figures'],
  [
    'nobody in particular',
    [change({ kind: 'other', by: null, indicator: null, year: null })],
    0,
    'Someone changed something on this page',
  ],
])('%s is said in one sentence', (_what, changes, more, sentence) => {
  expect(sayChanges(changes, more)).toBe(sentence);
});
