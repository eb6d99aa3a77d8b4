import { exportYears } from '@fbs/contract';
import { createExportPool } from '@fbs/documents';
import { afterAll, expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const pool = createExportPool();
afterAll(() => pool.close());
const exports = { ...pool, close: async () => {} };

it('hands on all years in one paper, signed ones with their checksums, and writes down who took it', async () => {
  const office = await openOffice({ exports });
  const viewer = await office.signIn('viewer');
  const before = await lastAudit(office);
  const reply = await viewer.send(exportYears, { params: { strategy }, querystring: { format: 'pdf' } });
  expect(reply.status).toBe(200);
  expect(reply.headers['content-disposition']).toBe('attachment; filename="FBS-review-2018-2022.pdf"');
  expect(reply.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  const [entry] = await auditAfter(office, before);
  expect(entry).toMatchObject({ action: 'exported all years', subject_kind: 'strategy' });
}, 60_000);

it('knows no other strategy and no other format', async () => {
  const viewer = await (await openOffice()).signIn('viewer');
  const unknown = { params: { strategy: 'none' }, querystring: { format: 'docx' as const } };
  expect((await viewer.refused(exportYears, unknown)).detail).toContain('There is no strategy "none"');
  const wrong = await viewer.raw({ method: 'GET', url: `/api/strategies/${strategy}/export/years?format=txt` });
  expect(wrong.status).toBe(400);
});
