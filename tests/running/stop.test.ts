import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { Agent, get, type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '@fbs/db';
import { afterAll, expect, it } from 'vitest';
import { startServer } from '../servers/start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-stop-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const strategy = '/api/strategies/fbs-2018-2022';

const signedIn = async (address: string, persona: string): Promise<string> => {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ persona }),
  });
  return (reply.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
};

const textOf = async (answer: IncomingMessage): Promise<string> => {
  let text = '';
  for await (const part of answer.setEncoding('utf8')) text += String(part);
  return text;
};

type Counts = { acknowledged: string[]; refused: number };

/** Writes comments one after the other until the service no longer takes them. */
const writeUntilRefused = async (address: string, cookie: string, counts: Counts): Promise<void> => {
  for (let count = 0; count < 5000; count += 1) {
    const text = `comment ${count}`;
    const reply = await fetch(`${address}${strategy}/indicators/1.2-D/discussion/2022`, {
      method: 'POST',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ text }),
    }).catch(() => null);
    if (reply === null) return;
    if (reply.status < 300) counts.acknowledged.push(text);
    else counts.refused += 1;
    await reply.arrayBuffer().catch(() => undefined);
    if (counts.refused > 0) return;
  }
};

it('stops under requests: what runs is finished, streams end with a word, nothing acknowledged is lost, exit code 0', async () => {
  const file = join(folder, 'office.db');
  const server = await startServer({ file, environment: { FBS_STOP_WITHIN: '20' } });
  const { address, pid } = server;
  const [reviewer, planner] = [await signedIn(address, 'reviewer'), await signedIn(address, 'planner')];
  const { port } = new URL(address);
  // a browser opens connections that it never uses
  const unused = connect(Number(port), '127.0.0.1');
  unused.on('error', () => undefined);
  const stream = get(`${address}/api/events`, { headers: { cookie: reviewer } });
  const [events] = (await once(stream, 'response')) as [IncomingMessage];
  const heard = textOf(events);
  const paper = get(`${address}${strategy}/reviews/2021/export?format=pdf`, { headers: { cookie: reviewer } });
  const exported = once(paper, 'response') as Promise<[IncomingMessage]>;
  const counts: Counts = { acknowledged: [], refused: 0 };
  const writing = writeUntilRefused(address, planner, counts);
  // begun before the stop, with its body still on the way
  const slow = request(`${address}/api/session`, {
    method: 'POST',
    agent: new Agent({ keepAlive: true }),
    headers: { 'content-type': 'application/json', 'content-length': '20' },
  });
  slow.write('{"persona":');
  await expect.poll(() => counts.acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(5);
  const began = performance.now();
  process.kill(pid, 'SIGTERM');
  process.kill(pid, 'SIGTERM');
  await new Promise((done) => setTimeout(done, 200));
  slow.end('"viewer"}');
  const [[answer], last] = await Promise.all([exported, heard, writing]);
  const bytes = await textOf(answer);
  expect(answer.statusCode).toBe(200);
  expect(bytes.endsWith('%%EOF\n') || bytes.trimEnd().endsWith('%%EOF')).toBe(true);
  expect(last).toMatch(/event: stopping\ndata: \{\}\n\n$/);
  await expect.poll(() => server.hasEnded(), { timeout: 20_000 }).toBe(true);
  expect(performance.now() - began).toBeLessThan(20_000);
  expect(server.exitCode()).toBe(0);
  expect(existsSync(`${file}-wal`)).toBe(false);
  const database = openDatabase({ file });
  const rows = await database.read(async (queries) => queries.all<{ text: string }>('select text from comments'));
  await database.close();
  const kept = new Set(rows.map(({ text }) => text));
  expect(counts.acknowledged.filter((text) => !kept.has(text))).toEqual([]);
}, 60_000);

it('cuts off what takes longer than it may, and still closes the database', async () => {
  const file = join(folder, 'slow.db');
  const server = await startServer({ file, environment: { FBS_STOP_WITHIN: '1' } });
  const slow = request(`${server.address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'content-length': '20' },
  });
  slow.on('error', () => undefined);
  slow.write('{"persona":');
  await new Promise((done) => setTimeout(done, 200));
  const began = performance.now();
  await server.end('SIGTERM');
  expect(performance.now() - began).toBeLessThan(5000);
  expect(server.exitCode()).toBe(0);
  expect(server.said()).toContain('stopping took too long');
  expect(existsSync(`${file}-wal`)).toBe(false);
}, 60_000);
