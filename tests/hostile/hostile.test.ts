import { isUtf8 } from 'node:buffer';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { signIn } from '../servers/sign-in.ts';
import { cpuOf, mostMemoryOf, type RunningServer, startServer } from '../servers/start-server.ts';
import { verifyFile } from '../servers/verify-file.ts';
import { seedOfRun } from './chance.ts';
import { runAs } from './hostile-run.ts';
import { leaveThings } from './leave-things.ts';
import { mayChange, readRecords, wrongChanges } from './records.ts';

/** `npm run prove` sends fifty thousand. */
const requests = Number(process.env.FBS_HOSTILE_REQUESTS || 1500);
const roles = ['nobody', 'viewer', 'contributor', 'contributor-rpa', 'planner', 'reviewer', 'administrator'];
const sections: Readonly<Record<string, string>> = { contributor: 'IP', 'contributor-rpa': 'RPA' };

/** Many come from one address here: the limits on how often one may ask have tests of their own. */
const unlimited = { FBS_REQUESTS_PER_SESSION: '0', FBS_REQUESTS_PER_ADDRESS: '0' };

const seed = seedOfRun();
const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-hostile-'));
const file = join(folder, 'hostile.db');
let server: RunningServer;

beforeAll(async () => {
  server = await startServer({ file, environment: unlimited });
  await leaveThings(server.address);
});
afterAll(async () => {
  await server?.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

const share = Math.ceil(requests / roles.length);

it.each(roles)(
  'hostile requests of a %s: no mistake of the service, no slow answer, no change that is not theirs',
  async (role) => {
    const section = sections[role] ?? null;
    const before = readRecords(file, section);
    const { sent, statuses, slow, complaints } = await runAs({
      address: server.address,
      file,
      seed,
      role,
      requests: share,
      cpuOf: () => cpuOf(server),
    });
    const counts = [...statuses].sort().map(([status, count]) => `${status || 'closed'}: ${count}`);
    process.stdout.write(
      `hostile requests, seed ${seed}, ${role}: ${sent} sent (${counts.join(', ')}), ${slow.length} asked again for their time\n`,
    );
    expect(complaints, `again with FBS_SEED=${seed}`).toEqual([]);
    expect(server.hasEnded(), server.said()).toBe(false);
    expect(wrongChanges(role, before, readRecords(file, section))).toEqual([]);
    expect(sent).toBeGreaterThanOrEqual(share);
  },
  60_000 + share * 200,
);

/** Half characters are no UTF-8, and XML takes no control characters. */
const isSoundText = (bytes: Uint8Array): boolean => {
  const isOdd = (sign: string): boolean => (sign < ' ' && !'\t\n\r'.includes(sign)) || '\ufffe\uffff'.includes(sign);
  return isUtf8(bytes) && ![...Buffer.from(bytes).toString()].some(isOdd);
};

it('papers of a year in which all of that was written can be made, and are sound inside', async () => {
  const cookie = await signIn(server.address, 'planner');
  for (const format of ['docx', 'xlsx', 'stratml', 'pdf', 'csv']) {
    const path = `/api/strategies/fbs-2018-2022/reviews/2022/export?format=${format}`;
    const reply = await fetch(server.address + path, { headers: { cookie } });
    expect({ format, status: reply.status }).toEqual({ format, status: 200 });
    const bytes = new Uint8Array(await reply.arrayBuffer());
    const parts = format === 'stratml' ? { 'plan.xml': bytes } : format === 'pdf' ? {} : unzipSync(bytes);
    for (const [name, part] of Object.entries(parts)) {
      if (!/\.(xml|rels|csv|json|txt)$/.test(name)) continue;
      expect({ format, name, sound: isSoundText(part) }).toEqual({ format, name, sound: true });
    }
  }
}, 120_000);

it('all of that leaves a service that answers, logged no mistake, kept its memory, and has a trail without a gap', async () => {
  expect((await fetch(`${server.address}/api/health`)).status).toBe(200);
  expect(server.said()).not.toMatch(/"level":[56]0/);
  // its threads for papers and files may have 512 to 768 MB each, one file at a time
  expect(mostMemoryOf(server)).toBeLessThan(1500);
  const { code, said } = await verifyFile(file);
  expect(code, said).toBe(0);
}, 120_000);

it('says of every role what it may change', () => {
  expect(Object.keys(mayChange)).toEqual(roles);
});
