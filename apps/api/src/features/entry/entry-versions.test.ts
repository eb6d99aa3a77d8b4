import { approveValue, explainValue, recordValue, returnValue, submitValue } from '@fbs/contract';
import { describe, expect, it } from 'vitest';
import { everything } from '../../testing/audit.ts';
import { entryOf, historyOf, placed, seen } from '../../testing/entries.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();

/** Trained practitioners, of International Programs: nothing is entered. */
const indicator = '1.2-D';
const year = 2022;

describe('a version', () => {
  const steps = [
    ['entering', recordValue, 'contributor', { value: '1' }],
    ['submitting', submitValue, 'contributor', undefined],
    ['returning', returnValue, 'reviewer', { note: 'Again.' }],
    ['approving', approveValue, 'reviewer', undefined],
    ['explaining', explainValue, 'contributor', { explanation: 'So.' }],
  ] as const;

  it.each(steps)('has to come with %s: without one nothing changes', async (_what, endpoint, persona, body) => {
    const office = await openOffice();
    const client = await office.signIn(persona);
    const before = await everything(office);
    const reply = await client.sendAny(endpoint, { ...placed('2.2-A', year), body });
    expect(JSON.parse(reply.text)).toMatchObject({ status: 428, code: 'precondition_required' });
    expect(await everything(office)).toBe(before);
  });

  it.each(steps)(
    'that is stale stops %s, and the answer says how things stand',
    async (_what, endpoint, persona, body) => {
      const office = await openOffice();
      const client = await office.signIn(persona);
      const now = await entryOf(client, '2.2-A', year);
      const before = await everything(office);
      for (const version of [now.version - 1, now.version + 1, 0]) {
        const reply = await client.sendAny(endpoint, { ...placed('2.2-A', year), headers: seen(version), body });
        expect(JSON.parse(reply.text)).toMatchObject({ status: 412, code: 'stale', current: now });
      }
      expect(await everything(office)).toBe(before);
    },
  );

  it('is sent along as ETag, and taken back as it was sent, weak or bare', async () => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    for (const [index, dress] of ['"N"', 'W/"N"', 'N', ' "N" '].entries()) {
      const { headers } = await contributor.send(recordValue, {
        ...placed(indicator, year),
        headers: { 'if-match': dress.replace('N', String(index)) },
        body: { value: String(index) },
      });
      expect(headers.etag).toBe(`"${index + 1}"`);
    }
  });

  it.each(['*', '"1", "2"', 'abc', '', '"-1"', '"99999999999999999999"'])('cannot be %s', async (tag) => {
    const office = await openOffice();
    const contributor = await office.signIn('contributor');
    const call = { ...placed(indicator, year), headers: { 'if-match': tag }, body: { value: '1' } };
    expect([400, 428]).toContain((await contributor.refused(recordValue, call)).status);
  });

  it('lets exactly one of two people who write at the same time win; the other sees what the first one wrote', async () => {
    const office = await openOffice();
    const [contributor, planner] = [await office.signIn('contributor'), await office.signIn('planner')];
    const call = { ...placed(indicator, year), headers: seen(0) };
    const replies = await Promise.all([
      contributor.send(recordValue, { ...call, body: { value: '4501' } }),
      planner.send(recordValue, { ...call, body: { value: '4502' } }),
      planner.send(recordValue, { ...call, body: { value: '4503' } }),
    ]);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 412, 412]);
    const won = replies.find(({ status }) => status === 200);
    const { value } = JSON.parse(won?.text ?? '') as { value: string };
    for (const lost of replies.filter(({ status }) => status === 412)) {
      expect(JSON.parse(lost.text)).toMatchObject({ current: { value, version: 1 } });
    }
    expect((await historyOf(planner, indicator, year)).vintages).toHaveLength(1);
  });
});
