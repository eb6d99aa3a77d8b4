import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { program, root } from '../servers/programs.ts';
import { signIn } from '../servers/sign-in.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { verifyFile } from '../servers/verify-file.ts';
import { countsOf, rowsApart } from './rows-apart.ts';
import { damageIn, startOf } from './whole-records.ts';
import { callerAt, type Writing, writeUntilItEnds } from './writers.ts';

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-backup-load-'));
const file = join(folder, 'office.db');
const restored = join(folder, 'beside', 'office.db');
let server: RunningServer | undefined;
afterAll(async () => {
  await server?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const run = async (name: 'back-up' | 'restore', args: readonly string[], database: string): Promise<string> => {
  const env = { ...process.env, FBS_MODE: 'evaluation', FBS_DATABASE: database };
  return (await promisify(execFile)(process.execPath, [...program(name), ...args], { cwd: root, env })).stdout;
};

/** Does one thing after the other until the service is gone. */
const untilItEnds = async (work: (turn: number) => Promise<void>): Promise<void> => {
  try {
    for (let turn = 1; ; turn += 1) await work(turn);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
};

/** Keeps the text of every file whose keeping was acknowledged. */
const keepFiles = (address: string, cookie: string, kept: string[]): Promise<void> =>
  untilItEnds(async (turn) => {
    const text = `%PDF-1.7\nproof ${turn}`;
    const body = new FormData();
    body.append('file', new Blob([text]), `proof-${turn}.pdf`);
    const path = '/api/strategies/fbs-2018-2022/indicators/2.2-B/evidence/2022';
    const reply = await fetch(`${address}${path}`, { method: 'POST', headers: { cookie }, body });
    if (reply.status !== 201) throw new Error(await reply.text());
    await reply.arrayBuffer();
    kept.push(text);
  });

const readPages = (address: string, cookie: string, refused: number[]): Promise<void> =>
  untilItEnds(async (turn) => {
    const path = turn % 2 === 0 ? '/overview?year=2022' : '/indicators?year=2022';
    const reply = await callerAt(address, cookie)({ method: 'GET', path });
    await reply.arrayBuffer();
    if (!reply.ok) refused.push(reply.status);
  });

const isKept = (text: string): boolean => {
  const sha256 = createHash('sha256').update(text).digest('hex');
  const path = join(`${restored}.files`, sha256.slice(0, 2), sha256);
  return existsSync(path) && readFileSync(path, 'utf8') === text;
};

it('a backup made under load comes back with every row and file of its moment, and none in half', async () => {
  const environment = { FBS_REQUESTS_PER_SESSION: '0', FBS_REQUESTS_PER_ADDRESS: '0' };
  server = await startServer({ file, environment });
  const { address } = server;
  const [before, rows] = [startOf(file), countsOf(file)];
  const cookies = await Promise.all(['planner', 'planner-2'].map((persona) => signIn(address, persona)));
  const [cookie = ''] = cookies;
  const writing: Writing = { acknowledged: [], refusals: [] };
  const kept: string[] = [];
  const refused: number[] = [];
  // some before the crowd comes: beside twenty writers a file waits long for its turn
  const keeping = keepFiles(address, cookie, kept);
  await expect.poll(() => kept.length, { timeout: 10_000 }).toBeGreaterThan(3);
  const work = [
    keeping,
    writeUntilItEnds(address, cookies, 1, writing),
    readPages(address, cookie, refused),
    readPages(address, cookie, refused),
  ];
  await expect.poll(() => writing.acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(50);
  const [known, proofs] = [[...writing.acknowledged], [...kept]];
  const said = await run('back-up', ['--to', join(folder, 'backups')], file);
  const meanwhile = writing.acknowledged.length - known.length;
  await server.end('SIGKILL');
  await Promise.all(work);
  expect({ refusals: writing.refusals, refused }).toEqual({ refusals: [], refused: [] });
  expect(meanwhile, 'writes while the backup was made').toBeGreaterThan(10);

  await run('restore', ['--from', /Saved (.+)/.exec(said)?.[1] ?? ''], restored);
  expect(damageIn(restored, before, known)).toEqual([]);
  expect(rowsApart(restored, file, rows)).toEqual([]);
  expect(proofs.filter((text) => !isKept(text))).toEqual([]);
  const verified = await verifyFile(restored);
  expect(verified.code, verified.said).toBe(0);
}, 60_000);
