import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeTemplate } from '@fbs/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DomainError } from '../../apps/api/src/domain-error.ts';
import { importRecord } from '../../apps/api/src/features/exports/import-record.ts';
import { signIn } from '../servers/sign-in.ts';
import { startServer } from '../servers/start-server.ts';
import { chanceFrom, seedOfRun } from './chance.ts';
import { fileBombs } from './file-bombs.ts';
import { jsonOf } from './hostile-values.ts';
import { createReaderThread } from './reader-thread.ts';
import type { ReaderName } from './reader-worker.ts';
import { spoiled } from './spoil-body.ts';
import { spoiledFile } from './spoil-file.ts';

/** `npm run prove` reads five thousand. */
const files = Number(process.env.FBS_SPOILED_FILES || 100);
const seed = seedOfRun();
const thread = createReaderThread(30_000);
const real: { name: string; bytes: Uint8Array }[] = [];

const strategy = '/api/strategies/fbs-2018-2022';
/** What the service itself hands out is what people hand in. */
const sources: Readonly<Record<string, string>> = {
  'values.xlsx': `${strategy}/imports/template?format=xlsx`,
  'values.csv': `${strategy}/imports/template?format=csv`,
  'framework.csv': `${strategy}/frameworks/template`,
  'review.xml': `${strategy}/reviews/2021/export?format=stratml`,
  'review.docx': `${strategy}/reviews/2021/export?format=docx`,
  'review.pdf': `${strategy}/reviews/2021/export?format=pdf`,
  'review.json': `${strategy}/reviews/2021/export?format=json`,
  'plan.xml': `${strategy}/export/plan`,
  'record.json': `${strategy}/export/record`,
};

beforeAll(async () => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-files-'));
  const server = await startServer({ file: join(folder, 'files.db') });
  const planner = await signIn(server.address, 'planner');
  const administrator = await signIn(server.address, 'administrator');
  for (const [name, path] of Object.entries(sources)) {
    const cookie = name === 'record.json' ? administrator : planner;
    const reply = await fetch(server.address + path, { headers: { cookie } });
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
    real.push({ name, bytes: new Uint8Array(await reply.arrayBuffer()) });
  }
  await server.end('SIGTERM');
  rmSync(folder, { recursive: true, force: true });
}, 120_000);
afterAll(() => thread.stop());

const readers: readonly ReaderName[] = ['readImport', 'readFrameworkFile', 'recognizeFile', 'readStrategyFile'];

it(
  `${files} spoiled files are read, or refused in a sentence, each within its time and memory`,
  async () => {
    const counts: Record<string, number> = {};
    const finds: string[] = [];
    let slowest = 0;
    for (let index = 1; index <= files && finds.length < 20; index += 1) {
      const chance = chanceFrom(`files ${seed} ${index}`);
      const { name, bytes } = chance.pick(real);
      const spoiledBytes = spoiledFile(chance, bytes);
      const reader = chance.pick(readers);
      const { ms, outcome } = await thread.read({ reader, bytes: spoiledBytes });
      counts[outcome] = (counts[outcome] ?? 0) + 1;
      slowest = Math.max(slowest, ms);
      if (outcome !== 'read' && outcome !== 'refused')
        finds.push(`${name}, ${reader}, ${index} of ${seed}: ${outcome}`);
    }
    process.stdout.write(
      `spoiled files, seed ${seed}: ${JSON.stringify(counts)}, the slowest took ${Math.round(slowest)} ms\n`,
    );
    expect(finds, `again with FBS_SEED=${seed}`).toEqual([]);
  },
  60_000 + files * 300,
);

it.each(Object.keys(fileBombs))(
  'a file with %s is refused or read, in bounded time and memory',
  async (name) => {
    const bytes = fileBombs[name]?.() ?? new Uint8Array();
    for (const reader of readers) {
      const { outcome } = await thread.read({ reader, bytes });
      expect({ reader, outcome }).toEqual({ reader, outcome: expect.stringMatching(/^(read|refused)$/) });
    }
  },
  180_000,
);

it('a spoiled record of a strategy is taken in whole, or refused in a sentence and not at all', async () => {
  const template = await makeTemplate();
  const text = Buffer.from(real.find(({ name }) => name === 'record.json')?.bytes ?? []).toString();
  const record = JSON.parse(text) as unknown;
  const rounds = Math.ceil(files / 20);
  for (let index = 1; index <= rounds; index += 1) {
    const chance = chanceFrom(`record ${seed} ${index}`);
    const changed = chance.yes(20) ? text.slice(0, chance.number(text.length)) : jsonOf(spoiled(chance, record));
    const database = await template.copy();
    const error: unknown = await importRecord(database, changed, '2026-01-01T00:00:00.000Z').then(
      () => null,
      (each: unknown) => each,
    );
    const what = `${index} of ${seed}`;
    if (error !== null) expect({ what, error }).toEqual({ what, error: expect.any(DomainError) });
    const [{ count } = { count: -1 }] = await database.read(async (queries) =>
      queries.all<{ count: number }>('select count(*) as count from strategies'),
    );
    expect({ what, count }).toEqual({ what, count: error === null ? 1 : 0 });
    await database.close();
  }
  template.remove();
}, 900_000);
