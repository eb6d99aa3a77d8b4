import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { reviewToCsv } from './csv-package.ts';
import { unguardText } from './imports/csv-adapter.ts';
import { readDataPackage } from './testing/read-data-package.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';

const options = { sha256: checksumFixture, product: 'FBS Performance 1.0' };
const draftOptions = { ...options, sha256: null };

test('the folder keeps to its own description: columns, types, words, keys, and where rows point', () => {
  const { problems, tables, description } = readDataPackage(reviewToCsv(finalReviewFixture(), options));
  expect(problems).toEqual([]);
  expect(description.resources).toHaveLength(15);
  expect(tables.get('values')?.length).toBeGreaterThan(20);
});

test('every value stands in it with the digits of the snapshot', () => {
  const document = finalReviewFixture();
  const { tables } = readDataPackage(reviewToCsv(document, options));
  const expected = document.goals
    .flatMap((goal) => goal.objectives.flatMap((objective) => objective.indicators))
    .flatMap(({ years }) => years.map(({ indicator, year, value }) => [indicator, String(year), value ?? '']));
  expect(tables.get('values')?.map(({ indicator, year, value }) => [indicator, year, value])).toEqual(expected);
  expect(tables.get('values')?.some(({ value }) => value === '12.9735034347399')).toBe(true);
});

test('evidence stands in it link by link and file by file; a review signed before files were kept has links alone', () => {
  const document = finalReviewFixture();
  const none = { file_name: '', file_type: '', size: '', sha256: '' };
  const link = { title: 'Program report 2022', url: 'https://www.state.gov/report?year=2022&part=1', ...none };
  const file = { title: 'Award reports', url: '', file_name: 'grants 2022.csv', file_type: 'csv', size: '24300' };
  expect(readDataPackage(reviewToCsv(document, options)).tables.get('evidence')).toMatchObject([
    { objective: '1.2', number: '1', ...link },
    { objective: '1.2', number: '2', ...file, sha256: expect.stringMatching(/^5f70bf18/) },
  ]);
  const goals = document.goals.map((goal) => ({
    ...goal,
    objectives: goal.objectives.map(({ section: { files: _files, ...section }, ...rest }) => ({ ...rest, section })),
  }));
  const { tables, problems } = readDataPackage(reviewToCsv({ ...document, goals }, options));
  expect(problems).toEqual([]);
  expect(tables.get('evidence')).toMatchObject([{ ...link }]);
});

test('it is the same, byte for byte, whenever it is made', () => {
  expect(reviewToCsv(finalReviewFixture(), options)).toEqual(reviewToCsv(finalReviewFixture(), options));
});

test('it says which review it is of, its checksum, and which figures to read with care', () => {
  const { description, files } = readDataPackage(reviewToCsv(finalReviewFixture(), options));
  const readme = strFromU8(files['README.txt'] ?? new Uint8Array());
  for (const words of [description.description, readme]) {
    expect(words).toContain('annual review of fiscal year 2022, version 1');
    expect(words).toContain(checksumFixture);
    expect(words).toMatch(/Illustrative values, invented for evaluation: 1\.2-D \(2022\)/);
    expect(words).toMatch(/Restated values: 1\.2-A \(2022\), 1\.2-E \(2022\)/);
    expect(words).toMatch(/revised after the result was known: 1\.2-E \(2022\)/);
    expect(words).toContain('holds the linkages of goals alone');
  }
  expect(description.name).toBe('fbs-review-fy2022-v1');
});

test('a draft says so', () => {
  const { description } = readDataPackage(reviewToCsv(reviewFixture(), draftOptions));
  expect(description.name).toBe('fbs-review-fy2022-v1-draft');
  expect(description.description).toContain('DRAFT: not signed off.');
});

test.each([['=1+1'], ['+1'], ['-cmd'], ['@SUM(A1)'], ["'=quoted"], ['"quotes", commas\nand lines']])(
  'a text like %j is no formula, and comes back as it was',
  (summary) => {
    const bytes = reviewToCsv({ ...finalReviewFixture(), summary }, options);
    const [row] = readDataPackage(bytes).tables.get('review') ?? [];
    expect(row?.summary).not.toMatch(/^[=+@]|^-[^\d]/);
    expect(unguardText(row?.summary ?? '')).toBe(summary);
  },
);

test('a negative figure is a figure: no apostrophe stands before it', () => {
  const document = finalReviewFixture();
  const { tables } = readDataPackage(reviewToCsv(document, options));
  const deviations = tables
    .get('values')
    ?.flatMap(({ deviation = '' }) => (deviation.includes('-') ? [deviation] : []));
  expect(deviations?.length).toBeGreaterThan(0);
  expect(deviations?.every((each) => /^-\d/.test(each))).toBe(true);
});

test('each file begins with the mark of UTF-8 and ends its lines as RFC 4180 says', () => {
  const files = unzipSync(reviewToCsv(finalReviewFixture(), options));
  for (const [name, bytes] of Object.entries(files).filter(([each]) => each.endsWith('.csv'))) {
    expect({ name, mark: [...bytes.slice(0, 3)] }).toEqual({ name, mark: [0xef, 0xbb, 0xbf] });
    expect(strFromU8(bytes).endsWith('\r\n')).toBe(true);
  }
});
