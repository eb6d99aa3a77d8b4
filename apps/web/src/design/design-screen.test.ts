import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../', import.meta.url));

/** Everything that a file brings with it, itself among it. */
const reachedFrom = (file: string, seen = new Set<string>()): Set<string> => {
  if (seen.has(file)) return seen;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  for (const [, path = ''] of text.matchAll(/(?:from|import)[\s(]*'(\.[^']+\.tsx?)'/g)) {
    reachedFrom(resolve(dirname(file), path), seen);
  }
  return seen;
};

/** They stand around or behind screens, and show nothing by themselves. */
const unseen = ['ui/live-region.tsx'];

test('every component of the kit stands on the page that shows the kit', () => {
  const shown = new Set([...reachedFrom(`${source}design/design-screen.tsx`)].map((file) => relative(source, file)));
  const kit = readdirSync(`${source}ui`, { recursive: true, encoding: 'utf8' })
    .map((file) => `ui/${file}`)
    .filter((file) => file.endsWith('.tsx') && !/\.test\.tsx$|testing\//.test(file));
  expect(kit.length).toBeGreaterThan(40);
  expect(kit.filter((file) => !shown.has(file) && !unseen.includes(file))).toEqual([]);
});
