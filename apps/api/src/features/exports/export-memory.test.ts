import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportReview, readOverview } from '@fbs/contract';
import { createExportPool } from '@fbs/documents';
import { afterAll, expect, it } from 'vitest';
import { refusalOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';

/** An export that never has enough. */
const hungry = `export const make = () => {
  const eaten = [];
  for (;;) eaten.push(new Array(1_000_000).fill(0.5));
};`;

const openOffice = useOffices();
const folder = mkdtempSync(join(tmpdir(), 'fbs-hungry-'));
const worker = join(folder, 'hungry.mjs');
writeFileSync(worker, hungry);
const exports = createExportPool({ worker: pathToFileURL(worker) });
afterAll(async () => {
  await exports.close();
  rmSync(folder, { recursive: true, force: true });
});

it('an export that takes all the memory of its thread is refused in a sentence, and the service goes on', async () => {
  const office = await openOffice({ exports });
  const planner = await office.signIn('planner');
  const overview = async (year: number) =>
    (await planner.send(readOverview, { params: { strategy }, querystring: { year } })).status;
  const asked = { params: { strategy, year: 2021 }, querystring: { format: 'docx', version: undefined } } as const;
  const first = planner.send(exportReview, asked);
  expect(await overview(2022)).toBe(200);
  for (const reply of [await first, await planner.send(exportReview, asked)]) {
    expect(refusalOf(reply)).toMatchObject({
      status: 503,
      detail: expect.stringMatching(/more memory than it may have/),
    });
  }
  expect(await overview(2020)).toBe(200);
}, 120_000);
