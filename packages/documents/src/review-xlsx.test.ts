import type { ReviewDocument } from '@fbs/contract';
import { richTextWords } from '@fbs/core';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { cleanText } from './plain-text.ts';
import { reviewToXlsx } from './review-xlsx.ts';
import { reviewTables } from './tables/review-tables.ts';
import type { CellKind, Table } from './tables/table.ts';
import { readXlsxFile } from './testing/read-xlsx.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';

const options = { sha256: checksumFixture, product: 'FBS Performance 1.0' };
const made = async (document = finalReviewFixture(), given: { sha256: string | null } = options) =>
  readXlsxFile(await reviewToXlsx(document, { ...options, ...given }));

/** What a reader has to find for a cell of a table. */
const expectedOf: Readonly<Record<CellKind, (text: string) => unknown>> = {
  text: (text) => text,
  rich: richTextWords,
  integer: Number,
  decimal: Number,
  day: (text) => new Date(text),
  instant: (text) => new Date(`${text.slice(0, 16)}:00.000Z`),
  yes_no: (text) => (text === 'true' ? 'Yes' : 'No'),
};

const expectedRows = ({ rows, columns }: Table): unknown[][] =>
  rows.map((row) =>
    row.map((cell, at) => {
      const { kind = 'text', words = null } = columns[at] ?? {};
      return cell === null ? null : expectedOf[kind](words?.[cell] ?? cell);
    }),
  );

const tables = (document: ReviewDocument) => reviewTables(document, options).filter(({ name }) => name !== 'review');

test('another program reads every cell of every table as it stands in the snapshot', async () => {
  const document = finalReviewFixture();
  const sheets = await made(document);
  for (const table of tables(document)) {
    const [head, ...rows] = sheets.get(table.title)?.rows ?? [];
    expect(head).toEqual(table.columns.map(({ title }) => title));
    expect({ table: table.title, rows }).toEqual({ table: table.title, rows: expectedRows(table) });
  }
});

test('a figure whose digits a binary number would change stands as text', async () => {
  const document = finalReviewFixture();
  const [goal] = document.goals;
  const indicator = goal?.objectives[0]?.indicators[0];
  if (indicator === undefined) throw new Error('the fixture has no indicator');
  const exact = { ...indicator.entry, value: '9007199254740993.5' };
  const changed = JSON.parse(
    JSON.stringify(document).replaceAll(JSON.stringify(indicator.entry), JSON.stringify(exact)),
  ) as ReviewDocument;
  const values = (await made(changed)).get('Values')?.rows ?? [];
  expect(values.some((row) => row.includes('9007199254740993.5'))).toBe(true);
});

test('no cell is a formula, whatever people typed', async () => {
  for (const text of ['=1+1', '+1+1', '-1+1', '@SUM(A1)', '=HYPERLINK("https://example.com")', '_x0041_']) {
    const sheets = await made({ ...finalReviewFixture(), summary: text });
    expect([...sheets.values()].flatMap(({ formulas }) => formulas)).toEqual([]);
    expect(sheets.get('Overview')?.rows.flat()).toContain(richTextWords(text));
  }
});

test('the overview says which review it is, its checksum and what is illustrative', async () => {
  const text = (await made()).get('Overview')?.rows.flat().join('\n') ?? '';
  expect(text).toContain('Annual review FY 2022');
  expect(text).toContain('Version 1, signed off by R. Reviewer');
  expect(text).toContain(checksumFixture);
  expect(text).toContain('Illustrative: 4 figures and targets');
  expect(text).not.toContain('DRAFT');
});

test('a draft says DRAFT, on screen and on every page, and prints no checksum', async () => {
  const bytes = await reviewToXlsx(reviewFixture(), options);
  const text = (await readXlsxFile(bytes)).get('Overview')?.rows.flat().join('\n') ?? '';
  expect(text).toContain('DRAFT of version 1');
  expect(text).not.toContain(checksumFixture);
  const sheets = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  for (const [name, xml] of sheets)
    expect({ name, draft: strFromU8(xml).includes('DRAFT') }).toEqual({ name, draft: true });
});

