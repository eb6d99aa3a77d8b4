import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
import { chanceFrom, seedOfRun } from '../hostile/chance.ts';
import { signIn } from '../servers/sign-in.ts';
import { type RunningServer, startServer } from '../servers/start-server.ts';
import { verifyFile } from '../servers/verify-file.ts';
import { damageIn, startOf } from './whole-records.ts';
import { type Writing, writeUntilItEnds } from './writers.ts';

/** `npm run prove` kills it a hundred times. */
const kills = Number(process.env.FBS_KILLS || 5);

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-kills-'));
const file = join(folder, 'kills.db');
let server: RunningServer | undefined;
afterAll(async () => {
  await server?.end('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const environment = { FBS_REQUESTS_PER_SESSION: '0', FBS_REQUESTS_PER_ADDRESS: '0' };

it(
  `killed ${kills} times while twenty clients write, it has every acknowledged write, and none in half`,
  async () => {
    const seed = seedOfRun();
    const chance = chanceFrom(`kills ${seed}`);
    server = await startServer({ file, environment });
    const before = startOf(file);
    const people = ['planner', 'planner-2', 'planner', 'planner-2'];
    const cookies = await Promise.all(people.map((persona) => signIn(server?.address ?? '', persona)));
    const writing: Writing = { acknowledged: [], refusals: [] };
    for (let round = 1; round <= kills; round += 1) {
      const running = server;
      const writers = writeUntilItEnds(running.address, cookies, round, writing);
      const enough = writing.acknowledged.length + chance.number(100);
      while (writing.acknowledged.length < enough && writing.refusals.length === 0) await wait(1);
      await wait(chance.number(20));
      await running.end('SIGKILL');
      await writers;
      // the same people go on where they were: their sessions outlive the process as well
      server = await startServer({ file, environment });
      expect(damageIn(file, before, writing.acknowledged), `kill ${round}, seed ${seed}`).toEqual([]);
      const { code, said } = await verifyFile(file);
      expect(code, `kill ${round}, seed ${seed}: ${said}`).toBe(0);
    }
    expect(writing.refusals).toEqual([]);
    expect(writing.acknowledged.length).toBeGreaterThan(kills * 5);
    const lived = `${writing.acknowledged.length} acknowledged writes outlived ${kills} kills (seed ${seed})\n`;
    process.stdout.write(lived);
  },
  60_000 + kills * 20_000,
);
