import { readMyWork } from '@fbs/contract';
import { describe, expect, it, vi } from 'vitest';
import { remindDaily } from '../../daily-reminders.ts';
import { auditAfter, lastAudit } from '../../testing/audit.ts';
import { strategy } from '../../testing/endpoints.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { sendAutomaticReminders } from './send-automatic-reminders.ts';

const openOffice = useOffices();

const serviceOf = ({ database, clock }: Office) => ({ database, clock: clock.now, mailer: null });
const setTo = (office: Office, value: unknown) =>
  office.change(
    `insert into settings (key, value, version, at) values ('automatic_reminders', '${JSON.stringify(value)}', 1, '2026-01-01T00:00:00.000Z')
     on conflict (key) do update set value = excluded.value`,
  );
const rowsOf = (office: Office) =>
  office.rows<{ receiver_id: string; sender_id: string | null; day: string }>(
    'select receiver_id, sender_id, day from reminders order by at, receiver_id',
  );

describe('reminders around the due days', () => {
  it('are off unless the setting says otherwise', async () => {
    const office = await openOffice();
    expect(await sendAutomaticReminders(serviceOf(office))).toBe(0);
    await setTo(office, 'off');
    expect(await sendAutomaticReminders(serviceOf(office))).toBe(0);
    expect(await rowsOf(office)).toEqual([]);
  });

  it('ask once for what is missing in years that are open, in the name of the service', async () => {
    const office = await openOffice();
    await setTo(office, { daysBefore: 7, daysAfter: 7 });
    const before = await lastAudit(office);
    const count = await sendAutomaticReminders(serviceOf(office));
    expect(count).toBeGreaterThan(3);
    const audit = await auditAfter(office, before);
    expect(audit.map(({ person_id, action }) => [person_id, action])).toEqual(
      Array.from({ length: count }, () => [null, 'sent a reminder']),
    );
    expect(new Set((await rowsOf(office)).map(({ sender_id }) => sender_id))).toEqual(new Set([null]));
    const { items } = await (await office.signIn('contributor')).ok(readMyWork, { params: { strategy } });
    expect(items[0]).toMatchObject({ kind: 'reminded', year: 2022, reason: 'The service asks for this value.' });
    expect(await sendAutomaticReminders(serviceOf(office))).toBe(0);
    office.clock.forward({ hours: 24 * 30 });
    expect(await sendAutomaticReminders(serviceOf(office))).toBe(0);
  });

  it('are made up for when the service starts, and what goes wrong is told', async () => {
    const office = await openOffice();
    await setTo(office, { daysBefore: null, daysAfter: 1 });
    const onError = vi.fn();
    const daily = remindDaily(serviceOf(office), onError);
    await vi.waitFor(async () => expect((await rowsOf(office)).length).toBeGreaterThan(3));
    daily.stop();
    expect(onError).not.toHaveBeenCalled();
    const gone = { ...office.database, read: () => Promise.reject(new Error('the disk is gone')) };
    remindDaily({ ...serviceOf(office), database: gone }, onError).stop();
    await vi.waitFor(() => expect(onError).toHaveBeenCalledOnce());
  });
});
