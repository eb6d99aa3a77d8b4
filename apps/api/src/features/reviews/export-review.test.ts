import { createHash } from 'node:crypto';
import { exportReview, readReview } from '@fbs/contract';
import { createExportPool, ThreadBusy, WorkStopped } from '@fbs/documents';
import { afterAll, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const pool = createExportPool();
afterAll(() => pool.close());

const exports = { ...pool, close: async () => {} };
const at = (year: number, version?: number) => ({
  params: { strategy, year },
  querystring: { format: 'docx' as const, version },
});

it('hands a signed review to whoever may read it as a Word file, named by year and version, and leaves a trace', async () => {
  const office = await openOffice({ exports });
  const viewer = await office.signIn('viewer');
  const audit = await lastAudit(office);
  const { status, headers, bytes } = await viewer.send(exportReview, at(2021));
  expect(status).toBe(200);
  expect(headers['content-type']).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
  expect(headers['content-disposition']).toBe('attachment; filename="FBS-review-FY2021-v1.docx"');
  expect(headers['cache-control']).toBe('no-store');
  expect(bytes.subarray(0, 4).toString('latin1')).toBe('PK\u0003\u0004');
  const [entry] = await auditAfter(office, audit);
  expect(entry).toMatchObject({ action: 'exported a review', person_id: 'viewer', before: null });
  expect(JSON.parse(entry?.after ?? '')).toMatchObject({
    name: 'FBS-review-FY2021-v1.docx',
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
}, 60_000);

it('says DRAFT in the name of a review that is not signed', async () => {
  const office = await openOffice({ exports });
  const { status, headers } = await (await office.signIn('viewer')).send(exportReview, at(2022));
  expect(status).toBe(200);
  expect(headers['content-disposition']).toBe('attachment; filename="FBS-review-FY2022-v1-DRAFT.docx"');
}, 60_000);

it('refuses a version that was never signed, a year outside the strategy and a format that it does not make', async () => {
  const office = await openOffice();
  const viewer = await office.signIn('viewer');
  expect(await viewer.refused(exportReview, at(2022, 1))).toMatchObject({
    status: 404,
    detail: expect.stringContaining('no signed version 1'),
  });
  expect(await viewer.refused(exportReview, at(2017))).toMatchObject({ status: 422, errors: [{ pointer: '/year' }] });
  for (const format of [undefined, 'doc', 'exe']) {
    const reply = await viewer.sendAny(exportReview, { params: { strategy, year: 2021 }, querystring: { format } });
    expect(JSON.parse(reply.text)).toMatchObject({ status: 400, errors: [{ pointer: '/format' }] });
  }
});

it('answers that something went wrong where the paper cannot be made, leaves no trace, and logs why', async () => {
  const office = await openOffice();
  const viewer = await office.signIn('viewer');
  const audit = await lastAudit(office);
  const refusal = await viewer.refused(exportReview, at(2021));
  expect(refusal).toMatchObject({ status: 500, code: 'internal' });
  expect(JSON.stringify(refusal)).not.toContain('makes no papers');
  expect(office.bugs.splice(0).join()).toContain('this test makes no papers');
  expect(await auditAfter(office, audit)).toEqual([]);
});

it.each([
  ['too many are waiting', new ThreadBusy('Too many exports are waiting; please try again in a minute.')],
  ['it takes too long', new WorkStopped('The export took longer than 60 seconds and was stopped.')],
])('says when to come again where %s, and leaves no trace', async (_what, error) => {
  const office = await openOffice({ exports: { ...exports, make: () => Promise.reject(error) } });
  const viewer = await office.signIn('viewer');
  const audit = await lastAudit(office);
  const reply = await viewer.send(exportReview, at(2021));
  expect(reply.status).toBe(503);
  expect(reply.headers['retry-after']).toBe('30');
  expect(JSON.parse(reply.text)).toMatchObject({ code: 'unavailable', detail: error.message });
  expect(await auditAfter(office, audit)).toEqual([]);
});

it('hands out the signed snapshot itself as JSON: its SHA-256 is the one that every paper prints', async () => {
  const office = await openOffice({ exports });
  const viewer = await office.signIn('viewer');
  const { bytes, headers } = await viewer.send(exportReview, {
    params: { strategy, year: 2021 },
    querystring: { format: 'json' },
  });
  const [version] = (await viewer.ok(readReview, { params: { strategy, year: 2021 } })).versions;
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(version?.sha256);
  expect(headers['content-disposition']).toBe('attachment; filename="FBS-review-FY2021-v1.json"');
});
