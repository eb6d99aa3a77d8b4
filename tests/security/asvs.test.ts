import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(`${root}/docs/security/asvs.md`, 'utf8');

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

const requirements = page
  .split('\n')
  .filter((line) => /^\| \d+\.\d+\.\d+ \|/.test(line))
  .map(cellsOf)
  .map(([id = '', level = '', , state = '', where = '', tests = '']) => ({ id, level, state, where, tests }));

it('goes through every requirement of levels 1 and 2 of the standard, once', () => {
  const ofLevel = (level: string) => requirements.filter((each) => each.level === level).length;
  expect([ofLevel('1'), ofLevel('2'), requirements.length]).toEqual([70, 183, 253]);
  expect(new Set(requirements.map(({ id }) => id)).size).toBe(253);
});

it('counts at its top what stands below', () => {
  for (const state of ['met', 'partly met', 'not met', 'for whoever runs it', 'not applicable']) {
    const counts = ['1', '2'].map(
      (level) => requirements.filter((each) => each.state === state && each.level === level).length,
    );
    const together = counts.reduce((sum, count) => sum + count, 0);
    expect(page).toContain(`| ${state} | ${counts.join(' | ')} | ${together} |`);
  }
  const untested = requirements.filter(({ state, tests }) => state === 'met' && tests === '').length;
  expect(page).toContain(`Of what is met, ${untested} lines name no test`);
});

it('says of everything where it is met or why not, and names only tests that are there', () => {
  const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  const files = new Set(tracked.split('\n').map((path) => path.split('/').at(-1)));
  for (const { id, where, tests } of requirements) {
    expect(where, id).toMatch(/\w/);
    const named = tests.match(/[\w.-]+\.(test|spec)\.tsx?/g) ?? [];
    expect({ id, missing: named.filter((name) => !files.has(name)) }).toEqual({ id, missing: [] });
  }
});