test('names stay in view, can be filtered by, and are repeated on each printed page of landscape paper', async () => {
  const bytes = await reviewToXlsx(finalReviewFixture(), options);
  const sheets = await readXlsxFile(bytes);
  const values = sheets.get('Values');
  expect(values?.frozen).toEqual([1, 1]);
  expect(values?.filter).toBe(`A1:AH${values?.rows.length}`);
  expect(values?.pageSetup).toMatchObject({ orientation: 'landscape', fitToPage: true, fitToHeight: 0 });
  const workbook = strFromU8(unzipSync(bytes)['xl/workbook.xml'] ?? new Uint8Array());
  expect(workbook).toContain("'Results FY 2022'!$A:$C,'Results FY 2022'!$1:$1");
  expect(workbook.match(/_xlnm\.Print_Titles/g)).toHaveLength(sheets.size - 2);
});

test('charts are native, say in words what they show, and begin at zero', async () => {
  const files = unzipSync(await reviewToXlsx(finalReviewFixture(), options));
  const charts = Object.keys(files).filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name));
  expect(charts.length).toBeGreaterThan(3);
  const drawings = Object.entries(files).filter(([name]) => /^xl\/drawings\/drawing\d+\.xml$/.test(name));
  const texts = drawings.flatMap(([, xml]) => [...strFromU8(xml).matchAll(/descr="([^"]+)"/g)].map(([, text]) => text));
  expect(texts).toHaveLength(charts.length);
  expect(texts.join()).toContain('1.2-D Criminal justice practitioners trained');
  const drawn = charts
    .filter((name) => name !== 'xl/charts/chart1.xml')
    .map((name) => strFromU8(files[name] as Uint8Array));
  for (const xml of drawn) expect(xml).toMatch(/<c:cat>.*?'Charts'!\$B\$2/s);
  const [, years] = (await made()).get('Charts')?.rows ?? [];
  expect(years?.slice(0, 2)).toEqual(['Years', expect.stringMatching(/^20\d\d$/)]);
});

test('it is the same, byte for byte, whenever it is made', async () => {
  const [first, second] = [
    await reviewToXlsx(finalReviewFixture(), options),
    await reviewToXlsx(finalReviewFixture(), options),
  ];
  expect(Buffer.compare(Buffer.from(first), Buffer.from(second))).toBe(0);
});

test.each([
  ['right to left', 'العربية \u202Eשלום'],
  ['emoji', '👩‍👩‍👧 🏳️‍🌈'],
  ['control characters', 'a\u0000b\u0001c\u001fd\u007fe \ud800'],
  ['20,000 characters', 'x'.repeat(20_000)],
  ['lines and tabs', 'one\r\ntwo\tthree\u2028four'],
  ['marks of XML', '<b>&amp;</b> ]]> "quoted" \'once\''],
  ['an escape of its own', '_x0041_ and _x000D_'],
])('a text with %s stands in its cell as a reader can see it', async (_name, text) => {
  const document = finalReviewFixture();
  const [first, ...goals] = document.goals;
  if (first === undefined) throw new Error('the fixture has no goal');
  const sheets = await made({ ...document, goals: [{ ...first, statement: text }, ...goals] });
  expect(sheets.get('Goals')?.rows[1]?.[3]).toBe(cleanText(text));
});

test('longer texts are read without their signs on every sheet, and the dictionary says so', async () => {
  const document = finalReviewFixture();
  const [first, ...goals] = document.goals;
  const [objective, ...objectives] = first?.objectives ?? [];
  if (first === undefined || objective === undefined) throw new Error('the fixture has no objective');
  const text = '**JSP Goal 1.3**\n\n- train\n- [ask](https://example.org/a)';
  const words = 'JSP Goal 1.3\n\n• train\n• ask (https://example.org/a)';
  const section = { ...objective.section, narrative: text, decisions: text, departureReason: text };
  const sheets = await made({
    ...document,
    ...{ summary: text, jspStatement: text },
    goals: [{ ...first, objectives: [{ ...objective, section }, ...objectives] }, ...goals],
  });
  const all = [...sheets.values()].flatMap(({ rows }) => rows.flat());
  expect(sheets.get('Assessments')?.rows[1]?.filter((value) => value === words)).toHaveLength(3);
  expect(all.filter((value) => /\*\*|\]\(/.test(String(value)))).toEqual([]);
  const overview = sheets.get('Overview')?.rows.map(([value]) => value) ?? [];
  for (const name of ['Summary', 'Linkage statement']) expect(overview[overview.indexOf(name) + 1]).toBe(words);
  const rich = sheets.get('Data dictionary')?.rows.filter((row) => row[3] === 'Text in paragraphs') ?? [];
  expect(rich.map(([, title]) => title)).toEqual(['Reason for departing', 'Progress', 'Decisions']);
  for (const row of rich) expect(row[4]).toContain('Items of lists stand on lines of their own');
});
