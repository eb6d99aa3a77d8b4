import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ResultItem } from './result-list.ts';
import { metSentence, reportedSentence, rollUp } from './roll-up.ts';
import { entryStates, indicatorRoles, ratings } from './vocabulary.ts';

const item = (change: Partial<ResultItem>): ResultItem => ({
  role: 'performance',
  state: 'approved',
  due: true,
  rating: 'on_target',
  explanationMissing: false,
  ...change,
});

test('performance indicators are counted by rating, context indicators are not', () => {
  const counts = rollUp([
    item({}),
    item({ rating: 'above_target' }),
    item({ rating: 'below_target', explanationMissing: true, state: 'submitted' }),
    item({ rating: 'not_rated', state: 'not_reported' }),
    item({ rating: 'not_rated', state: 'not_applicable' }),
    item({ role: 'context', rating: 'below_target', explanationMissing: true }),
  ]);
  expect(counts).toEqual({
    indicators: 5,
    above: 1,
    on: 1,
    improved: 0,
    below: 1,
    notRated: 2,
    met: 2,
    rated: 3,
    reported: 3,
    due: 4,
    explanationsMissing: 1,
  });
  expect(metSentence(counts)).toBe('met 2 of 3 rated');
  expect(reportedSentence(counts)).toBe('reported 3 of 4 due');
});

test('nothing is said of nothing', () => {
  expect(metSentence(rollUp([]))).toBe('nothing is rated yet');
  expect(reportedSentence(rollUp([]))).toBe('nothing is due yet');
});

const items = fc.array(
  fc.record({
    role: fc.constantFrom(...indicatorRoles),
    state: fc.constantFrom(...entryStates),
    due: fc.boolean(),
    rating: fc.constantFrom(...ratings),
    explanationMissing: fc.boolean(),
  }),
);

test('the counts add up', () => {
  fc.assert(
    fc.property(items, (any) => {
      const counts = rollUp(any);
      expect(counts.indicators).toBe(any.filter(({ role }) => role === 'performance').length);
      expect(counts.above + counts.on + counts.improved + counts.below + counts.notRated).toBe(counts.indicators);
      expect(counts.met + counts.improved + counts.below).toBe(counts.rated);
      expect(counts.reported).toBeLessThanOrEqual(counts.due);
      expect(counts.due).toBeLessThanOrEqual(counts.indicators);
    }),
  );
});

test('the counts of two parts are the counts of the whole', () => {
  fc.assert(
    fc.property(items, items, (one, other) => {
      const [a, b, whole] = [rollUp(one), rollUp(other), rollUp([...one, ...other])];
      for (const key of Object.keys(whole) as (keyof typeof whole)[]) expect(whole[key]).toBe(a[key] + b[key]);
    }),
  );
});
