import { afterEach, expect, test } from 'vitest';
import { createExportPool, type ExportPool } from './export-pool.ts';
import { readDocx } from './testing/read-docx.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';

const draftOptions = { sha256: null, product: 'FBS Performance Dashboard' };
let pool: ExportPool;

afterEach(() => pool.close());

test('exports made in the thread are whole, and several wait for one another', async () => {
  pool = createExportPool();
  const made = await Promise.all([
    pool.docx(reviewFixture(), draftOptions),
    pool.docx(finalReviewFixture(), { ...draftOptions, sha256: checksumFixture }),
  ]);
  const [draft, final] = made.map((bytes) => readDocx(bytes).text);
  expect(draft).toContain('Annual review FY 2022 DRAFT');
  expect(final).toContain(checksumFixture);
}, 60_000);

test('the caller is not held up while an export is made', async () => {
  pool = createExportPool();
  let longest = 0;
  const start = performance.now();
  let before = start;
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - before);
    before = performance.now();
  }, 5);
  await pool.docx(reviewFixture(), draftOptions);
  clearInterval(beat);
  expect(longest).toBeLessThan((performance.now() - start) / 2);
}, 60_000);

test('what takes too long is stopped and says so', async () => {
  pool = createExportPool({ timeLimit: 20 });
  await expect(pool.docx(reviewFixture(), draftOptions)).rejects.toThrow(
    'The export took longer than 0.02 seconds and was stopped.',
  );
}, 60_000);

test('a thread that cannot load fails its export at once, and the process lives', async () => {
  pool = createExportPool({ worker: new URL('./no-such-worker.ts', import.meta.url) });
  await expect(pool.docx(reviewFixture(), draftOptions)).rejects.toThrow(/no-such-worker/);
  await expect(pool.docx(reviewFixture(), draftOptions)).rejects.toThrow(/no-such-worker/);
}, 60_000);

test('a failing export does not spoil the next one', async () => {
  pool = createExportPool();
  const broken = { ...reviewFixture(), asOf: null } as unknown as ReturnType<typeof reviewFixture>;
  await expect(pool.docx(broken, draftOptions)).rejects.toThrow();
  await expect(pool.docx(reviewFixture(), draftOptions)).resolves.toBeInstanceOf(Uint8Array);
}, 60_000);

test('a closed pool makes nothing more', async () => {
  pool = createExportPool();
  await pool.close();
  await expect(pool.docx(reviewFixture(), draftOptions)).rejects.toThrow('No more exports are made');
});
