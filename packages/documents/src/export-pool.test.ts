import { afterEach, expect, test } from 'vitest';
import { createExportPool, type ExportPool } from './export-pool.ts';
import { readDocx } from './testing/read-docx.ts';
import { checksumFixture, finalReviewFixture, reviewFixture } from './testing/review-fixture.ts';

const draftOptions = { sha256: null, product: 'FBS Performance Dashboard' };
const draft = (document = reviewFixture()) => ({
  format: 'docx' as const,
  snapshot: JSON.stringify(document),
  options: draftOptions,
});
let pool: ExportPool;

afterEach(() => pool.close());

test('exports made in the thread are whole, and several wait for one another', async () => {
  pool = createExportPool();
  const made = await Promise.all([
    pool.make(draft()),
    pool.make({ ...draft(finalReviewFixture()), options: { ...draftOptions, sha256: checksumFixture } }),
  ]);
  const [open, final] = made.map((bytes) => readDocx(bytes).text);
  expect(open).toContain('Annual review FY 2022 DRAFT');
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
  await pool.make(draft());
  clearInterval(beat);
  expect(longest).toBeLessThan((performance.now() - start) / 2);
}, 60_000);

test('what takes too long is stopped and says so', async () => {
  pool = createExportPool({ timeLimit: 20 });
  await expect(pool.make(draft())).rejects.toThrow('The export took longer than 0.02 seconds and was stopped.');
}, 60_000);

test('a thread that cannot load fails its export at once, and the process lives', async () => {
  pool = createExportPool({ worker: new URL('./no-such-worker.ts', import.meta.url) });
  await expect(pool.make(draft())).rejects.toThrow(/no-such-worker/);
  await expect(pool.make(draft())).rejects.toThrow(/no-such-worker/);
}, 60_000);

test('a failing export does not spoil the next one', async () => {
  pool = createExportPool();
  const broken = { ...reviewFixture(), asOf: null } as unknown as ReturnType<typeof reviewFixture>;
  await expect(pool.make(draft(broken))).rejects.toThrow();
  await expect(pool.make(draft())).resolves.toBeInstanceOf(Uint8Array);
}, 60_000);

test('a closed pool makes nothing more', async () => {
  pool = createExportPool();
  await pool.close();
  await expect(pool.make(draft())).rejects.toThrow('No more exports are made');
});

test('who cancels while waiting gets nothing, and the others get theirs', async () => {
  pool = createExportPool();
  const cancelled = new AbortController();
  const first = pool.make(draft());
  const second = pool.make(draft(), cancelled.signal);
  const third = pool.make(draft());
  cancelled.abort(new Error('not wanted any more'));
  await expect(second).rejects.toThrow('not wanted any more');
  expect((await Promise.all([first, third])).every((bytes) => bytes.length > 10_000)).toBe(true);
}, 60_000);

test('who cancels while the export is made ends it, and the next one is made', async () => {
  pool = createExportPool();
  await pool.make(draft());
  const cancelled = new AbortController();
  const running = pool.make(draft(), cancelled.signal);
  setTimeout(() => cancelled.abort(new Error('not wanted any more')), 5);
  await expect(running).rejects.toThrow('not wanted any more');
  await expect(pool.make(draft())).resolves.toBeInstanceOf(Uint8Array);
}, 60_000);

test('the JSON file is the snapshot itself, byte for byte', async () => {
  pool = createExportPool();
  const snapshot = `${JSON.stringify(reviewFixture())}`;
  const bytes = await pool.make({ format: 'json', snapshot, options: draftOptions });
  expect(new TextDecoder().decode(bytes)).toBe(snapshot);
}, 60_000);

test('what is inside a draft is worked out once, whenever it is looked at, and anew where it changed', async () => {
  pool = createExportPool();
  const ask = (change: object) =>
    pool.outline({ snapshot: JSON.stringify({ ...reviewFixture(), ...change }), options: draftOptions });
  const first = ask({});
  expect(ask({ asOf: '2023-10-16T09:00:00.000Z' })).toBe(first);
  expect(ask({ summary: 'Another year.' })).not.toBe(first);
  expect((await first).sizes).toMatchObject({ xlsx: expect.any(Number), csv: expect.any(Number) });
  await expect(pool.outline({ snapshot: '{}', options: draftOptions })).rejects.toThrow();
  await expect(pool.outline({ snapshot: '{}', options: draftOptions })).rejects.toThrow();
}, 60_000);

test('an outline says about how large a paper becomes, and exactly once it was made from the same record', async () => {
  pool = createExportPool();
  const { format: _format, ...task } = draft();
  const later = { ...task, snapshot: JSON.stringify({ ...reviewFixture(), asOf: '2030-01-01T00:00:00.000Z' }) };
  const other = { ...task, snapshot: JSON.stringify({ ...reviewFixture(), summary: 'Another one.' }) };
  const before = await pool.outline(task);
  expect(before.sizes.docx).toBeUndefined();
  expect(before.estimates.docx).toBeGreaterThan(100_000);
  const bytes = await pool.make(draft());
  expect((await pool.outline(task)).sizes.docx).toBe(bytes.length);
  expect((await pool.outline(later)).sizes.docx).toBe(bytes.length);
  expect((await pool.outline(other)).sizes.docx).toBeUndefined();
  expect((await pool.outline(task)).sizes.pdf).toBeUndefined();
}, 60_000);
