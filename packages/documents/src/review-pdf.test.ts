import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReviewDocument } from '@fbs/contract';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { missingGlyphs, withWords } from './pdf/missing-glyphs.ts';
import { reviewToPdf } from './review-pdf.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';

const options = { sha256: checksumFixture, product: 'FBS Performance Dashboard' };
const folder = mkdtempSync(join(tmpdir(), 'fbs-pdf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hasPoppler = spawnSync('pdfinfo', ['-v']).status === 0;

const opened = (snapshot: ReviewDocument): string => {
  const file = join(folder, 'review.pdf');
  writeFileSync(file, reviewToPdf(snapshot, options));
  return file;
};
const read = (program: string, ...args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1e8 });
/** The words in reading order, with the lines that the page made taken out. */
const textOf = (file: string): string => read('pdftotext', file, '-').replace(/\s+/g, ' ');

const withSummary = (summary: string): ReviewDocument => ({ ...reviewFixture(), summary });

describe('the PDF of a review', () => {
  test('claims PDF/UA-1, which the compiler grants only to what is accessible', () => {
    const pdf = Buffer.from(reviewToPdf(finalReviewFixture(), options)).toString('latin1');
    expect(pdf.startsWith('%PDF-1.7')).toBe(true);
    expect(pdf).toMatch(/<pdfuaid:part>1<\/pdfuaid:part>/);
  });

  test('is the same to the byte whenever it is made from the same record', () => {
    const [one, two] = [reviewToPdf(finalReviewFixture(), options), reviewToPdf(finalReviewFixture(), options)];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  test('is made whatever somebody typed', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom(
        '#import "x"',
        '*b* $x$ = h\n- a\n\n- b',
        '=1+1',
        '\u202emirror',
        'x'.repeat(20_000),
        '\\u{41}"`',
      ),
    );
    fc.assert(
      fc.property(typed, (text) => {
        expect(reviewToPdf(withSummary(text), options).length).toBeGreaterThan(10_000);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe.skipIf(!hasPoppler)('the PDF of a review, read by Poppler', () => {
  test('is tagged, titled, of letter size, and embeds every font', () => {
    const file = opened(finalReviewFixture());
    const facts = read('pdfinfo', file);
    expect(facts).toMatch(/Title:\s+Annual review FY 2022, Functional Bureau Strategy 2018-2022/);
    expect(facts).toMatch(/Tagged:\s+yes/);
    expect(facts).toMatch(/Page size:\s+612 x 792/);
    const fonts = read('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
  });

  test('has headings in order, real lists, captions, and tables with header cells', () => {
    const tags = read('pdfinfo', '-struct', opened(finalReviewFixture()));
    const levels = [...tags.matchAll(/^\s+H(\d)\b/gm)].map(([, level]) => Number(level));
    for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
    const count = (tag: string) => [...tags.matchAll(new RegExp(`^\\s+${tag}\\b`, 'gm'))].length;
    expect(count('Table')).toBeGreaterThan(10);
    expect(count('THead')).toBe(count('Table'));
    expect(count('Caption')).toBeGreaterThanOrEqual(count('Table'));
    expect(count('LI')).toBeGreaterThan(5);
  });

  test('says the figure, its rating and how it came about, version and checksum on every page', () => {
    const file = opened(finalReviewFixture());
    const text = textOf(file);
    const indicator = finalReviewFixture().goals[0]?.objectives[0]?.indicators.find(({ code }) => code === '1.2-D');
    expect(text.includes(indicator?.definition.name ?? '?')).toBe(true);
    expect(text.includes(`${indicator?.entry.rating.sentence}.`)).toBe(true);
    const pages = Number(/Pages:\s+(\d+)/.exec(read('pdfinfo', file))?.[1]);
    expect(text.split(`SHA-256 ${checksumFixture}`).length - 1).toBeGreaterThanOrEqual(pages);
    expect(text.includes(`Page 1 of ${pages}`)).toBe(true);
  });

  test('a draft says DRAFT on every page and prints no checksum', () => {
    const file = opened(reviewFixture());
    const pages = Number(/Pages:\s+(\d+)/.exec(read('pdfinfo', file))?.[1]);
    const text = textOf(file);
    expect(text.split('DRAFT: not signed off').length - 1).toBe(pages);
    expect(text.includes(checksumFixture)).toBe(false);
  });

  test('what no font can show is told in words, and the paper says so', () => {
    const text = textOf(opened(withSummary('Signed in \u{12000}\u{12001} and in Latin.')));
    expect(text.includes('Signed in [character U+12000, character U+12001] and in Latin.')).toBe(true);
    expect(text.includes('letters that the fonts of this PDF lack')).toBe(true);
    expect(textOf(opened(withSummary('Latin alone.'))).includes('fonts of this PDF')).toBe(false);
  });

  test('emoji stand as they were written', () => {
    const file = opened(
      withSummary('Thanks to all \u{1F44F} of the family \u{1F468}\u200d\u{1F469}\u200d\u{1F467} and \u2764\ufe0f.'),
    );
    const text = textOf(file);
    expect(text.includes('Thanks to all \u{1F44F} of the family')).toBe(true);
    expect(text.includes('fonts of this PDF')).toBe(false);
    expect(read('pdffonts', file)).toContain('NotoEmoji');
    expect(read('pdffonts', opened(withSummary('Latin alone.')))).not.toContain('NotoEmoji');
  });
});

describe('characters without a glyph', () => {
  test('are taken from the words of the refusal', () => {
    const refusal =
      'message: "error: the text `\\"\\u{200d}\\"` could not be displayed, the text `\\"한\\"` could not be displayed';
    expect(missingGlyphs(refusal)).toEqual(['\u200d', '한']);
    expect(missingGlyphs('unknown variable: x')).toEqual([]);
  });

  test.each([
    ['a word', '한국어', ['한국어'], '[3 Korean letters]'],
    ['a word that is met letter by letter', 'In 한국어.', ['한', '국', '어'], 'In [3 Korean letters].'],
    ['words beside each other', '中文 字', ['中文', '字'], '[3 Chinese characters]'],
    ['one letter', 'ก', ['ก'], '[1 Thai letter]'],
    ['letters with signs of their own', 'क्षेत्र', ['क्षेत्र'], '[4 Devanagari letters]'],
    ['two scripts', 'ひ漢', ['ひ', '漢'], '[1 Japanese letter, 1 Chinese character]'],
    ['a rare character', '\u{12000}\u{12000}', ['\u{12000}'], '[character U+12000 (2 times)]'],
    ['an emoji of tomorrow', '\u{1FAFF}', ['\u{1FAFF}'], '[emoji U+1FAFF]'],
    ['the letter that a mark leans on', 'e\u0332e', ['e\u0332'], 'e[character U+0332]e'],
    ['what only joins', 'a\u200db', ['\u200d'], 'ab'],
    ['signs of patterns', '(한)', ['(한)'], '([1 Korean letter])'],
  ])('%s is told in words', (_what, text, missing, words) => {
    expect(withWords(text, missing)).toBe(words);
  });
});
