// The parts of the test run, each counted, for `npm test` and `npm run check`.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { askAdvisories } from './advisories.mjs';
import { root, say } from './prepare.mjs';

const totals = { passed: 0, failed: 0, skipped: 0 };

const count = (name, counts) => {
  for (const key of Object.keys(totals)) totals[key] += counts[key] ?? 0;
  say(
    `${name}: ${counts.passed} passed, ${counts.failed} failed${counts.skipped ? `, ${counts.skipped} skipped` : ''}\n`,
  );
};

// in a file, colours are noise
const environment = process.stdout.isTTY ? process.env : { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };

const run = (args, options = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: environment, ...options }).status === 0;

/** A tool that looks at the whole project: it passes or fails as one. */
const whole = (name, ...args) => {
  say(`== ${name}`);
  count(name, run(args) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
};

export const checkTypes = () => {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  whole('types of the server', tsc, '-p', 'tsconfig.json');
  whole('types of the screens', tsc, '-p', 'apps/web');
};

export const checkOrder = () => {
  whole('lint', join(root, 'node_modules/@biomejs/biome/bin/biome'), 'check', '.', '--error-on-warnings');
  whole('nothing unused', join(root, 'node_modules/knip/bin/knip.js'), '--no-progress');
};

/** Known weaknesses of the packages: a grave one fails; where nobody answers who knows, that is skipped by name. */
export const checkAdvisories = () => {
  say('== known weaknesses of packages');
  const { packageManager } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { asked, why, known } = askAdvisories(root, packageManager);
  if (!asked) say(`skipped: known weaknesses of packages could not be asked for (${why})`);
  for (const { sentence } of known ?? []) say(sentence);
  const failed = (known ?? []).filter(({ isGrave }) => isGrave).length;
  count('known weaknesses of packages', { passed: asked && failed === 0 ? 1 : 0, failed, skipped: asked ? 0 : 1 });
};

/** A runner that reports its tests in a JSON file; a run that ends badly without a failed test counts as one failure. */
const counted = (name, args, file, readCounts, options) => {
  say(`== ${name}`);
  const report = join(root, '.cache', file);
  rmSync(report, { force: true });
  const passed = run(args(report), options);
  const counts = existsSync(report) ? readCounts(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 };
  const nothingRan = counts.passed + counts.failed === 0;
  if (nothingRan) console.error(`${name}: no test ran`);
  count(name, { ...counts, failed: Math.max(counts.failed, passed && !nothingRan ? 0 : 1) });
};

const runVitestOn = (name, folders, file, environmentOfTests) =>
  counted(
    name,
    (report) => [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...folders,
      '--reporter=dot',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    file,
    (report) => {
      const skipped = report.testResults.flatMap(({ assertionResults }) =>
        assertionResults.filter(({ status }) => status !== 'passed' && status !== 'failed'),
      );
      for (const { fullName } of skipped) say(`skipped: ${fullName}`);
      return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: skipped.length };
    },
    { env: { ...environment, ...environmentOfTests } },
  );

/** Tests that start the service as a process of its own start it as it ships. */
const built = { FBS_BUILT: 'apps/api/dist' };

export const runVitest = () => runVitestOn('unit and API tests', [], 'vitest.json', built);

/** Hostile requests, spoiled files and faults of the machine, in their full numbers. */
export const runProofs = () => {
  runVitestOn('what it withstands', ['tests/hostile', 'tests/faults'], 'proofs.json', {
    ...built,
    FBS_HOSTILE_REQUESTS: '50000',
    FBS_SPOILED_FILES: '5000',
    FBS_KILLS: '100',
  });
  // by itself: what runs beside it would be measured too
  runVitestOn('two hundred people', ['tests/load'], 'load.json', { ...built, FBS_LOAD_SECONDS: '120' });
};

const playwright = join(root, 'tests/node_modules/@playwright/test/cli.js');

export const runJourneys = (chromium) =>
  counted(
    'journeys in the browser',
    () => [playwright, 'test'],
    'journeys.json',
    ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }),
    { cwd: join(root, 'tests'), env: { ...environment, CHROMIUM: chromium } },
  );

/** Without a browser the journeys are skipped, by name. */
export const skipJourneys = (why) => {
  say(`== journeys in the browser, skipped: ${why}`);
  const { stdout } = spawnSync(process.execPath, [playwright, 'test', '--list'], {
    cwd: join(root, 'tests'),
    encoding: 'utf8',
  });
  const names = (stdout ?? '').split('\n').filter((line) => line.includes('›'));
  for (const name of names) say(`skipped: ${name.trim()}`);
  count('journeys in the browser', { passed: 0, failed: 0, skipped: names.length });
};

/** The closing line, and the exit code that goes with it. */
export const close = () => {
  const { passed, failed, skipped } = totals;
  if (skipped > 0) say(`${skipped} skipped: each is named above`);
  say(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
};
