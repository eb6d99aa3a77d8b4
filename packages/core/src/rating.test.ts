import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareDecimals, parseDecimal } from './decimal.ts';
import { rate } from './rating.ts';
import { exampleInput } from './rating-example.ts';
import { decimals } from './testing/arbitrary-decimals.ts';
import type { RatingInput } from './types.ts';
import type { Direction, NotRatedReason, Rating } from './vocabulary.ts';

type Case = Record<
  'target' | 'low' | 'high' | 'tolerance' | 'value' | 'previous' | 'baseline' | 'deviation' | 'why',
  string
> & { direction: Direction; rating: Rating };

const cases: Case[] = parse(readFileSync(new URL('../data/rating-cases.csv', import.meta.url)), { columns: true });

const inputOf = (row: Case): RatingInput => {
  const figure = { value: parseDecimal(row.target), low: parseDecimal(row.low), high: parseDecimal(row.high) };
  return {
    ...exampleInput,
    direction: row.direction,
    target: row.target === '' && row.low === '' ? null : figure,
    tolerance: parseDecimal(row.tolerance),
    value: parseDecimal(row.value),
    previous: parseDecimal(row.previous),
    baseline: parseDecimal(row.baseline),
  };
};

test('the table of cases is there', () => expect(cases).toHaveLength(35));

test.each(cases)('$direction $target$low: $value is $rating ($why)', (row) => {
  const { rating, deviation } = rate(inputOf(row));
  expect({ rating, deviation }).toEqual({ rating: row.rating, deviation: parseDecimal(row.deviation) });
});

const target = (value: string) => ({ value, low: null, high: null });
const vary = (change: Partial<RatingInput>) => rate({ ...exampleInput, ...change });

describe('why something is not rated', () => {
  test.each<[NotRatedReason, Partial<RatingInput>]>([
    ['not_reported', { value: null }],
    ['not_due', { value: null, absent: 'not_due' }],
    ['not_applicable', { value: null, absent: 'not_applicable' }],
    ['not_reported', { value: null, target: null, isNew: true }],
    ['no_target', { target: null }],
    ['no_target', { direction: 'range' }],
    ['no_target', { target: null, isNew: true, previous: '1' }],
    ['new_indicator', { target: null, isNew: true }],
    ['new_indicator', { value: null, absent: 'not_due', isNew: true }],
    ['new_indicator', { value: null, absent: 'not_due', isNew: true, direction: 'monitor' }],
    ['not_applicable', { value: null, absent: 'not_applicable', isNew: true }],
    ['monitored_only', { isNew: true, direction: 'monitor' }],
    ['monitored_only', { direction: 'monitor' }],
    ['monitored_only', { direction: 'monitor', value: null, absent: 'not_due' }],
    ['not_reported', { kind: 'narrative', value: null }],
    ['not_applicable', { kind: 'narrative', value: null, absent: 'not_applicable' }],
    ['no_target', { kind: 'milestone', value: '0', target: null, due: true }],
    ['not_due', { kind: 'milestone', value: '0', target: target('1') }],
    ['not_reported', { kind: 'milestone', value: null, target: target('1'), due: true }],
  ])('%s: %o', (reason, change) => {
    expect(vary(change)).toMatchObject({ rating: 'not_rated', reason, deviation: null, explanationRequired: false });
  });
});

test('why there is no value is ignored where there is one', () => {
  expect(vary({ absent: 'not_applicable' }).rating).toBe('on_target');
});

test('a milestone is on target when done, and below when not done after the due date', () => {
  expect(vary({ kind: 'milestone', value: '1', target: target('1') }).rating).toBe('on_target');
  expect(vary({ kind: 'milestone', value: '0', target: target('1'), due: true }).rating).toBe('below_target');
  expect(vary({ kind: 'milestone', value: '0', target: target('0'), due: true }).rating).toBe('on_target');
});

test("a narrative has the person's own choice", () => {
  const { rating, explanationRequired } = vary({ kind: 'narrative', value: null, chosen: 'below_target' });
  expect({ rating, explanationRequired }).toEqual({ rating: 'below_target', explanationRequired: true });
});

test('exactly 10% is on target, whatever binary floats would say', () => {
  expect(vary({ value: '21.373', target: target('19.43') })).toMatchObject({ rating: 'on_target', deviation: '10' });
  expect(vary({ value: '21.3730000000001', target: target('19.43') }).rating).toBe('above_target');
});

test('the threshold is a setting', () => {
  expect(vary({ threshold: '5' }).rating).toBe('above_target');
  expect(vary({ threshold: '6.1' }).rating).toBe('on_target');
});

test.each([
  ['on the edge', '9900', false],
  ['beyond it', '9901', true],
  ['missed by little', '8999', true],
  ['just met', '9000', false],
])('an explanation is asked for %s', (_, value, explanationRequired) => {
  expect(vary({ value }).explanationRequired).toBe(explanationRequired);
});

const order: readonly Rating[] = ['below_target', 'improved_target_not_met', 'on_target', 'above_target'];

test('improving a value never worsens its rating', () => {
  const direction = fc.constantFrom<Direction>('increase', 'decrease');
  const reference = fc.option(decimals);
  fc.assert(
    fc.property(direction, decimals, decimals, decimals, reference, (way, goal, one, other, previous) => {
      const rises = compareDecimals(one, other) <= 0;
      const [worse, better] = rises === (way === 'increase') ? [one, other] : [other, one];
      const rankOf = (value: string) =>
        order.indexOf(vary({ direction: way, target: target(goal), value, previous }).rating);
      expect(rankOf(better)).toBeGreaterThanOrEqual(rankOf(worse));
    }),
  );
});

test('coming nearer to a target to be kept never worsens its rating', () => {
  fc.assert(
    fc.property(fc.nat(50), fc.nat(50), fc.nat(20), fc.option(decimals), (one, other, tolerance, previous) => {
      const rankOf = (distance: number) =>
        order.indexOf(
          vary({
            direction: 'maintain',
            target: target('0'),
            tolerance: String(tolerance),
            value: String(distance),
            previous,
          }).rating,
        );
      expect(rankOf(Math.min(one, other))).toBeGreaterThanOrEqual(rankOf(Math.max(one, other)));
    }),
  );
});

/** Moves the decimal point of whole and fraction figures alike, in text, so that nothing is rounded. */
const tenth = (value: string): string => {
  const sign = value.startsWith('-') ? '-' : '';
  const [whole = '0', fraction = ''] = value.replace('-', '').split('.');
  const digits = whole.padStart(2, '0');
  return parseDecimal(`${sign}${digits.slice(0, -1)}.${digits.slice(-1)}${fraction}`) ?? '0';
};

test('a rating does not depend on the unit: a tenth of every figure rates the same', () => {
  const direction = fc.constantFrom<Direction>('increase', 'decrease', 'maintain');
  fc.assert(
    fc.property(direction, decimals, decimals, fc.option(decimals), (way, goal, value, previous) => {
      const whole = vary({ direction: way, target: target(goal), value, previous });
      const scaled = vary({
        direction: way,
        target: target(tenth(goal)),
        value: tenth(value),
        previous: previous === null ? null : tenth(previous),
      });
      expect([scaled.rating, scaled.deviation]).toEqual([whole.rating, whole.deviation]);
    }),
  );
});
