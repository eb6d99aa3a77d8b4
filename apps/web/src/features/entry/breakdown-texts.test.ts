import { describe, expect, it } from 'vitest';
import { breakdownTexts, parseBreakdown, readTexts, writeTexts } from './breakdown-texts.ts';
import type { Measured } from './figures.ts';

const people: Measured = { kind: 'number', direction: 'increase', decimals: 0, unit: 'people' };
const bySex = [{ dimension: 'sex', categories: ['female', 'male'], sumsToTotal: true }];

describe('the texts of a breakdown', () => {
  it('has a field for every category, filled where there is a figure', () => {
    expect(breakdownTexts(bySex, [{ dimension: 'sex', category: 'female', value: '2610' }])).toEqual({
      sex: { female: '2610', male: '' },
    });
  });

  it('survives being one text', () => {
    const texts = { sex: { female: '2,610', male: '' } };
    expect(readTexts(writeTexts(texts))).toEqual(texts);
  });

  it('sends only what is filled in, read as figures are', () => {
    expect(parseBreakdown({ sex: { female: '2,610', male: ' ' } }, people, 'FY 2022')).toEqual({
      ok: true,
      figure: [{ dimension: 'sex', category: 'female', value: '2610' }],
    });
  });

  it('names the field that cannot be read', () => {
    expect(parseBreakdown({ sex: { female: '26x', male: '1' } }, people, 'FY 2022')).toEqual({
      ok: false,
      sentence: 'Enter a number for female in FY 2022, for example 1,234',
    });
  });
});
