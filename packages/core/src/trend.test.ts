import { expect, test } from 'vitest';
import { trendOf } from './trend.ts';

const target = { value: '8', low: null, high: null };
const range = { value: null, low: '90', high: '95' };

test.each([
  ['12', '10', 'increase', null, '2', '20', 'good'],
  ['8', '10', 'increase', null, '-2', '-20', 'bad'],
  ['8', '10', 'decrease', null, '-2', '-20', 'good'],
  ['12', '10', 'decrease', null, '2', '20', 'bad'],
  ['10', '10', 'increase', null, '0', '0', 'neutral'],
  ['3', '0', 'increase', null, '3', null, 'good'],
  ['-8', '-10', 'increase', null, '2', '20', 'good'],
  ['7', '5', 'maintain', target, '2', '40', 'good'],
  ['11', '8', 'maintain', target, '3', '37.5', 'bad'],
  ['9', '7', 'maintain', target, '2', '28.6', 'neutral'],
  ['9', '7', 'maintain', null, '2', '28.6', 'neutral'],
  ['91', '88', 'range', range, '3', '3.4', 'good'],
  ['94', '91', 'range', range, '3', '3.3', 'neutral'],
  ['97', '94', 'range', range, '3', '3.2', 'bad'],
  ['5', '3', 'monitor', target, '2', '66.7', 'neutral'],
] as const)('%s after %s, %s', (now, before, direction, figure, change, percent, meaning) => {
  expect(trendOf(now, before, direction, figure)).toEqual({ change, percent, meaning });
});

test('without a figure there is no trend', () => {
  expect(trendOf(null, '1', 'increase', null)).toBeNull();
  expect(trendOf('1', null, 'increase', null)).toBeNull();
});
