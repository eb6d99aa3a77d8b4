import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cutSlowReaders } from './slow-readers.ts';

// long enough for a machine on which much else runs
const withinMs = 1200;
let app: FastifyInstance;
let port: number;

beforeEach(async () => {
  app = Fastify();
  cutSlowReaders(app, withinMs);
  app.get('/large', (_request, reply) => reply.send(Buffer.alloc(40_000_000)));
  app.get('/small', async () => 'small');
  app.get('/late', async () => {
    await wait(1.5 * withinMs);
    return 'late';
  });
  port = Number(new URL(await app.listen({ host: '127.0.0.1', port: 0 })).port);
});
afterEach(() => app.close());

/** The same asked so many times at once, on one connection. */
const ask = (url: string, times = 1): Socket => {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => undefined);
  socket.write(`GET ${url} HTTP/1.1\r\nhost: x\r\n\r\n`.repeat(times));
  return socket;
};

const connections = (): Promise<number> => new Promise((done) => app.server.getConnections((_, count) => done(count)));

/** How many connections the service holds after a while. */
const leftAfter = async (ms: number): Promise<number> => {
  await wait(ms);
  return connections();
};

it('whoever reads nothing of a large answer is let go', async () => {
  const socket = ask('/large');
  expect(await leftAfter(withinMs / 6)).toBe(1);
  expect(await leftAfter(withinMs * 2)).toBe(0);
  socket.destroy();
});

it('whoever reads slowly, but reads, gets all of it', async () => {
  const socket = ask('/large');
  let read = 0;
  socket.on('data', (chunk) => {
    read += chunk.length;
    socket.pause();
    setTimeout(() => socket.resume(), 1);
  });
  while (read < 40_000_000 && !socket.closed) await wait(20);
  expect(read).toBeGreaterThan(40_000_000);
  socket.destroy();
});

it.each([
  [8, 1],
  [9, 0],
])('of whoever asks %i times at once, %i connections are left', async (times, left) => {
  const socket = ask('/late', times);
  expect(await leftAfter(withinMs / 6)).toBe(left);
  socket.destroy();
});

it('whoever asks often, one after the other, is answered each time', async () => {
  const socket = ask('/small');
  for (let turn = 0; turn < 30; turn += 1) {
    await new Promise((done) => socket.once('data', done));
    socket.write('GET /small HTTP/1.1\r\nhost: x\r\n\r\n');
  }
  expect(await connections()).toBe(1);
  socket.destroy();
});

it('whoever waits for an answer that takes long is not', async () => {
  const socket = ask('/late');
  const [answer] = await Promise.all([new Promise((done) => socket.once('data', done)), wait(1)]);
  expect(String(answer)).toMatch(/late$/);
  socket.destroy();
});
