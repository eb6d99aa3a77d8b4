import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareDecimals } from './decimal.ts';
import { formatFigure } from './figure.ts';
import { rate } from './rating.ts';
import { exampleInput } from './rating-example.ts';
import { decimals } from './testing/arbitrary-decimals.ts';
import type { RatingInput } from './types.ts';
import type { Direction } from './vocabulary.ts';
import { indicatorKinds } from './vocabulary.ts';

const target = (value: string) => ({ value, low: null, high: null });
const range = { value: null, low: '90', high: '95' };
const decrease = { direction: 'decrease', target: target('20') } as const;
const maintain = { direction: 'maintain', target: target('8') } as const;
const milestone = { kind: 'milestone', target: target('1') } as const;

test.each<[Partial<RatingInput>, string]>([
  [{}, '9,548 is 6.1% above the target of 9,000; higher is better; within the 10% band: on target'],
  [{ value: '9000' }, '9,000 is exactly the target of 9,000; higher is better; within the 10% band: on target'],
  [
    { value: '12600' },
    '12,600 is 40.0% above the target of 9,000; higher is better; beyond the 10% band: above target',
  ],
  [
    { value: '110.01', target: target('100') },
    '110.01 is 10.01% above the target of 100; higher is better; beyond the 10% band: above target',
  ],
  [
    { value: '99999', target: target('100000') },
    '99,999 is 0.001% under the target of 100,000; higher is better; target not met, and nothing to compare with: below target',
  ],
  [
    { value: '8000', previous: '7000' },
    '8,000 is 11.1% under the target of 9,000; higher is better; better than 7,000 in FY 2019: improved, target not met',
  ],
  [
    { value: '8000', previous: '8500' },
    '8,000 is 11.1% under the target of 9,000; higher is better; not better than 8,500 in FY 2019: below target',
  ],
  [
    { value: '45', target: target('50'), baseline: '40' },
    '45 is 10.0% under the target of 50; higher is better; better than the baseline of 40 (FY 2017): improved, target not met',
  ],
  [
    { value: '45', target: target('50'), baseline: '48', baselineLabel: undefined },
    '45 is 10.0% under the target of 50; higher is better; not better than the baseline of 48: below target',
  ],
  [
    { value: '0', target: target('5'), previous: '1', previousLabel: undefined },
    '0 is 100.0% under the target of 5; higher is better; not better than 1 the year before: below target',
  ],
  [
    { value: '3', target: target('0') },
    '3 is 3 above the target of 0; higher is better; better than the target: above target',
  ],
  [{ value: '0', target: target('0') }, '0 is exactly the target of 0; higher is better; target met: on target'],
  [
    { ...decrease, value: '17' },
    '17 is 15.0% under the target of 20; lower is better; beyond the 10% band: above target',
  ],
  [
    { ...decrease, value: '22', previous: '23' },
    '22 is 10.0% above the target of 20; lower is better; better than 23 in FY 2019: improved, target not met',
  ],
  [
    { ...decrease, target: target('0'), value: '1', previous: '3' },
    '1 is 1 above the target of 0; lower is better; better than 3 in FY 2019: improved, target not met',
  ],
  [
    { direction: 'increase', target: target('-10'), value: '-8' },
    '\u22128 is 20.0% above the target of \u221210; higher is better; beyond the 10% band: above target',
  ],
  [{ ...maintain, value: '8' }, '8 is exactly the target of 8; to be kept: on target'],
  [
    { ...maintain, value: '9', tolerance: '1' },
    '9 is 1 above the target of 8; to be kept within a tolerance of 1: on target',
  ],
  [
    { ...maintain, value: '6', previous: '5' },
    '6 is 2 under the target of 8; to be kept; nearer than 5 in FY 2019: improved, target not met',
  ],
  [
    { ...maintain, value: '10', previous: '8' },
    '10 is 2 above the target of 8; to be kept; not nearer than 8 in FY 2019: below target',
  ],
  [
    { direction: 'range', target: range, value: '92', kind: 'percent', decimals: 1 },
    '92.0% is within the target of between 90.0% and 95.0%: on target',
  ],
  [
    { direction: 'range', target: range, value: '88', previous: '80', kind: 'percent' },
    '88% is 2 percentage points under the target of between 90% and 95%; nearer than 80% in FY 2019: improved, target not met',
  ],
  [
    { direction: 'range', target: range, value: '100' },
    '100 is 5 above the target of between 90 and 95; target not met, and nothing to compare with: below target',
  ],
  [
    { kind: 'currency', decimals: 2, unit: 'USD million', value: '72.75', target: target('75') },
    '72.75 USD million is 3.0% under the target of 75.00 USD million; higher is better; target not met, and nothing to compare with: below target',
  ],
  [{ ...milestone, value: '1' }, 'Milestone done; planned to be done: on target'],
  [
    { ...milestone, value: '0', due: true },
    'Milestone not done; planned to be done, and the due date has passed: below target',
  ],
  [{ ...milestone, value: '0' }, 'Milestone not done yet; the due date has not passed: not rated'],
  [
    { kind: 'narrative', value: null, chosen: 'on_target' },
    'Chosen by a person and explained in words, not worked out from figures: on target',
  ],
  [{ value: null }, 'No value is reported; a missing value is never taken as 0: not rated'],
  [{ value: null, absent: 'not_due' }, 'No value yet; the due date has not passed: not rated'],
  [{ value: null, absent: 'not_applicable' }, 'Not applicable in this year: not rated'],
  [{ target: null }, '9,548 is reported, but there is no target to compare it with: not rated'],
  [
    { target: null, isNew: true },
    '9,548 is the first of a new indicator, with no target and nothing to compare it with: not rated',
  ],
  [{ direction: 'monitor' }, '9,548 is reported; monitored only, neither up nor down is better: not rated'],
])('%#: %o', (change, sentence) => {
  expect(rate({ ...exampleInput, ...change }).sentence).toBe(sentence);
});

