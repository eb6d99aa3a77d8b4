import { expect, test } from 'vitest';
import { formatChange, formatFigure, formatFigureWithUnit, formatTrend, seriesOf } from './figure.ts';

const people = { kind: 'number', decimals: 0, unit: 'people' } as const;
const share = { kind: 'percent', decimals: 1, unit: 'percent' } as const;
const dollars = { kind: 'currency', decimals: 2, unit: 'USD million' } as const;

test('each kind of figure is written as people write it', () => {
  expect(formatFigure('9548', people)).toBe('9,548');
  expect(formatFigure('-71.4', share)).toBe('−71.4%');
  expect(formatFigure('72.5', dollars)).toBe('72.50 USD million');
  expect(formatFigure('0', { kind: 'milestone', decimals: 0, unit: 'published' })).toBe('Not done');
  expect(formatFigureWithUnit('9548', people)).toBe('9,548 people');
});

test('digits that are stored are never hidden', () => {
  expect(formatFigure('71.4286', share)).toBe('71.4286%');
});

test('a figure that was worked out is rounded half up to its decimals', () => {
  expect(formatFigure('71.45', { ...share, computed: true })).toBe('71.5%');
  expect(formatFigure('-0.04', { ...share, computed: true })).toBe('0.0%');
  expect(formatFigure('0.999', { ...share, decimals: 2, computed: true })).toBe('1.00%');
  expect(formatFigure('7', { ...share, computed: true })).toBe('7.0%');
});

test('a change says its sign and, for shares, that it counts percentage points', () => {
  expect(formatChange('180', people)).toBe('+180');
  expect(formatChange('-1.4', share)).toBe('−1.4 percentage points');
});

test('small counts change by so many, large ones by so many percent', () => {
  expect(formatTrend({ change: '-1', percent: '-6.3' }, people, '15')).toBe('−1');
  expect(formatTrend({ change: '696', percent: '7' }, people, '10572')).toBe('+7.0%');
  expect(formatTrend({ change: '200', percent: null }, people, '200')).toBe('+200');
});

test('years without a figure stay empty in a series', () => {
  expect(
    seriesOf(
      [
        { year: 2018, value: '5' },
        { year: 2020, value: '7.5' },
      ],
      2018,
      2021,
    ),
  ).toEqual([5, null, 7.5, null]);
});
