import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Client } from '../../apps/api/src/testing/client.ts';
import { strategy } from '../../apps/api/src/testing/endpoints.ts';
import { useOffices } from '../../apps/api/src/testing/offices.ts';
import { exportReview, listIndicators } from '../../packages/contract/src/index.ts';
import { createExportPool } from '../../packages/documents/src/index.ts';
import { readDataPackage } from '../../packages/documents/src/testing/read-data-package.ts';
import { type ReadSheet, readXlsxFile } from '../../packages/documents/src/testing/read-xlsx.ts';
import { schemaSays } from '../../packages/documents/src/testing/stratml-schema.ts';
import { nodesCalled, readStratml, structureProblems } from '../../packages/documents/src/testing/stratml-structure.ts';

const openOffice = useOffices();
const pool = createExportPool();
afterAll(() => pool.close());

type Format = 'xlsx' | 'csv' | 'stratml';
type Figure = {
  readonly place: string;
  readonly value: string | null;
  readonly target: string | null;
  readonly rating: string;
};

const years = [2018, 2019, 2020, 2021, 2022];

/** The figures of all years as the API gives them to whoever reads the screens. */
const shown = async (viewer: Client): Promise<Figure[]> => {
  const figures: Figure[] = [];
  for (const year of years) {
    const { indicators } = await viewer.ok(listIndicators, { params: { strategy }, querystring: { year } });
    for (const { code, entry } of indicators) {
      const { value, target, rating } = entry;
      figures.push({ place: `${code} ${year}`, value, target: target.value, rating: rating.rating });
    }
  }
  return figures.sort((a, b) => a.place.localeCompare(b.place, 'en'));
};

const made = async (viewer: Client, format: Format, year: number): Promise<Uint8Array> => {
  const reply = await viewer.send(exportReview, { params: { strategy, year }, querystring: { format } });
  expect(reply.status).toBe(200);
  return reply.bytes;
};

const among = (places: ReadonlySet<string>, figures: readonly Figure[]): Figure[] =>
  figures.filter(({ place }) => places.has(place)).sort((a, b) => a.place.localeCompare(b.place, 'en'));

/** Words as people read them, back to the word of the API: "Improved, target not met". */
const ratingOf = (label: unknown): string => String(label).toLowerCase().replaceAll(',', '').replaceAll(' ', '_');

const cell = (value: unknown): string | null =>
  value === null || value === undefined || value === '' ? null : String(value);

const sheetFigures = (sheet: ReadSheet | undefined): Figure[] => {
  const [heads = [], ...rows] = sheet?.rows ?? [];
  const at = (row: (typeof rows)[number], head: string) => row[heads.indexOf(head)];
  return rows.map((row) => ({
    place: `${at(row, 'Indicator')} ${at(row, 'Fiscal year')}`,
    value: cell(at(row, 'Value')),
    target: cell(at(row, 'Target')),
    rating: ratingOf(at(row, 'Rating')),
  }));
};

let expected: Figure[];
const files = {} as Record<Format, Uint8Array>;
const signed = {} as Record<Format, Uint8Array>;

beforeAll(async () => {
  // files and screens are of one moment, so one office serves all tests of them
  const office = await openOffice({ exports: { ...pool, close: async () => {} } });
  const viewer = await office.signIn('viewer');
  expected = await shown(viewer);
  for (const format of ['xlsx', 'csv', 'stratml'] as const) {
    files[format] = await made(viewer, format, 2022);
    signed[format] = await made(viewer, format, 2020);
  }
}, 120_000);

it('the workbook, read by another program, holds every figure, target and rating of the screens', async () => {
  const found = sheetFigures((await readXlsxFile(files.xlsx)).get('Values'));
  const places = new Set(expected.map(({ place }) => place));
  expect(expected.length).toBe(150);
  expect(among(places, found)).toEqual(expected);
});

it('so does the folder of CSV files, and it keeps to its own description', () => {
  const { tables, problems } = readDataPackage(files.csv);
  expect(problems).toEqual([]);
  const found = (tables.get('values') ?? []).map((row) => ({
    place: `${row.indicator} ${row.year}`,
    value: cell(row.value),
    target: cell(row.target),
    rating: row.rating ?? '',
  }));
  expect(among(new Set(expected.map(({ place }) => place)), found)).toEqual(expected);
});

it('the performance report holds each value and target of each indicator', () => {
  const root = readStratml(files.stratml);
  expect(structureProblems(root)).toEqual([]);
  for (const indicator of nodesCalled(root, 'PerformanceIndicator')) {
    const code = indicator.inside.find(({ name }) => name === 'SequenceIndicator')?.text ?? '';
    const targets = nodesCalled(indicator, 'TargetResult').flatMap((node) => nodesCalled(node, 'NumberOfUnits'));
    const wanted = expected.flatMap(({ place, target }) => (place.startsWith(`${code} `) && target ? [target] : []));
    expect({ code, targets: targets.map(({ text }) => text) }).toEqual({ code, targets: wanted });
    const values = nodesCalled(indicator, 'ActualResult').flatMap((node) => nodesCalled(node, 'NumberOfUnits'));
    const reported = expected.flatMap(({ place, value }) => (place.startsWith(`${code} `) && value ? [value] : []));
    expect({ code, values: values.map(({ text }) => text) }).toMatchObject({
      code,
      values: expect.arrayContaining(reported),
    });
  }
});

it('the files of a signed review are whole as well', async () => {
  expect(readDataPackage(signed.csv).problems).toEqual([]);
  expect(structureProblems(readStratml(signed.stratml))).toEqual([]);
  const overview = (await readXlsxFile(signed.xlsx)).get('Overview')?.rows.flat().join('\n') ?? '';
  expect(overview).toMatch(/SHA-256 of the signed snapshot: [0-9a-f]{64}/);
});

it.skipIf(schemaSays === null)(
  'the schema of ANSI/AIIM 22:2017 finds both performance reports valid (asked where it lies beside the product)',
  async () => {
    expect(await schemaSays?.([files.stratml, signed.stratml])).toBe('valid');
  },
);
