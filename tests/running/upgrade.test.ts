import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../servers/sign-in.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { verifyFile } from '../servers/verify-file.ts';
import { asEarlierSchema } from './earlier-schema.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-upgrade-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const worked = join(folder, 'worked.db');
const lived = join(folder, 'lived.db');
const account = { email: 'ada.okafor@example.gov', password: 'violet kettle under nine bridges' };
const value = '/api/strategies/fbs-2018-2022/indicators/1.2-D/values/2022';

const send = async (address: string, path: string, body: unknown, heads: Readonly<Record<string, string>> = {}) => {
  const headers = { 'content-type': 'application/json', ...heads };
  const method = path === value ? 'PUT' : 'POST';
  const reply = await fetch(`${address}${path}`, { method, headers, body: JSON.stringify(body) });
  return {
    status: reply.status,
    text: await reply.text(),
    cookie: reply.headers.get('set-cookie')?.split(';')[0] ?? '',
  };
};

/** The evaluation, in which somebody has entered a value. */
const work = async (): Promise<void> => {
  const server = await startServer({ file: worked });
  const cookie = await signIn(server.address, 'planner');
  const entered = await send(server.address, value, { value: '4870' }, { cookie, 'if-match': '"0"' });
  await server.end('SIGTERM');
  expect(entered.status, entered.text).toBe(200);
};

/** Production, with its first administrator. */
const live = async (): Promise<void> => {
  const server = await startServer({ file: lived, environment: { FBS_MODE: 'production' } });
  while (!server.said().includes('/welcome#')) await wait(10);
  const token = /welcome#(\S+)/.exec(server.said())?.[1];
  const told = { token, person: { name: 'Ada Okafor', title: '', email: account.email } };
  // the list of leaked passwords lies beside the program
  const leaked = await send(server.address, '/api/account-link/accept', { ...told, password: 'Mailcreated5240' });
  const accepted = await send(server.address, '/api/account-link/accept', { ...told, password: account.password });
  await server.end('SIGTERM');
  expect(leaked.text).toContain('This password was stolen somewhere before');
  expect(accepted.status, accepted.text).toBe(200);
};

beforeAll(async () => {
  await Promise.all([work(), live()]);
});

const entersAgain = async ({ address }: RunningServer, mode: string): Promise<string> =>
  mode === 'production' ? (await send(address, '/api/session/password', account)).cookie : signIn(address, 'planner');

it.each([
  ['the search, and no chain over the log', '0011_search_index', worked, 'evaluation'],
  ['the last one without accounts', '0017_sessions_seen_and_proved', worked, 'evaluation'],
  ['accounts, and settings without a history', '0019_part_origins', lived, 'production'],
])('a service starts over the tables of %s: it keeps a copy, is ready, and every record verifies', async (...each) => {
  const [, last, present, mode] = each;
  const file = join(folder, `${last}.db`);
  const before = asEarlierSchema(present, last, file);
  const server = await startServer({ file, environment: { FBS_MODE: mode } });
  const ready = await fetch(`${server.address}/api/health/ready`);
  const cookie = await entersAgain(server, mode);
  const overview = await fetch(`${server.address}/api/strategies/fbs-2018-2022/overview`, { headers: { cookie } });
  await server.end('SIGTERM');
  expect([ready.status, overview.status, server.exitCode()]).toEqual([200, 200, 0]);
  const copy = `${file}.before-upgrade-${before}`;
  expect(existsSync(copy)).toBe(true);
  const kept = new Sqlite(copy, { readonly: true });
  expect(kept.prepare('select max(created_at) from __drizzle_migrations').pluck().get()).toBe(before);
  expect(kept.prepare('select count(*) from audit_entries').pluck().get()).toBeGreaterThan(50);
  kept.close();
  expect(await verifyFile(file)).toMatchObject({ code: 0, said: expect.stringMatching(/People: \d+ checked, all as/) });
});
