import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../', import.meta.url));
/** Paper has its own lengths. */
const own = /_(tokens|print)\.scss$/;

const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.scss') && !own.test(file))
  .map((file) => ({ file, text: readFileSync(source + file, 'utf8').replace(/\/\/.*|\/\*[\s\S]*?\*\//g, '') }));

const colorWords = 'white|black|red|green|blue|gray|grey|yellow|orange';
const strayColor = new RegExp(
  `#[0-9a-f]{3,8}\\b|\\b(rgb|hsl|oklch|lab)a?\\(|:[^;{]*[\\s(,](${colorWords})\\b(?!-)`,
  'gi',
);
/** Hairlines and the gaps beside them may be told in pixels; every other length grows with the letters. */
const strayLength = /(?<![\d.])(?!(?:[0-4]|[0-3]\.5)px)\d+(?:\.\d+)?px/g;

const strays = (text: string): string[] => [...(text.match(strayColor) ?? []), ...(text.match(strayLength) ?? [])];

test('every style sheet takes its colors and lengths from the tokens', () => {
  expect(sheets.length).toBeGreaterThan(20);
  const found = sheets.flatMap(({ file, text }) => strays(text).map((stray) => `${file}: ${stray}`));
  expect(found).toEqual([]);
});

test('every token that a style sheet names is there', () => {
  const tokens = readFileSync(`${source}styles/_tokens.scss`, 'utf8');
  const defined = new Set([...tokens.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const named = sheets.flatMap(({ file, text }) => {
    const local = new Set([...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    return [...text.matchAll(/var\((--[\w-]+)\)/g)].map(([, name = '']) => ({ file, name, known: local.has(name) }));
  });
  const missing = named.filter(({ name, known }) => !known && !defined.has(name)).map(({ file, name }) => file + name);
  expect(missing).toEqual([]);
});

test.each([
  'a { color: #1b1b1b; }',
  'a { background: rgb(0 0 0 / 0.5); }',
  'a { border: 1px solid white; }',
  'a { min-height: 36px; }',
  '@media (max-width: 700px) { a { top: 0; } }',
])('finds what is planted: %s', (planted) => {
  expect(strays(planted)).toHaveLength(1);
});

test.each(['a { border: 1px solid var(--line); white-space: nowrap; }', 'a { margin: -2px 0 0.5rem; }'])(
  'leaves alone: %s',
  (fine) => {
    expect(strays(fine)).toEqual([]);
  },
);