const words: Partial<Record<Direction, string>> = {
  increase: 'higher is better',
  decrease: 'lower is better',
  maintain: 'to be kept',
};

const numericKinds = indicatorKinds.filter((kind) => kind !== 'milestone' && kind !== 'narrative');

test('the sentence of a rated figure names the value, the target and the direction', () => {
  const direction = fc.constantFrom<Direction>('increase', 'decrease', 'maintain');
  const kinds = fc.constantFrom(...numericKinds);
  fc.assert(
    fc.property(direction, kinds, decimals, decimals, fc.option(decimals), (way, kind, value, goal, previous) => {
      const input: RatingInput = { ...exampleInput, direction: way, kind, value, target: target(goal), previous };
      const { sentence } = rate(input);
      expect(sentence.startsWith(`${formatFigure(value, input)} is `)).toBe(true);
      expect(sentence).toContain(`the target of ${formatFigure(goal, input)};`);
      expect(sentence).toContain(`; ${words[way]}`);
    }),
  );
});

test('the sentence of a rated range names the value and both limits', () => {
  fc.assert(
    fc.property(decimals, decimals, decimals, (value, one, other) => {
      const [low, high] = compareDecimals(one, other) < 0 ? [one, other] : [other, one];
      const input: RatingInput = { ...exampleInput, direction: 'range', value, target: { value: null, low, high } };
      const { sentence } = rate(input);
      expect(sentence.startsWith(`${formatFigure(value, input)} is `)).toBe(true);
      expect(sentence).toContain(`between ${formatFigure(low, input)} and ${formatFigure(high, input)}`);
    }),
  );
});

test('a worked-out figure is rounded in the sentence to the decimals of its indicator, and compared exactly', () => {
  const share = {
    kind: 'percent',
    unit: 'percent',
    decimals: 1,
    value: '94.4444444444444',
    rounding: 'computed',
  } as const;
  const above = rate({ ...exampleInput, ...share, target: target('94') });
  expect(above.sentence).toContain('94.4% is 0.5% above the target of 94.0%');
  const missed = rate({ ...exampleInput, ...share, previous: null, target: target('94.4444444444445') });
  expect(missed.rating).toBe('below_target');
});
