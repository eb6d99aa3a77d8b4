import { expect, test } from 'vitest';
import { whyNoTarget } from './whether-target.ts';

test.each([
  ['number', 'increase', null],
  ['percent', 'range', null],
  ['milestone', 'increase', null],
  ['number', 'monitor', 'is monitored only: it takes no target.'],
  ['narrative', 'increase', 'is told in words and rated by whoever tells it: it takes no target.'],
  ['narrative', 'monitor', 'is told in words and rated by whoever tells it: it takes no target.'],
] as const)('%s, %s: %s', (kind, direction, words) => {
  expect(whyNoTarget({ kind, direction })).toBe(words);
});
