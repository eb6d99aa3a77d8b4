import { exportRecord } from '@fbs/contract';
import { expect, it } from 'vitest';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';
import { createRecordThread } from './record-thread.ts';

const openOffice = useOffices();

it('refuses a strategy with more rows than one file holds, says what to do instead, and leaves no trace', async () => {
  const office = await openOffice();
  const [breakdown] = await office.rows<{ id: string }>('select id from breakdowns limit 1');
  await office.change(
    `with recursive counted(n) as (select 1000 union all select n + 1 from counted where n < 401000)
     insert into breakdown_rows (breakdown_id, position, dimension, category, value)
     select '${breakdown?.id}', n, 'place', 'place ' || n, '1' from counted`,
  );
  const administrator = await office.signIn('administrator');
  const audit = await lastAudit(office);
  const refusal = await administrator.refused(exportRecord, { params: { strategy } });
  expect(refusal).toMatchObject({ status: 413, code: 'too_large' });
  expect(refusal.detail).toMatch(
    /^This strategy has 400,\d{3} rows of breakdowns.*npm run backup and npm run restore\.$/,
  );
  expect(await auditAfter(office, audit)).toEqual([]);
}, 60_000);

it('says when to come again where it takes too long, is cancelled, or the server stops', async () => {
  const { database } = await openOffice();
  const slow = createRecordThread(1);
  await expect(slow.make(database, strategy, undefined)).rejects.toMatchObject({
    code: 'unavailable',
    message: 'The record took longer than 0.001 seconds and was stopped: try again when less is going on.',
  });
  await slow.close();
  await expect(slow.make(database, strategy, undefined)).rejects.toMatchObject({ code: 'unavailable' });
  const cancelled = createRecordThread();
  await expect(cancelled.make(database, strategy, AbortSignal.abort())).rejects.toMatchObject({
    code: 'unavailable',
    message: 'The export was cancelled.',
  });
  await cancelled.close();
}, 60_000);
