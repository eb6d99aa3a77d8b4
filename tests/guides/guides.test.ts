import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../architecture/source-files.ts';
import { screenWords } from './screen-words.ts';

const folder = join(root, 'docs/guides');
const pictures = readdirSync(join(folder, 'images'));

/** What of a guide speaks of screens; much of the administrator's is about the machine. */
const screenPart = (file: string, text: string): string =>
  file === 'administrator.md' ? (/\n## On the screen\n([\s\S]*?)(?=\n## |$)/.exec(text)?.[1] ?? '') : text;

const guides = readdirSync(folder)
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: readFileSync(join(folder, file), 'utf8') }));

const namesIn = (text: string): string[] =>
  [...text.matchAll(/\*\*([^*]+)\*\*/g)].map((match) => (match[1] ?? '').replace(/\s+/g, ' '));

test('a word that no screen has is noticed', () => {
  const stands = screenWords();
  expect(stands('Submit the section')).toBe(true);
  expect(stands('Submit this section')).toBe(false);
  expect(stands('Submit')).toBe(true);
  expect(stands('Subm')).toBe(false);
});

test.each(guides)('every name in bold in $file stands on a screen as it is written', ({ file, text }) => {
  const stands = screenWords();
  const names = namesIn(screenPart(file, text));
  if (file !== 'README.md') expect(names.length).toBeGreaterThan(8);
  expect(names.filter((name) => !stands(name))).toEqual([]);
});

test.each(guides)('what $file leads to and shows is there', ({ text }) => {
  const targets = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map((match) => match[1] ?? '');
  const files = targets.filter((target) => !target.startsWith('https://'));
  expect(files.filter((target) => !existsSync(join(folder, target)))).toEqual([]);
});

test('every picture is shown by a guide, says in words what it shows, and is small', () => {
  const shown = guides.flatMap(({ text }) => [...text.matchAll(/!\[([^\]]+)\]\(images\/([^)]+)\)/g)]);
  expect(shown.every(([, words = '']) => words.length > 20)).toBe(true);
  expect([...new Set(shown.map(([, , picture]) => picture))].sort()).toEqual([...pictures].sort());
  const sizes = pictures.map((picture) => statSync(join(folder, 'images', picture)).size);
  expect(Math.max(...sizes)).toBeLessThan(160_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_000_000);
});

test('guides are short, and the list of guides has all of them', () => {
  const list = guides.find(({ file }) => file === 'README.md')?.text ?? '';
  const others = guides.filter(({ file }) => file !== 'README.md');
  expect(others.filter(({ file }) => !list.includes(`(${file})`))).toEqual([]);
  const long = others.filter(({ file, text }) => file !== 'administrator.md' && text.split('\n').length > 151);
  expect(long.map(({ file }) => file)).toEqual([]);
});
