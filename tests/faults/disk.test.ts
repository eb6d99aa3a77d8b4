import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { signIn } from '../servers/sign-in.ts';
import { type RunningServer, refusalToStart, startServer } from '../servers/start-server.ts';
import { verifyFile } from '../servers/verify-file.ts';
import { type FilledFile, makeFilledFile } from './filled-file.ts';
import { callerAt } from './writers.ts';

let filled: FilledFile;
let server: RunningServer | undefined;
beforeAll(async () => {
  filled = await makeFilledFile();
});
afterEach(async () => {
  await server?.end('SIGKILL');
  server = undefined;
});
afterAll(() => filled.remove());

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

/** A note of a hundred kilobytes at a time. */
const noteAt = (call: ReturnType<typeof callerAt>) => () =>
  call({ method: 'POST', path: '/indicators/2.2-A/notes', body: { year: 2022, text: 'Words. '.repeat(1400) } });

/** Writes until the service refuses to; nobody waits for ever. */
const refusalAfter = async (write: () => Promise<Response>, most: number): Promise<Response> => {
  for (let count = 0; count < most; count += 1) {
    const reply = await write();
    if (!reply.ok) return reply;
  }
  throw new Error(`none of ${most} writes was refused`);
};

const expectTrouble = async (reply: Response): Promise<void> => {
  const problem = (await reply.json()) as { code: string; detail: string };
  expect({ status: reply.status, ...problem }).toMatchObject({ status: 503, code: 'unavailable' });
  expect(problem.detail).toMatch(/disk of the server .* nothing was saved: an administrator has to/);
};

const fileForm = (): FormData => {
  const form = new FormData();
  form.append('file', new Blob([`course,people\n${'one,12\n'.repeat(300_000)}`]), 'records.csv');
  return form;
};

describe('a disk that is full', () => {
  const place = (): string => join(filled.folder, 'small-disk');
  let isMounted = false;
  const mount = (): boolean => {
    mkdirSync(place(), { recursive: true });
    isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'none', place()]).status === 0;
    return isMounted;
  };
  afterAll(() => {
    if (isMounted) spawnSync('umount', [place()]);
  });

  /** A file that takes all the room that is left. */
  const takeRoom = (): string => {
    const path = join(place(), 'other-things');
    const handle = openSync(path, 'w');
    try {
      for (const size of [1_000_000, 4096]) {
        try {
          for (;;) writeSync(handle, Buffer.alloc(size));
        } catch (error) {
          if ((error as { code?: string }).code !== 'ENOSPC') throw error;
        }
      }
    } finally {
      closeSync(handle);
    }
    return path;
  };

  it.skipIf(!isRoot || process.platform !== 'linux')(
    'refuses what it cannot keep in a sentence, goes on reading, and writes again once there is room (a small disk is made as root)',
    async ({ skip }) => {
      if (!mount()) skip('no disk can be made here');
      const file = filled.copyTo(join(place(), 'fbs.db'));
      server = await startServer({ file });
      const cookie = await signIn(server.address, 'planner');
      const call = callerAt(server.address, cookie);
      const write = noteAt(call);
      expect((await write()).status).toBe(201);
      const otherThings = takeRoom();
      await expectTrouble(await refusalAfter(write, 500));
      const upload = await fetch(`${server.address}/api/strategies/fbs-2018-2022/indicators/2.2-A/evidence/2022`, {
        method: 'POST',
        headers: { cookie },
        body: fileForm(),
      });
      await expectTrouble(upload);
      expect((await call({ method: 'GET', path: '/overview?year=2022' })).status).toBe(200);
      expect(await refusalToStart({ file: join(place(), 'new.db') })).toMatch(
        /^The disk that holds .* is full: make room there/,
      );
      rmSync(otherThings);
      rmSync(join(place(), 'new.db'), { force: true });
      expect((await write()).status).toBe(201);
      expect(server.said()).not.toMatch(/a request failed/);
      await server.end('SIGTERM');
      const { code, said } = await verifyFile(file);
      expect(code, said).toBe(0);
    },
    90_000,
  );

  it.skipIf(process.platform === 'win32')(
    'or files that may not grow any more: the same',
    async () => {
      const file = filled.copyTo(join(filled.folder, 'limited.db'));
      // in halves of a kilobyte: room for the first writes beside what is there
      server = await startServer({ file, limits: 'ulimit -f 9000' });
      const call = callerAt(server.address, await signIn(server.address, 'planner'));
      await expectTrouble(await refusalAfter(noteAt(call), 900));
      expect((await call({ method: 'GET', path: '/overview?year=2022' })).status).toBe(200);
      expect(server.hasEnded()).toBe(false);
      await server.end('SIGTERM');
      server = await startServer({ file });
      const again = callerAt(server.address, await signIn(server.address, 'planner'));
      expect((await noteAt(again)()).status).toBe(201);
      await server.end('SIGTERM');
      const { code, said } = await verifyFile(file);
      expect(code, said).toBe(0);
    },
    90_000,
  );
});

it.skipIf(process.platform === 'win32')(
  'a folder that may only be read ends the start with what to do',
  async () => {
    const folder = join(filled.folder, 'read-only');
    mkdirSync(folder);
    const file = filled.copyTo(join(folder, 'fbs.db'));
    if (isRoot) for (const path of [folder, file]) chownSync(path, nobody, nobody);
    chmodSync(filled.folder, 0o755);
    chmodSync(file, 0o444);
    chmodSync(folder, 0o555);
    const said = await refusalToStart({ file, ...(isRoot ? { account: nobody } : {}) });
    chmodSync(folder, 0o755);
    expect(said).toMatch(/cannot be written: give this account write permission/);
    expect(said.split('\n')).toHaveLength(1);
  },
  30_000,
);
