import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReviewDocument } from '@fbs/contract';
import fc from 'fast-check';
import { strFromU8 } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { reviewToCsv, yearsToCsv } from './csv-package.ts';
import { unguardText } from './imports/csv-adapter.ts';
import { cleanText } from './plain-text.ts';
import { reviewToDocx, yearsToDocx } from './review-docx.ts';
import { reviewToPdf } from './review-pdf.ts';
import { reviewToStratml } from './review-stratml.ts';
import { reviewToXlsx } from './review-xlsx.ts';
import { codeOfExtreme, extremeTexts, randomReview } from './testing/random-strategy.ts';
import { readDataPackage } from './testing/read-data-package.ts';
import { readDocx } from './testing/read-docx.ts';
import { readXlsxFile } from './testing/read-xlsx.ts';
import { schemaSays } from './testing/stratml-schema.ts';
import { nodesCalled, readStratml, structureProblems } from './testing/stratml-structure.ts';
import { yearsToJson } from './years-json.ts';
import { yearsToXlsx } from './years-xlsx.ts';

const options = { sha256: null, product: 'FBS Performance' };
/** Each run is one of many thousand characters: few find what there is to find. */
const few = { numRuns: 2 };
const folder = mkdtempSync(join(tmpdir(), 'fbs-random-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const holds = (check: (review: ReviewDocument) => Promise<void>): Promise<void> =>
  fc.assert(fc.asyncProperty(randomReview, check), few);

const squeezed = (text: string): string => text.replace(/\s/g, '');
/** Without what no file can hold: control characters and halves of characters; line ends are all one. */
const expected = Object.entries(extremeTexts).map(([what, text]) => ({ what, text: cleanText(text) }));

test(
  'Word: every strategy makes a document, and every text is in it',
  () =>
    holds(async (review) => {
      const body = squeezed(readDocx(await reviewToDocx(review, options)).text);
      for (const { what, text } of expected)
        expect({ what, found: body.includes(squeezed(text)) }).toEqual({ what, found: true });
      expect((await yearsToDocx([{ document: review, sha256: null }], 'x')).length).toBeGreaterThan(10_000);
    }),
  90_000,
);

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0;
/** Signs that only join or turn others are not drawn. */
const unseen = /[\u200c-\u200f\u202a-\u202e\u2060-\u2069]|\p{Variation_Selector}/gu;
/** What no font can show is written by its number. */
const withCharacters = (text: string): string =>
  text.replace(/\[U\+([0-9A-F]{4,6})\]/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));

test.skipIf(!hasPoppler)(
  'PDF: every strategy makes an accessible one, and another program reads every text in it (asked where poppler is installed)',
  () =>
    holds(async (review) => {
      const file = join(folder, 'random.pdf');
      writeFileSync(file, reviewToPdf(review, options));
      const read = execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8', maxBuffer: 1e8 });
      // heads and feet of pages stand between the lines of a long text
      const body = withCharacters(squeezed(read)).replace(unseen, '');
      for (const { what, text } of expected) {
        const whole = text.replace(unseen, '');
        // words that run from right to left stand in the order in which the line shows them
        const wanted = what === 'right to left' ? whole.split(' ') : [squeezed(whole).slice(0, 200)];
        const found = wanted.every((words) => body.includes(words));
        expect({ what, found }).toEqual({ what, found: true });
      }
      expect(body.split('longlonglong').length).toBeGreaterThan(20);
    }),
  90_000,
);

test(
  'Excel: every strategy makes a workbook without a formula, and every text stands in its cell',
  () =>
    holds(async (review) => {
      for (const bytes of [
        await reviewToXlsx(review, options),
        await yearsToXlsx([{ document: review, sha256: null }], 'x'),
      ]) {
        const sheets = await readXlsxFile(bytes);
        expect([...sheets.values()].flatMap(({ formulas }) => formulas)).toEqual([]);
        const [heads = [], ...rows] = sheets.get('Values')?.rows ?? [];
        for (const { what, text } of expected) {
          const row = rows.findLast((each) => each[heads.indexOf('Indicator')] === codeOfExtreme(what));
          expect({ what, text: row?.[heads.indexOf('Explanation')] }).toEqual({ what, text });
        }
      }
    }),
  90_000,
);

test(
  'CSV: every strategy makes a folder that keeps to its description; texts come back, and none is a formula',
  () =>
    holds(async (review) => {
      for (const bytes of [reviewToCsv(review, options), yearsToCsv([{ document: review, sha256: null }], 'x')]) {
        const { problems, tables } = readDataPackage(bytes);
        expect(problems).toEqual([]);
        const cells = [...tables.values()].flatMap((rows) => rows.flatMap((row) => Object.values(row)));
        expect(cells.filter((cell) => /^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell))).toEqual([]);
        for (const { what, text } of expected) {
          const row = tables.get('values')?.findLast(({ indicator }) => indicator === codeOfExtreme(what));
          expect({ what, text: unguardText(row?.explanation ?? '') }).toEqual({ what, text });
        }
      }
    }),
  90_000,
);

test(
  'JSON: every text comes back to the last character, control characters too',
  () =>
    holds(async (review) => {
      const snapshot = JSON.stringify(review);
      const read = JSON.parse(strFromU8(yearsToJson([{ snapshot, sha256: null }]))) as {
        reviews: { review: unknown }[];
      };
      expect(read.reviews[0]?.review).toEqual(JSON.parse(snapshot));
    }),
  90_000,
);

test(
  'StratML: every strategy makes a plan and a report that keep to the standard',
  () =>
    holds(async (review) => {
      const made = (['Performance_Report', 'Strategic_Plan'] as const).map((type) =>
        reviewToStratml(review, options, type),
      );
      for (const bytes of made) expect(structureProblems(readStratml(bytes))).toEqual([]);
      const report = readStratml(made[0] ?? new Uint8Array());
      const codes = nodesCalled(report, 'PerformanceIndicator').map(
        ({ inside }) => inside.find(({ name }) => name === 'SequenceIndicator')?.text,
      );
      for (const { what } of expected) expect(codes).toContain(codeOfExtreme(what));
      if (schemaSays !== null) expect(await schemaSays(made)).toBe('valid');
    }),
  90_000,
);
