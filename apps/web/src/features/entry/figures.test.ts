import { describe, expect, it } from 'vitest';
import { type Measured, parseFigure, parseTarget, shownTarget, typedFigure, typedTarget } from './figures.ts';

const people: Measured = { kind: 'number', direction: 'increase', decimals: 0, unit: 'people' };
const share: Measured = { kind: 'percent', direction: 'increase', decimals: 1, unit: 'percent' };
const range: Measured = { ...share, direction: 'range' };
const milestone: Measured = { ...people, kind: 'milestone' };

describe('parseFigure', () => {
  it.each([
    ['4870', '4870'],
    ['4,870', '4870'],
    [' 1,234,567.50 ', '1234567.5'],
    ['-12', '-12'],
    ['\u221212', '-12'],
    ['007', '7'],
    ['0', '0'],
  ])('reads "%s" as %s', (text, figure) => {
    expect(parseFigure(text, 'FY 2022', people)).toEqual({ ok: true, figure });
  });

  it('reads an emptied cell as no value, which is not 0', () => {
    expect(parseFigure('  ', 'FY 2022', people)).toEqual({ ok: true, figure: null });
  });

  it('reads a percent sign where percent are meant', () => {
    expect(parseFigure('71.4 %', 'FY 2022', share)).toEqual({ ok: true, figure: '71.4' });
    expect(parseFigure('71.4%', 'FY 2022', people).ok).toBe(false);
  });

  it.each(['9.2.00', 'about 40', '12 people', '1/2/2020'])('refuses "%s" and says what to enter', (text) => {
    const sentence = 'Enter a number for FY 2022, for example 1,234';
    expect(parseFigure(text, 'FY 2022', people)).toEqual({ ok: false, sentence });
  });

  it.each(['1,23', '12,34,567', '4 87'])('says how numbers are written where "%s" was typed', (text) => {
    expect(parseFigure(text, 'FY 2022', people)).toMatchObject({ sentence: expect.stringContaining('with commas') });
  });

  it('takes a dollar sign where money is meant, and nowhere else', () => {
    const money: Measured = { ...people, kind: 'currency', unit: 'USD million' };
    expect(parseFigure('$3.5', 'FY 2022', money)).toEqual({ ok: true, figure: '3.5' });
    expect(parseFigure('(5)', 'FY 2022', people)).toEqual({ ok: true, figure: '-5' });
    expect(parseFigure('$3.5', 'FY 2022', people)).toEqual({
      ok: false,
      sentence: 'This figure is in people, not in money: enter it without $',
    });
  });

  it('leads from "N/A" to where that is recorded with its reason', () => {
    expect(parseFigure('N/A', 'FY 2022', people)).toMatchObject({ sentence: expect.stringContaining('with a reason') });
  });

  it('says so where a number is too long to be kept exactly', () => {
    const sentence = 'Enter a number of up to 15 digits for FY 2022';
    expect(parseFigure('1234567890123456', 'FY 2022', people)).toEqual({ ok: false, sentence });
  });
});

describe('parseTarget', () => {
  it.each(['90 to 95', '90-95', '90 - 95', '90 \u2013 95', '90..95', '90% to 95%'])('reads the range "%s"', (text) => {
    expect(parseTarget(text, 'FY 2022', range)).toEqual({ ok: true, figure: { value: null, low: '90', high: '95' } });
  });

  it('asks for both ends of a range, the lower one first', () => {
    expect(parseTarget('90', 'FY 2022', range).ok).toBe(false);
    expect(parseTarget('95 to 90', 'FY 2022', range)).toMatchObject({
      sentence: expect.stringContaining('lower figure first'),
    });
  });

  it('does not take an empty cell for the wish to have no target', () => {
    expect(parseTarget('', 'FY 2022', people)).toMatchObject({ ok: false });
  });
});

describe('figures as they are typed and shown', () => {
  it('gives back every digit for editing', () => {
    expect(typedFigure('1234.567', { ...people, decimals: 1 })).toBe('1,234.567');
    expect(typedFigure('-5', people)).toBe('-5');
    expect(typedTarget({ value: null, low: '90', high: '95' }, range)).toBe('90.0 to 95.0');
  });

  it('shows targets in words where they are no figures', () => {
    expect(parseTarget('To be done', 'FY 2022', milestone)).toEqual({
      ok: true,
      figure: { value: '1', low: null, high: null },
    });
    expect(parseTarget('Not planned', 'FY 2022', milestone)).toEqual({
      ok: false,
      sentence: 'A milestone that is not planned for the year has no target: leave the cell empty',
    });
    expect(shownTarget({ value: '1', low: null, high: null }, milestone)).toBe('To be done');
    expect(shownTarget({ value: null, low: '90', high: '95' }, range)).toBe('90.0% to 95.0%');
    expect(shownTarget({ value: null, low: null, high: null }, people)).toBeNull();
  });
});
