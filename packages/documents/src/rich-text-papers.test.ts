import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { reviewToDocx } from './review-docx.ts';
import { reviewToPdf } from './review-pdf.ts';
import { all, first, readDocx, textOf } from './testing/read-docx.ts';
import { reviewFixture } from './testing/review-fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-rich-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const summary =
  'Training **recovered** in _two_ regions.\n\n## What follows\n\n1. Move the funds\n2. Ask [the partner](https://example.org/p)\n\n- Staff\n- Travel';
const options = { sha256: null, product: 'FBS Performance Dashboard' };
const written = { ...reviewFixture(), summary };

test('Word has the bold and italic words, the heading, both lists and the link', async () => {
  const { body, parts, paragraphs } = readDocx(await reviewToDocx(written, options));
  const runWith = (text: string) => all(body, 'w:r').find((run) => textOf(run).trim() === text);
  expect(runWith('recovered') && first(runWith('recovered') as never, 'w:b')).toBeDefined();
  expect(runWith('two') && first(runWith('two') as never, 'w:i')).toBeDefined();
  expect(paragraphs.find(({ text }) => text === 'What follows')?.style).toBe('Heading2');
  const numbering = (text: string) => {
    const item = all(body, 'w:p').find((one) => textOf(one).startsWith(text));
    return item && first(item, 'w:numId')?.attributes['w:val'];
  };
  expect(numbering('Move the funds')).toBe(numbering('Ask the partner'));
  expect(numbering('Staff')).toBe(numbering('Travel'));
  expect(numbering('Staff')).not.toBe(numbering('Move the funds'));
  expect(parts.get('word/_rels/document.xml.rels')).toContain('https://example.org/p');
  expect(paragraphs.some(({ text }) => text.includes('**') || text.includes('##'))).toBe(false);
});

test.skipIf(spawnSync('pdfinfo', ['-v']).status !== 0)('PDF has them as well, by their tags', () => {
  const file = join(folder, 'rich.pdf');
  writeFileSync(file, reviewToPdf(written, options));
  const stdio: 'ignore'[] = ['ignore'];
  const read = (program: string, ...args: string[]) =>
    execFileSync(program, args, { encoding: 'utf8', stdio: [...stdio, 'pipe', 'ignore'], maxBuffer: 1e8 });
  const text = read('pdftotext', '-layout', file, '-').replace(/\s+/g, ' ');
  expect(text.includes('Training recovered in two regions.')).toBe(true);
  expect(text.includes('1. Move the funds 2. Ask the partner • Staff • Travel')).toBe(true);
  const tags = read('pdfinfo', '-struct-text', file);
  expect(/H2[^\n]*\n\s+"What follows"/.test(tags)).toBe(true);
});
