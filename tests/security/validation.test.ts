import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const core = `${root}/packages/core/src`;
const named = [...readFileSync(`${root}/docs/security/validation.md`, 'utf8').matchAll(/`([\w/-]+\.ts)`/g)].map(
  ([, file = '']) => file,
);

it('names every rule of core that finds what does not fit', () => {
  const finding = readdirSync(core)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) =>
      /^export const (?:find|check)[A-Z]\w* =|^export const (?!is)\w+(?:Findings|Refusal) =/m.test(
        readFileSync(`${core}/${file}`, 'utf8'),
      ),
    );
  expect(finding.length).toBeGreaterThan(8);
  expect(finding.filter((file) => !named.includes(file))).toEqual([]);
});

it('names no rule that is not there', () => {
  const isThere = (file: string) => existsSync(`${core}/${file}`) || existsSync(`${root}/apps/api/src/${file}`);
  expect(named.filter((file) => !isThere(file))).toEqual([]);
});
