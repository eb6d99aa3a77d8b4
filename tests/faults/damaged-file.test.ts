import { closeSync, fstatSync, openSync, readFileSync, truncateSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chance, chanceFrom, seedOfRun } from '../hostile/chance.ts';
import { signIn } from '../servers/sign-in.ts';
import { refusalToStart, startServer } from '../servers/start-server.ts';
import { verifyFile } from '../servers/verify-file.ts';
import { type FilledFile, makeFilledFile } from './filled-file.ts';
import { callerAt } from './writers.ts';

/** `npm run prove` damages more files. */
const rounds = Math.max(4, Math.floor(Number(process.env.FBS_KILLS || 5) / 2));
const seed = seedOfRun();

let filled: FilledFile;
beforeAll(async () => {
  filled = await makeFilledFile();
});
afterAll(() => filled.remove());

const page = 4096;

/** What a disk does to a file: pages of nonsense, lost pages, single bits, an end that is missing. */
const damage = (chance: Chance, path: string): string => {
  const bytes = readFileSync(path);
  const pages = Math.floor(bytes.length / page);
  // the first page is the file's name badge: a file without it is refused by another test
  const anyPage = (): number => 1 + chance.number(pages - 1);
  const kind = chance.pick(['nonsense', 'zeros', 'bits', 'cut']);
  if (kind === 'cut') {
    truncateSync(path, anyPage() * page + chance.number(page));
    return kind;
  }
  for (let count = 0; count < 12; count += 1) {
    const at = anyPage() * page;
    if (kind === 'nonsense') for (let each = 0; each < page; each += 1) bytes[at + each] = chance.number(256);
    if (kind === 'zeros') bytes.fill(0, at, at + page);
    if (kind === 'bits') for (let each = 0; each < 40; each += 1) bytes[at + chance.number(page)] = chance.number(256);
  }
  writeFileSync(path, bytes);
  return kind;
};

const pages = [
  '/overview?year=2022',
  '/indicators?year=2022',
  '/results?year=2021',
  '/reviews/2021',
  '/linkages',
  '/search?q=training',
];

/** What the service says where it has started over a damaged file: a sentence, and never that it made a mistake. */
const answersOf = async (address: string): Promise<string[]> => {
  const cookie = await signIn(address, 'planner');
  const call = callerAt(address, cookie);
  const replies = await Promise.all([
    ...pages.map((path) => call({ method: 'GET', path })),
    call({ method: 'POST', path: '/indicators/2.2-A/notes', body: { year: 2022, text: 'Words.' } }),
  ]);
  const texts = replies.map(async (reply) => `${reply.status} ${await reply.text()}`);
  return (await Promise.all(texts)).filter((text) => /^5/.test(text));
};

it(`a damaged file ends the start, or a request, with a sentence that says what to do (${rounds} files)`, async () => {
  const outcomes: string[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const chance = chanceFrom(`damage ${seed} ${round}`);
    const file = filled.copyTo(join(filled.folder, `damaged-${round}.db`));
    const kind = damage(chance, file);
    const what = `${kind}, round ${round}, seed ${seed}`;
    const started = await startServer({ file }).catch((error: Error) => error.message);
    if (typeof started === 'string') {
      expect(started, what).toMatch(
        /not a sound database: restore a backup|rows of .* point at rows .*: restore a backup|is damaged/,
      );
      expect(started.split('\n'), what).toHaveLength(1);
      outcomes.push('refused to start');
      continue;
    }
    for (const text of await answersOf(started.address)) expect(text, what).toMatch(/^503 .*damaged.*restore a backup/);
    expect(started.hasEnded(), what).toBe(false);
    await started.end('SIGTERM');
    const { code, said } = await verifyFile(file);
    expect({ what, code: code === 0 ? said : code }).toEqual({ what, code: 1 });
    outcomes.push('started, and verify found it');
  }
  process.stdout.write(`damaged files (seed ${seed}): ${outcomes.join('; ')}\n`);
}, 600_000);

it('a file that is damaged while the service runs is told from a mistake, and the next start refuses it', async () => {
  const file = filled.copyTo(join(filled.folder, 'damaged-under-way.db'));
  const server = await startServer({ file });
  const call = callerAt(server.address, await signIn(server.address, 'planner'));
  const handle = openSync(file, 'r+');
  const { size } = fstatSync(handle);
  // the first pages say what tables there are; they are in memory already
  for (let at = 30 * page; at < size; at += page) writeSync(handle, Buffer.alloc(page, 0x2e), 0, page, at);
  closeSync(handle);
  const answers = await Promise.all(
    pages.map(async (path) => {
      const reply = await call({ method: 'GET', path });
      return `${reply.status} ${await reply.text()}`;
    }),
  );
  const troubles = answers.filter((text) => /^5/.test(text));
  expect(troubles.length).toBeGreaterThan(0);
  for (const text of troubles) expect(text).toMatch(/^503 .*damaged.*restore a backup/);
  expect(server.said()).not.toMatch(/a request failed/);
  expect(server.hasEnded()).toBe(false);
  await server.end('SIGKILL');
  expect(await refusalToStart({ file })).toMatch(/restore a backup/);
}, 60_000);
