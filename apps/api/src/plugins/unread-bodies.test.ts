import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { addEvidence } from '@fbs/contract';
import Fastify from 'fastify';
import { expect, it } from 'vitest';
import { type Client, urlOf } from '../testing/client.ts';
import { placed } from '../testing/entries.ts';
import { type Office, useOffices } from '../testing/offices.ts';
import { takeUnreadBodies } from './unread-bodies.ts';

const openOffice = useOffices();
const signInUrl = '/api/session';
const fileUrl = urlOf(addEvidence, placed('2.2-A', 2022));
const megabyte = Buffer.alloc(1_000_000, 97);

type Sent = { readonly url: string; readonly heads: readonly string[]; readonly parts: readonly Buffer[] };

const chunked = (parts: readonly Buffer[]): Buffer[] => [
  ...parts.flatMap((part) => [Buffer.from(`${part.length.toString(16)}\r\n`), part, Buffer.from('\r\n')]),
  Buffer.from('0\r\n\r\n'),
];

const json = (megabytes: number, coding: 'length' | 'chunks', more: readonly string[] = []): Sent => {
  const parts = Array.from({ length: megabytes }, () => megabyte);
  const size = coding === 'length' ? `content-length: ${megabytes * 1_000_000}` : 'transfer-encoding: chunked';
  return {
    url: signInUrl,
    heads: ['content-type: application/json', size, ...more],
    parts: coding === 'length' ? parts : chunked(parts),
  };
};

const form = ({ cookie }: Client, megabytes: number): Sent => {
  const open = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7';
  const parts = [Buffer.from(open), ...Array.from({ length: megabytes }, () => megabyte), Buffer.from('\r\n--b--\r\n')];
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const heads = ['content-type: multipart/form-data; boundary=b', `content-length: ${length}`, `cookie: ${cookie}`];
  return { url: fileUrl, heads, parts };
};

/** Sends all of it, and only then begins to read. @returns what came */
const sendAll = async (office: Office, { url, heads, parts }: Sent, everyMs = 0): Promise<string> => {
  const address = office.app.server.address() ?? (await office.app.listen({ host: '127.0.0.1', port: 0 }));
  const port = typeof address === 'string' ? Number(new URL(address).port) : address.port;
  const socket: Socket = connect(port, '127.0.0.1').pause();
  let broken = '';
  socket.on('error', (error) => {
    broken = error.message;
  });
  const write = (bytes: Buffer | string) => new Promise<void>((done) => socket.write(bytes, () => done()));
  await write(`POST ${url} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\n${heads.join('\r\n')}\r\n\r\n`);
  for (const part of parts) {
    await write(part);
    if (everyMs > 0) await wait(everyMs);
  }
  await wait(50);
  let text = '';
  socket.on('data', (chunk) => {
    text += chunk;
  });
  socket.resume();
  const until = Date.now() + 5000;
  while (!text.includes('\r\n\r\n{') && broken === '' && Date.now() < until) await wait(10);
  socket.destroy();
  return broken === '' ? text : broken;
};

it.each([
  [2, 'length', []],
  [8, 'length', []],
  [8, 'chunks', []],
  [30, 'length', []],
  [8, 'length', ['connection: close']],
  [8, 'chunks', ['connection: close']],
] as const)('says that %i MB of JSON by %s are too large (%j)', async (megabytes, coding, more) => {
  const answer = await sendAll(await openOffice(), json(megabytes, coding, more));
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toContain('The body is larger than this service takes: send less at once.');
});

it('says it to whoever sends slowly', async () => {
  const answer = await sendAll(await openOffice(), json(8, 'length'), 60);
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
});

it('says it of a file', async () => {
  const office = await openOffice();
  const answer = await sendAll(office, form(await office.signIn('planner'), 40));
  expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  expect(answer).toMatch(/The file is larger than \d+ MB/);
});

it('tells whoever is not signed in that, also where much was sent', async () => {
  const office = await openOffice();
  const answer = await sendAll(office, form(office.nobody, 20));
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

it.each([
  ['more than is taken in', { bytes: 1_000_000, ms: 5000 }],
  ['nothing for a while', { bytes: 64_000_000, ms: 200 }],
])('lets go of whoever sends %s', async (_what, within) => {
  const app = Fastify({ bodyLimit: 1000 });
  takeUnreadBodies(app, within);
  app.post('/', async () => 'taken');
  const port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
  const socket = connect(port, '127.0.0.1').resume();
  const began = Date.now();
  const closed = new Promise((done) => socket.once('close', done));
  socket.on('error', () => undefined);
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 900000000\r\n\r\n');
  for (let sent = 0; sent < 3; sent += 1) socket.write(megabyte);
  await closed;
  expect(Date.now() - began).toBeLessThan(4000);
  await app.close();
});
