import { expect, test } from 'vitest';
import { exportName, yearsName } from './export-name.ts';

test('a file is named by review, year and version', () => {
  expect(exportName({ year: 2022, number: 1, draft: false }, 'docx')).toBe('FBS-review-FY2022-v1.docx');
});

test('a draft says so in its name', () => {
  expect(exportName({ year: 2022, number: 2, draft: true }, 'docx')).toBe('FBS-review-FY2022-v2-DRAFT.docx');
});

test('all years are named by them, and say DRAFT where one is not signed', () => {
  const years = { firstYear: 2018, lastYear: 2022 };
  expect(yearsName({ ...years, draft: false }, 'csv')).toBe('FBS-review-2018-2022.zip');
  expect(yearsName({ ...years, draft: true }, 'json')).toBe('FBS-review-2018-2022-DRAFT.json');
  expect(yearsName({ firstYear: 2011, lastYear: 2011, draft: true }, 'xlsx')).toBe('FBS-review-2011-DRAFT.xlsx');
});
