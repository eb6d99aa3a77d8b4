import { describe, expect, test } from 'vitest';
import {
  formatDay,
  formatDecimal,
  formatInstant,
  formatSigned,
  formatSignedPercent,
  ownPeriod,
  plural,
} from './format.ts';

describe('days and times', () => {
  test('days carry the short month of news style', () => {
    expect(formatDay('2020-09-30')).toBe('Sept. 30, 2020');
    expect(formatDay('2021-03-03')).toBe('March 3, 2021');
    expect(formatDay('soon')).toBe('soon');
  });

  test('midnight and noon are twelve', () => {
    expect(formatInstant('2021-12-09T14:14:00.000Z')).toBe('Dec. 9, 2021, 2:14 p.m.');
    expect(formatInstant('2021-12-09T00:05:00Z')).toBe('Dec. 9, 2021, 12:05 a.m.');
    expect(formatInstant('2021-12-09T12:00:00Z')).toBe('Dec. 9, 2021, 12:00 p.m.');
  });
});

test('a figure names its period where the year of the page does not', () => {
  expect(ownPeriod('FY 2020', 2020)).toBeNull();
  expect(ownPeriod('CY 2020', 2020)).toBe('CY 2020');
});

describe('figures', () => {
  test('digits are grouped and never lost', () => {
    expect(formatDecimal('118932')).toBe('118,932');
    expect(formatDecimal('-1234567.8', 2)).toBe('\u22121,234,567.80');
    expect(formatDecimal('0.1234567890123', 2)).toBe('0.1234567890123');
  });

  test('a change always says its sign, except for none', () => {
    expect(formatSigned('2')).toBe('+2');
    expect(formatSigned('-1')).toBe('\u22121');
    expect(formatSigned('0')).toBe('0');
  });

  test('percentages are rounded half away from zero and never clamped', () => {
    expect(formatSignedPercent('7.75')).toBe('+7.8%');
    expect(formatSignedPercent('-9.375')).toBe('\u22129.4%');
    expect(formatSignedPercent('99.95')).toBe('+100.0%');
    expect(formatSignedPercent('-0.04')).toBe('0.0%');
    expect(formatSignedPercent('140')).toBe('+140.0%');
  });

  test('one is one and many are many', () => {
    expect(plural(1, 'indicator')).toBe('1 indicator');
    expect(plural(1200, 'indicator')).toBe('1,200 indicators');
    expect(plural(2, 'entry', 'entries')).toBe('2 entries');
  });
});
