import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from './figure.ts';
import { readTypedFigure } from './typed-figure.ts';

describe('readTypedFigure', () => {
  it.each([
    ['4870', '4870', null],
    ['4,870', '4870', null],
    [' 1,234,567.50 ', '1234567.5', null],
    ['\u00a01,234\u00a0', '1234', null],
    ['007', '7', null],
    ['.5', '0.5', null],
    ['5.', '5', null],
    ['+5', '5', null],
    ['-12', '-12', null],
    ['\u221212', '-12', null],
    ['\u201312', '-12', null],
    ['- 12', '-12', null],
    ['4 870', '4870', null],
    ['1\u202f234\u202f567.5', '1234567.5', null],
    ['(5)', '-5', null],
    ['( 1,234.5 )', '-1234.5', null],
    ['(0)', '0', null],
    ['12%', '12', 'percent'],
    ['71.4 %', '71.4', 'percent'],
    ['(3)%', '-3', 'percent'],
    ['(3%)', '-3', 'percent'],
    ['$3.5', '3.5', 'money'],
    ['-$3.5', '-3.5', 'money'],
    ['$-3.5', '-3.5', 'money'],
    ['($1,000)', '-1000', 'money'],
    ['$ (1,000.00)', '-1000', 'money'],
    ['US$12', '12', 'money'],
    ['USD 12.5', '12.5', 'money'],
    ['12.5 USD', '12.5', 'money'],
  ])('reads "%s" as %s, sign %s', (text, value, sign) => {
    expect(readTypedFigure(text)).toMatchObject({ kind: 'number', value, sign });
  });

  it.each(['', '  ', '\u00a0', '\t'])('takes "%s" for an empty cell, which is not 0', (text) => {
    expect(readTypedFigure(text)).toEqual({ kind: 'blank', note: null });
  });

  it.each(['none', 'TBD', 'not available', '...'])('takes "%s" for nothing, and says so', (text) => {
    expect(readTypedFigure(text)).toEqual({ kind: 'blank', note: expect.stringContaining('nothing is entered') });
  });

  it('says how a sign beside the digits was read', () => {
    const noteOf = (text: string) => readTypedFigure(text) as { readonly note: string | null };
    expect(noteOf('12%').note).toBe('"12%" is read as 12: percents are kept without their sign.');
    expect(noteOf('$3.5').note).toContain("the unit is the indicator's own");
    expect(noteOf('12').note).toBeNull();
  });

  it.each(['N/A', 'n/a', 'NA', 'n.a.', 'N.A.', 'n. a.', 'Not applicable'])('takes "%s" for not applicable', (text) => {
    expect(readTypedFigure(text)).toEqual({ kind: 'not_applicable' });
  });

  it.each([
    ['1,23', 'decimals with a point'],
    ['12,34,567', 'decimals with a point'],
    ['1.234,5', 'decimals with a point'],
    ['4 87', 'decimals with a point'],
    ['1 234,5', 'decimals with a point'],
    ['9.2.00', 'Enter a number'],
    ['-', 'A dash can mean zero or nothing'],
    ['\u2014', 'A dash can mean zero or nothing'],
    ['#N/A', 'could not work out this cell (#N/A)'],
    ['#DIV/0!', 'could not work out this cell'],
    ['1.2E+05', 'enter all of its digits'],
    ['1e5', 'enter all of its digits'],
    ['about 40', 'Enter a number'],
    ['1/2/2020', 'Enter a number'],
    ['(5', 'Enter a number'],
    ['5)', 'Enter a number'],
    ['(-5)', 'Enter a number'],
    ['--5', 'Enter a number'],
    ['$5%', 'Enter a number'],
    ['$$5', 'Enter a number'],
    ['=SUM(A1:A3)', 'Enter a number'],
    ['1234567890123456', 'up to 15 digits'],
    ['9'.repeat(65), 'too long'],
  ])('refuses "%s": %s', (text, words) => {
    expect(readTypedFigure(text)).toEqual({ kind: 'refused', sentence: expect.stringContaining(words) });
  });

  const whole = fc.bigInt({ min: -(10n ** 15n) + 1n, max: 10n ** 15n - 1n }).map(String);

  it('reads back every figure as it is shown and as it is stored', () => {
    fc.assert(
      fc.property(whole, fc.integer({ min: 0, max: 4 }), (value, decimals) => {
        expect(readTypedFigure(value)).toMatchObject({ kind: 'number', value });
        expect(readTypedFigure(formatNumber(value, decimals))).toMatchObject({ kind: 'number', value });
      }),
    );
  });

  it('answers any text, never by throwing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), (text) => {
        expect(['number', 'blank', 'not_applicable', 'refused']).toContain(readTypedFigure(text).kind);
      }),
    );
  });
});
