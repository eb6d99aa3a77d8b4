import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type PaperLook, sealSize } from './paper-look.ts';
import { reviewToDocx, yearsToDocx } from './review-docx.ts';
import { reviewToPdf, yearsToPdf } from './review-pdf.ts';
import { readDocx } from './testing/read-docx.ts';
import { finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';

const drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><rect width="80" height="40"/></svg>';

const look: PaperLook = {
  coverText: 'Prepared by RMP\nwith the sections\n\nNot for release before approval',
  wordFont: 'Times New Roman',
  seal: {
    mediaType: 'image/png',
    data: Buffer.from(new Resvg(drawing).render().asPng()).toString('base64'),
    description: 'Seal of the Office',
    width: 80,
    height: 40,
  },
};
const options = { sha256: null, product: 'FBS Performance Dashboard', look };
const reviews = [{ document: reviewFixture(), sha256: null }];

test('a Word file has the seal with its words, the cover text, and the font of the office alone', async () => {
  for (const bytes of [await reviewToDocx(reviewFixture(), options), await yearsToDocx(reviews, 'x', look)]) {
    const files = unzipSync(bytes);
    const text = strFromU8(files['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain('descr="Seal of the Office"');
    const paragraphs = readDocx(bytes).paragraphs.map((each) => each.text);
    expect(paragraphs).toEqual(
      expect.arrayContaining(['Prepared by RMP\nwith the sections', 'Not for release before approval']),
    );
    const styles = strFromU8(files['word/styles.xml'] ?? new Uint8Array());
    expect(styles).toContain('w:ascii="Times New Roman"');
    expect(styles).not.toContain('Public Sans');
    expect(Object.keys(files).filter((name) => name.includes('fonts/'))).toEqual([]);
  }
});

test('without an office’s wishes a Word file carries its font, and no seal', async () => {
  const files = unzipSync(await reviewToDocx(reviewFixture(), { sha256: null, product: 'x' }));
  expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).not.toContain('Seal');
  expect(strFromU8(files['word/styles.xml'] ?? new Uint8Array())).toContain('w:ascii="Public Sans"');
  expect(Object.keys(files).some((name) => name.includes('fonts/'))).toBe(true);
});

/** Points between a word of the first page and what stands below it. */
const gapBelow = (file: string, word: string): number => {
  const boxes = execFileSync('pdftotext', ['-l', '1', '-bbox', file, '-'], { encoding: 'utf8' });
  const lines = [...boxes.matchAll(/yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</g)];
  const bottom = Number(lines.find(([, , , text]) => text === word)?.[2]);
  const below = lines.map(([, top]) => Number(top)).filter((top) => top > bottom - 4);
  return Math.min(...below) - bottom;
};

test.skipIf(spawnSync('pdftotext', ['-v']).status !== 0)(
  'a PDF has the seal and the cover text, and stays tagged',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'fbs-look-'));
    const file = join(folder, 'paper.pdf');
    const signed = reviewToPdf(finalReviewFixture(), options);
    for (const bytes of [signed, reviewToPdf(reviewFixture(), options), yearsToPdf(reviews, 'x', look)]) {
      writeFileSync(file, bytes);
      const first = execFileSync('pdftotext', ['-l', '1', file, '-'], { encoding: 'utf8' });
      expect(first).toContain('Prepared by RMP\nwith the sections\n');
      expect(gapBelow(file, 'approval')).toBeGreaterThan(15);
      expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Tagged:\s+yes/);
      const pictures = execFileSync('pdfimages', ['-l', '1', '-list', file], { encoding: 'utf8' });
      expect(pictures.split('\n').filter((line) => /^ +1 +\d+ +image /.test(line))).toHaveLength(1);
    }
    rmSync(folder, { recursive: true });
  },
);

test.each([
  [80, 40, 1.8, 0.9],
  [1000, 100, 3, 0.3],
  [50, 500, 0.09, 0.9],
])('a seal of %d by %d pixels is %d by %d inches large', (width, height, wide, high) => {
  const size = sealSize({ width, height });
  expect(size.width).toBeCloseTo(wide);
  expect(size.height).toBeCloseTo(high);
});
