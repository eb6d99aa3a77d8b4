import { createHash } from 'node:crypto';
import { yearsDocument } from '@fbs/contract';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { yearsToCsv } from './csv-package.ts';
import { readDataPackage } from './testing/read-data-package.ts';
import { readXlsxFile } from './testing/read-xlsx.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';
import { yearsToJson } from './years-json.ts';
import { yearsToXlsx } from './years-xlsx.ts';

const product = 'FBS Performance 1.0';

/** The review of the year before: every entry of it is one of that year. */
const earlier = () => {
  const document = finalReviewFixture();
  return {
    ...document,
    year: 2021,
    goals: document.goals.map((goal) => ({
      ...goal,
      objectives: goal.objectives.map((objective) => ({
        ...objective,
        indicators: objective.indicators.map((indicator) => {
          const entry = { ...indicator.entry, year: 2021, value: indicator.entry.value === null ? null : '777' };
          return { ...indicator, entry, years: [...indicator.years.filter(({ year }) => year < 2021), entry] };
        }),
      })),
    })),
  };
};
const reviews = () => [
  { document: earlier(), sha256: checksumFixture },
  { document: reviewFixture(), sha256: null },
];

test('the folder stacks the tables of every review, and keeps to its own description', () => {
  const { problems, tables, description, files } = readDataPackage(yearsToCsv(reviews(), product));
  expect(problems).toEqual([]);
  expect(description.name).toMatch(/^fbs-review-\d{4}-\d{4}-draft$/);
  expect(tables.get('reviews')?.map(({ year, draft }) => [year, draft])).toEqual([
    ['2021', 'false'],
    ['2022', 'true'],
  ]);
  const values = tables.get('values') ?? [];
  const own = values.filter(({ review_year, year, indicator }) => review_year === year && indicator === '1.2-D');
  expect(own.map(({ year, value }) => [year, value])).toEqual([
    ['2021', '777'],
    ['2022', '10412'],
  ]);
  expect(tables.get('assessments')?.map(({ review_year }) => review_year)).toContain('2021');
  const readme = strFromU8(files['README.txt'] ?? new Uint8Array());
  expect(readme).toContain(`SHA-256 ${checksumFixture}`);
  expect(readme).toContain('FY 2022: DRAFT');
  expect(readme).toContain('DRAFT. Not signed off: FY 2022.');
});

test('another program finds years, ratings and assessments side by side in the workbook, and no formula', async () => {
  const sheets = await readXlsxFile(await yearsToXlsx(reviews(), product));
  expect([...sheets.keys()].slice(0, 5)).toEqual([
    'Overview',
    'All years',
    'Ratings by year',
    'Assessments by year',
    'Charts',
  ]);
  expect([...sheets.values()].flatMap(({ formulas }) => formulas)).toEqual([]);
  const [heads = [], ...rows] = sheets.get('All years')?.rows ?? [];
  const trained = rows.find(([code]) => code === '1.2-D') ?? [];
  expect([trained[heads.indexOf('Value 2021')], trained[heads.indexOf('Value 2022')]]).toEqual([777, 10_412]);
  const ratings = sheets.get('Ratings by year')?.rows.find(([code]) => code === '1.2-D');
  expect(ratings).toEqual(['1.2-D', 'Criminal justice practitioners trained', '▲ Above target†', '▲ Above target†']);
  const overview = sheets.get('Overview')?.rows.flat().join('\n') ?? '';
  expect(overview).toContain('DRAFT. Not signed off: FY 2022.');
  expect(sheets.get('Reviews')?.rows.flat()).toContain(checksumFixture);
});

test('the foot of every printed sheet names the years, and is not read as a size of letters', async () => {
  const files = unzipSync(await yearsToXlsx(reviews(), product));
  const sheets = Object.entries(files).filter(([name]) => /^xl\/worksheets\/[^/]+\.xml$/.test(name));
  expect(sheets.length).toBeGreaterThan(10);
  for (const [, bytes] of sheets) expect(strFromU8(bytes)).toContain('&amp;L&amp;8 2018-2022 at a glance');
});

test('the JSON file holds the text of every review byte for byte, so that its checksum can be worked out', () => {
  const snapshots = reviews().map(({ document }) => JSON.stringify(document));
  const sha256 = createHash('sha256')
    .update(snapshots[0] ?? '')
    .digest('hex');
  const text = strFromU8(
    yearsToJson(snapshots.map((snapshot, at) => ({ snapshot, sha256: at === 0 ? sha256 : null }))),
  );
  const read = yearsDocument.parse(JSON.parse(text));
  expect(read.draft).toBe(true);
  expect(read.reviews.map(({ year, draft, sha256: sum }) => [year, draft, sum])).toEqual([
    [2021, false, sha256],
    [2022, true, null],
  ]);
  for (const snapshot of snapshots) expect(text).toContain(`"review":${snapshot}}`);
  const [first] = (JSON.parse(text) as { reviews: { review: object }[] }).reviews;
  expect(createHash('sha256').update(JSON.stringify(first?.review)).digest('hex')).toBe(sha256);
});

test('files of data are the same, byte for byte, whenever they are made', async () => {
  expect(yearsToCsv(reviews(), product)).toEqual(yearsToCsv(reviews(), product));
  expect(await yearsToXlsx(reviews(), product)).toEqual(await yearsToXlsx(reviews(), product));
});
