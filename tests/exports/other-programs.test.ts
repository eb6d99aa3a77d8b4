import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { strategy } from '../../apps/api/src/testing/endpoints.ts';
import { useOffices } from '../../apps/api/src/testing/offices.ts';
import { exportReview, exportYears, listIndicators } from '../../packages/contract/src/index.ts';
import { ratingLabels } from '../../packages/core/src/index.ts';
import { createExportPool } from '../../packages/documents/src/index.ts';
import { readDocx } from '../../packages/documents/src/testing/read-docx.ts';

const openOffice = useOffices();
const pool = createExportPool();
const folder = mkdtempSync(join(tmpdir(), 'fbs-programs-'));
afterAll(async () => {
  await pool.close();
  rmSync(folder, { recursive: true, force: true });
});

const answers = (program: string, argument: string): boolean => spawnSync(program, [argument]).status === 0;
const hasPoppler = answers('pdfinfo', '-v');
const hasLibreOffice = hasPoppler && answers('soffice', '--version');

const run = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    maxBuffer: 1e8,
    timeout: 120_000,
  });
const squeezed = (text: string): string => text.replace(/\s/g, '');
const inFolder = (name: string): string => join(folder, name);
/** Lines of a page are joined: a word that was parted at the end of one is whole again. */
const textOf = (pdf: string): string => squeezed(run('pdftotext', '-raw', inFolder(pdf), '-'));

type Figure = {
  readonly code: string;
  readonly value: number | null;
  readonly target: number | null;
  readonly rating: string;
  readonly sentence: string;
};
let figures: Figure[];
let word: Uint8Array;

beforeAll(async () => {
  const office = await openOffice({ exports: { ...pool, close: async () => {} } });
  const viewer = await office.signIn('viewer');
  const at = { params: { strategy, year: 2022 } };
  for (const format of ['docx', 'pdf', 'xlsx'] as const) {
    const { bytes } = await viewer.send(exportReview, { ...at, querystring: { format } });
    writeFileSync(inFolder(`review.${format}`), bytes);
    if (format === 'docx') word = bytes;
  }
  const all = await viewer.send(exportYears, { params: { strategy }, querystring: { format: 'xlsx' } });
  writeFileSync(inFolder('years.xlsx'), all.bytes);
  const { indicators } = await viewer.ok(listIndicators, { params: { strategy }, querystring: { year: 2022 } });
  const shown = (figure: string | null, decimals: number): number | null =>
    figure === null ? null : Number(Number(figure).toFixed(decimals));
  figures = indicators.map(({ code, decimals, entry: { value, target, rating } }) => ({
    code,
    value: shown(value, decimals),
    target: shown(target.value, decimals),
    rating: ratingLabels[rating.rating],
    sentence: rating.sentence,
  }));
}, 120_000);

/** "$8,412.50 million†" -> 8412.5, "done" -> 1; other words -> null */
const figureIn = (cell: string | undefined): number | null => {
  const [line = ''] = (cell ?? '').split('\n');
  if (line.startsWith('done')) return 1;
  const digits = /^[\u2212-]?\$?[\d,]+(\.\d+)?/.exec(line)?.[0];
  return digits === undefined ? null : Number(digits.replace(/[$,]/g, '').replace('\u2212', '-'));
};

it('the Word file has the value, the target and the rating of every indicator as the API gives them', () => {
  const rows = readDocx(word).tables.filter(([head]) => head?.includes('Initial target') && head.includes('Value'));
  const heads = rows[0]?.[0] ?? [];
  const found = rows
    .flatMap(([, ...body]) => body)
    .map((row) => {
      const cell = (head: string): string | undefined => row[heads.indexOf(head)];
      return {
        code: cell('Indicator')?.split(' ')[0] ?? '',
        value: figureIn(cell('Value')),
        target: figureIn(cell('Revised target')) ?? figureIn(cell('Initial target')),
        rating: Object.values(ratingLabels).find((label) => cell('Rating')?.includes(label)) ?? '',
      };
    });
  const byCode = new Map(found.map((each) => [each.code, each]));
  expect(found.length).toBeGreaterThan(15);
  const wanted = figures.filter(({ code }) => byCode.has(code));
  expect(wanted.map(({ code }) => byCode.get(code))).toEqual(wanted.map(({ sentence: _sentence, ...rest }) => rest));
});

const sentences = (): string[] =>
  figures.flatMap(({ rating, sentence }) => (rating === ratingLabels.not_rated ? [] : [squeezed(sentence)]));

describe.skipIf(!hasPoppler)('poppler, where it is installed', () => {
  it('finds headings, tables with their heads, lists and pictures in the structure of the PDF', () => {
    const structure = run('pdfinfo', '-struct', inFolder('review.pdf'));
    for (const part of ['H1', 'H2', 'Table', 'TR', 'TH', 'TD', 'L', 'LI', 'Figure', 'TOC'])
      expect(structure).toMatch(new RegExp(`^\\s*${part}\\b`, 'm'));
    expect(run('pdfinfo', inFolder('review.pdf'))).toMatch(/Tagged:\s+yes/);
  });

  it('reads in the PDF how every figure was rated, word for word as the API says it', () => {
    const text = textOf('review.pdf');
    expect(sentences().length).toBeGreaterThan(10);
    expect(sentences().filter((sentence) => !text.includes(sentence))).toEqual([]);
  });
});

describe.skipIf(!hasLibreOffice)('LibreOffice, where it is installed', () => {
  const profile = `-env:UserInstallation=${pathToFileURL(inFolder('profile'))}`;

  beforeAll(() => {
    mkdirSync(inFolder('made'));
    const files = ['review.docx', 'review.xlsx', 'years.xlsx'].map(inFolder);
    run('soffice', profile, '--headless', '--convert-to', 'pdf', '--outdir', inFolder('made'), ...files);
  }, 150_000);

  it('opens the Word file: every rating stands on its pages, and they can be drawn', () => {
    const text = textOf('made/review.pdf');
    expect(sentences().filter((sentence) => !text.includes(sentence))).toEqual([]);
    run('pdftoppm', '-r', '30', '-png', '-l', '4', inFolder('made/review.pdf'), inFolder('made/page'));
    const pages = readdirSync(inFolder('made')).filter((name) => /^page.*\.png$/.test(name));
    expect(pages).toHaveLength(4);
    // an empty page of this size has a few hundred bytes
    for (const page of pages) expect(readFileSync(inFolder(`made/${page}`)).length).toBeGreaterThan(1500);
  });

  it('opens both workbooks: no cell is an error, and the years stand side by side', () => {
    const text = textOf('made/years.pdf');
    expect(text).toContain('2018-2022ataglance');
    for (const year of [2018, 2019, 2020, 2021, 2022]) expect(text).toContain(`Value${year}`);
    expect(text).not.toMatch(/#(REF|NAME|VALUE|DIV)[!?/]|Err:5\d\d/);
  });
});
