import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { prepareDatabase } from '@fbs/api';
import { openDatabase } from '@fbs/db';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'fbs-console-'));
const filled = join(folder, 'filled.db');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const database = openDatabase({ file: filled, withinMs: 60_000 });
  await prepareDatabase(database, 'evaluation');
  await database.close();
});

/** What `npm run` starts, without what it builds before. */
const run = (program: 'export' | 'import-strategy', file: string, ...args: readonly string[]) => {
  const { status, stderr, stdout } = spawnSync(
    process.execPath,
    ['--import', 'tsx', join(root, `apps/api/src/${program}.ts`), ...args],
    {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, FBS_MODE: 'evaluation', FBS_DATABASE: file },
      timeout: 60_000,
    },
  );
  return { status, told: stderr.trim(), said: stdout.trim() };
};

it('a review is saved where it is wanted, and the trail says that the console took it', async () => {
  const out = join(folder, 'review.zip');
  const { status, said } = run('export', filled, '--year', '2021', '--format', 'csv', '--out', out);
  expect({ status, said }).toEqual({ status: 0, said: `Saved ${out}, ${readFileSync(out).length} bytes.` });
  expect(Object.keys(unzipSync(readFileSync(out)))).toContain('datapackage.json');
  const database = openDatabase({ file: filled, withinMs: 60_000 });
  const rows = await database.read(async (queries) =>
    queries.all('select action, person_id from audit_entries order by id desc limit 1'),
  );
  await database.close();
  expect(rows).toEqual([{ action: 'exported a review', person_id: null }]);
}, 90_000);

it('a whole strategy goes into an empty database and comes out the same', () => {
  const [first, second] = [join(folder, 'first.json'), join(folder, 'second.json')];
  const empty = join(folder, 'empty.db');
  expect(run('export', filled, '--format', 'record', '--out', first).status).toBe(0);
  expect(run('import-strategy', empty, '--file', first)).toMatchObject({ status: 0, told: '' });
  expect(run('export', empty, '--format', 'record', '--out', second).status).toBe(0);
  expect(readFileSync(second).equals(readFileSync(first))).toBe(true);
}, 120_000);

it('an outline is shown in the sentences of the screen, and nothing of it is saved', () => {
  const plan = join(folder, 'plan.csv');
  writeFileSync(plan, 'part,code,name\ngoal,1,Protection\nobjective,1.1,Services\n');
  const { status, said } = run('import-strategy', filled, '--file', plan, '--dry-run');
  expect(status).toBe(0);
  expect(said).toContain(
    'plan.csv: An outline: one part of the strategy a row, with 1 goal, 1 objective and 0 indicators.',
  );
  expect(said.split('\n').at(-1)).toBe('Nothing is saved.');
}, 60_000);

it.each([
  [
    'export',
    ['--year', '2022', '--format', 'xlsx', '--version', '7'],
    'The review of FY 2022 has no signed version 7.',
  ],
  [
    'export',
    ['--year', '2022', '--format', 'xlsx', '--out', '/no/such/folder/x'],
    'There is no folder /no/such/folder:',
  ],
  ['import-strategy', ['--file', 'no-such-file.json'], 'There is no file no-such-file.json.'],
  ['import-strategy', ['--file', 'package.json'], 'This JSON file is neither'],
] as const)(
  '%s %j is refused in a sentence',
  (program, args, sentence) => {
    const { status, told, said } = run(program, filled, ...args);
    expect({ status, said }).toEqual({ status: 1, said: '' });
    expect(told).toContain(sentence);
    expect(told.split('\n')).toHaveLength(1);
  },
  90_000,
);
