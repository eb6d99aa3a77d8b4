import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDecimal, roundDecimal } from './decimal.ts';
import { formatDifference, formatFigure, formatNumber, formatPercent } from './figure.ts';
import { decimals } from './testing/arbitrary-decimals.ts';
import { indicatorKinds } from './vocabulary.ts';

test.each([
  ['9548', 0, '9,548'],
  ['1234567.8', 2, '1,234,567.80'],
  ['999', 0, '999'],
  ['0', 0, '0'],
  ['-1234.5', 1, '\u22121,234.5'],
  ['0.1234567', 1, '0.1234567'],
  ['19.43', 0, '19.43'],
])('%s with %i decimals reads %s', (value, places, text) => {
  expect(formatNumber(value, places)).toBe(text);
});

test('a stored figure is never hidden, a computed one is rounded half up', () => {
  expect(formatNumber('71.4286', 1)).toBe('71.4286');
  expect(formatNumber('71.45', 1, 'computed')).toBe('71.5');
  expect(formatNumber('-0.04', 1, 'computed')).toBe('0.0');
});

test('each kind reads as people write it', () => {
  expect(formatFigure('71.4', { kind: 'percent', decimals: 1, unit: 'percent' })).toBe('71.4%');
  expect(formatFigure('72.75', { kind: 'currency', decimals: 2, unit: 'USD million' })).toBe('72.75 USD million');
  expect(formatFigure('9548', { kind: 'number', decimals: 0, unit: 'convictions' })).toBe('9,548');
  expect(formatFigure('1', { kind: 'milestone', decimals: 0, unit: 'published' })).toBe('done');
  expect(formatFigure('0', { kind: 'milestone', decimals: 0, unit: 'published' })).toBe('not done');
  expect(formatDifference('2', { kind: 'percent', decimals: 1, unit: 'percent' })).toBe('2.0 percentage points');
  expect(formatPercent('-11.1')).toBe('\u221211.1%');
  expect(formatPercent('140')).toBe('140.0%');
});

const read = (text: string) => parseDecimal(text.replaceAll(',', '').replace('\u2212', '-'));

test('a stored figure can be read back from what is shown', () => {
  fc.assert(fc.property(decimals, fc.nat(6), (value, places) => read(formatNumber(value, places)) === value));
});

test('a computed figure reads back as its rounding', () => {
  fc.assert(
    fc.property(decimals, fc.nat(6), (value, places) => {
      expect(read(formatNumber(value, places, 'computed'))).toBe(roundDecimal(value, places));
    }),
  );
});

test('no figure of any kind carries a hyphen for its sign', () => {
  fc.assert(
    fc.property(decimals, fc.constantFrom(...indicatorKinds), (value, kind) => {
      expect(formatFigure(value, { kind, decimals: 1, unit: 'USD' })).not.toContain('-');
    }),
  );
});
