import { expect, test } from 'vitest';
import { exportName } from './export-name.ts';

test('a file is named by review, year and version', () => {
  expect(exportName({ year: 2022, number: 1, draft: false }, 'docx')).toBe('FBS-review-FY2022-v1.docx');
});

test('a draft says so in its name', () => {
  expect(exportName({ year: 2022, number: 2, draft: true }, 'docx')).toBe('FBS-review-FY2022-v2-DRAFT.docx');
});
