import { exportReview, exportYears, readReview, yearsDocument } from '@fbs/contract';
import { createExportPool, ThreadBusy } from '@fbs/documents';
import { afterAll, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const pool = createExportPool();
afterAll(() => pool.close());
const exports = { ...pool, close: async () => {} };

it.each([
  ['pdf', 'pdf', '%PDF-'],
  ['xlsx', 'xlsx', 'PK'],
  ['csv', 'zip', 'PK'],
  ['json', 'json', '{"format":"fbs-strategy-years"'],
] as const)(
  'hands on all years as %s, and writes down who took them',
  async (format, extension, begins) => {
    const office = await openOffice({ exports });
    const viewer = await office.signIn('viewer');
    const before = await lastAudit(office);
    const reply = await viewer.send(exportYears, { params: { strategy }, querystring: { format } });
    expect(reply.status).toBe(200);
    expect(reply.headers['content-disposition']).toBe(`attachment; filename="FBS-review-2018-2022-DRAFT.${extension}"`);
    expect(reply.bytes.subarray(0, begins.length).toString()).toBe(begins);
    const [entry] = await auditAfter(office, before);
    expect(entry).toMatchObject({ action: 'exported all years', subject_kind: 'strategy' });
  },
  60_000,
);

it('holds the review of every year as it was signed in the file for other programs', async () => {
  const office = await openOffice({ exports });
  const viewer = await office.signIn('viewer');
  const { text } = await viewer.send(exportYears, { params: { strategy }, querystring: { format: 'json' } });
  const { reviews } = yearsDocument.parse(JSON.parse(text));
  expect(reviews.map(({ year, draft }) => [year, draft])).toEqual([
    [2018, false],
    [2019, false],
    [2020, false],
    [2021, false],
    [2022, true],
  ]);
  for (const { year, sha256 } of reviews.filter(({ draft }) => !draft)) {
    const { versions } = await viewer.ok(readReview, { params: { strategy, year } });
    expect(sha256).toBe(versions[0]?.sha256);
    const { text: signed } = await viewer.send(exportReview, {
      params: { strategy, year },
      querystring: { format: 'json' },
    });
    expect(text.includes(`"review":${signed}}`)).toBe(true);
  }
}, 60_000);

it.each([
  ['all years', `/api/strategies/${strategy}/export/years?format=pdf`],
  ['the plan', `/api/strategies/${strategy}/export/plan`],
  ['what is inside', `/api/strategies/${strategy}/reviews/2021/export/outline`],
])('says when to come again where the thread has no room for %s', async (_what, url) => {
  const busy = () => Promise.reject(new ThreadBusy('Too many exports are waiting; please try again in a minute.'));
  const office = await openOffice({ exports: { ...exports, make: busy, makeYears: busy, outline: busy } });
  const viewer = await office.signIn('viewer');
  const reply = await viewer.raw({ method: 'GET', url });
  expect({ status: reply.status, again: reply.headers['retry-after'] }).toEqual({ status: 503, again: '30' });
  expect(JSON.parse(reply.text)).toMatchObject({ detail: expect.stringContaining('try again in a minute') });
});

it('knows no other strategy and no other format', async () => {
  const viewer = await (await openOffice()).signIn('viewer');
  const unknown = { params: { strategy: 'none' }, querystring: { format: 'docx' as const } };
  expect((await viewer.refused(exportYears, unknown)).detail).toContain('There is no strategy "none"');
  const wrong = await viewer.raw({ method: 'GET', url: `/api/strategies/${strategy}/export/years?format=txt` });
  expect(wrong.status).toBe(400);
});
