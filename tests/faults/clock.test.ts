import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { signIn } from '../servers/sign-in.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { type FilledFile, makeFilledFile } from './filled-file.ts';
import { callerAt } from './writers.ts';

let filled: FilledFile;
let server: RunningServer | undefined;
beforeAll(async () => {
  filled = await makeFilledFile();
});
afterEach(() => server?.end('SIGKILL'));
afterAll(() => filled.remove());

/** The machine's clock is put 13 hours on by the first signal, and back by the next. */
const movable = `
let shift = 0;
const { now } = Date;
Date.now = () => now() + shift;
process.on('SIGUSR2', () => { shift = shift === 0 ? 13 * 3_600_000 : 0; process.stdout.write('the clock was set\\n'); });
`;

const setClock = async ({ pid, said }: RunningServer): Promise<void> => {
  const before = said().length;
  process.kill(pid, 'SIGUSR2');
  while (!said().slice(before).includes('the clock was set')) await wait(5);
};

const note = (text: string) => ({ method: 'POST', path: '/indicators/2.2-A/notes', body: { year: 2022, text } });

const momentsOf = async (call: ReturnType<typeof callerAt>): Promise<string[]> => {
  const reply = await call({ method: 'GET', path: '/indicators/2.2-A' });
  const { notes } = (await reply.json()) as { notes: { text: string; at: string }[] };
  const word = ['first', 'second', 'third'];
  return word.map((each) => notes.find(({ text }) => text === each)?.at ?? `no ${each} note`);
};

it.skipIf(process.platform === 'win32')(
  'a clock that is set back lets no ended session in again and writes nothing before what stands already, and the next start says so',
  async () => {
    const file = filled.copyTo(join(filled.folder, 'clock.db'));
    server = await startServer({ file, before: movable });
    const cookie = await signIn(server.address, 'planner');
    const old = callerAt(server.address, cookie);
    expect((await old(note('first'))).status).toBe(201);
    await setClock(server);
    expect((await old(note('too late'))).status).toBe(401);
    const later = callerAt(server.address, await signIn(server.address, 'planner'));
    expect((await later(note('second'))).status).toBe(201);
    await setClock(server);
    expect((await old(note('too late'))).status).toBe(401);
    expect((await later(note('third'))).status).toBe(201);
    const moments = await momentsOf(later);
    expect([...moments].sort()).toEqual(moments);
    await server.end('SIGTERM');
    // the machine's own clock is thirteen hours behind now
    server = await startServer({ file });
    expect(server.said()).toMatch(
      /The clock of this machine \(.*\) is behind the last entry of the records .* Set the clock/,
    );
    expect((await callerAt(server.address, cookie)(note('too late'))).status).toBe(401);
    const call = callerAt(server.address, await signIn(server.address, 'planner'));
    expect((await call(note('fourth'))).status).toBe(201);
  },
  60_000,
);
