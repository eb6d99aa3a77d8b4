import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, planRepository, reviewRepository, seedDatabase } from '@fbs/db';
import { afterAll, expect, it } from 'vitest';
import { prepareDatabase } from './prepare-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-prepare-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finishes at the next start what a first start that was cut off had begun', async () => {
  const database = openDatabase({ file: join(folder, 'cut-off.db'), synchronous: 'OFF', withinMs: 60_000 });
  // as far as its first write; the signed reviews have no snapshots yet
  expect(await seedDatabase(database, 'evaluation')).toBe(true);
  expect(await prepareDatabase(database, 'evaluation')).toBe(false);
  const counts = await database.read(async (queries) => {
    const [strategy] = await planRepository.listStrategies(queries);
    const reviews = await reviewRepository.listReviews(queries, strategy?.id ?? '', null);
    const signed = reviews.filter(({ state }) => state === 'final');
    return Promise.all(signed.map(async ({ id }) => (await reviewRepository.listSnapshots(queries, id, null)).length));
  });
  expect(counts).toEqual([1, 1, 1, 1]);
  await database.close();
}, 60_000);
