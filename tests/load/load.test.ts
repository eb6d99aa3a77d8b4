import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { callerFor, listenFor } from './caller.ts';
import { drive, percentile } from './drive.ts';
import { dayOf } from './office-day.ts';
import { signPeopleIn } from './people.ts';

/** `npm run prove` takes two minutes and looks at the figures too; in a shorter run only errors count. */
const seconds = Number(process.env.FBS_LOAD_SECONDS || 10);
const isJudged = seconds >= 60;
const howMany = 200;

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-load-'));
const file = join(folder, 'load.db');
let server: RunningServer | undefined;
afterAll(async () => {
  await server?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Megabytes that a process has in memory now. */
const memoryOf = ({ pid }: RunningServer): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

/** Looks at the memory ten times a run; the first half is for warming up. */
const watchMemory = (running: RunningServer) => {
  const seen: number[] = [];
  const timer = setInterval(() => seen.push(memoryOf(running)), (seconds * 1000) / 20);
  return () => {
    clearInterval(timer);
    const [middle, late] = [seen.slice(8, 12), seen.slice(16)].map((part) => percentile(part, 0.5));
    return { middle: middle ?? Number.NaN, late: late ?? Number.NaN };
  };
};

const figuresOf = (what: string, values: readonly number[]): string =>
  `${what}: ${values.length}, p50 ${percentile(values, 0.5).toFixed(1)} ms, p99 ${percentile(values, 0.99).toFixed(1)} ms, longest ${Math.max(...values).toFixed(0)} ms`;

/** The same people at the same pace before a route that does nothing but answer. */
const measureBareRoute = async (): Promise<number[]> => {
  const program = fileURLToPath(new URL('./bare-route.ts', import.meta.url));
  const bare = spawn(process.execPath, ['--import', 'tsx', program], { env: { ...process.env, BYTES: '20000' } });
  const [said] = (await once(bare.stdout, 'data')) as [Buffer];
  const address = /http:\/\/\S+/.exec(said.toString())?.[0] ?? '';
  const callers = Array.from({ length: howMany }, () => callerFor(address, ''));
  const people = callers.map((caller) => () => ({
    kind: 'read' as const,
    call: () => caller.send({ method: 'GET', path: '/anything' }),
  }));
  const { timings } = await drive(people, Math.min(10, seconds / 2));
  for (const caller of callers) caller.close();
  bare.kill();
  return timings.read;
};

it(
  `serves ${howMany} people for ${seconds} seconds, with every screen open and listening`,
  async () => {
    const people = await signPeopleIn(file, howMany);
    server = await startServer({ file });
    const { address } = server;
    const screens = await Promise.all(people.map(({ cookie }) => listenFor(address, cookie)));
    const callers = people.map(({ cookie }) => callerFor(address, cookie));
    const days = people.map((person, place) => dayOf(person, callers[place] ?? callerFor(address, person.cookie)));
    const endOfWatch = watchMemory(server);
    const { timings, errors } = await drive(days, seconds);
    const memory = endOfWatch();
    const open = screens.filter(({ isOpen }) => isOpen()).length;
    const changes = Math.min(...screens.map(({ heard }) => heard.get('changed') ?? 0));
    for (const each of [...screens.map(({ leave }) => ({ close: leave })), ...callers]) each.close();
    const bare = await measureBareRoute();
    say(`Load of ${seconds} s, ${howMany} people, ${open} open screens that each heard ${changes} changes or more:`);
    for (const kind of ['read', 'write'] as const) say(`  ${figuresOf(kind, timings[kind])}`);
    say(`  ${figuresOf('a bare route at the same pace', bare)}`);
    say(`  memory ${memory.middle.toFixed(0)} MB in the middle, ${memory.late.toFixed(0)} MB at the end`);
    expect([...new Set(errors)].slice(0, 20)).toEqual([]);
    expect(open).toBe(howMany);
    expect(changes).toBeGreaterThan(0);
    expect(timings.write.length).toBeGreaterThan(0.05 * timings.read.length);
    if (!isJudged) return;
    expect(percentile(timings.read, 0.99)).toBeLessThan(100);
    expect(percentile(timings.write, 0.99)).toBeLessThan(250);
    expect(memory.late).toBeLessThan(memory.middle * 1.15 + 10);
  },
  (seconds + 120) * 1000,
);
