import { readAudit, recordValue, verifyAudit } from '@fbs/contract';
import type { FastifyRequest } from 'fastify';
import { expect, it } from 'vitest';
import { placed, seen } from '../testing/entries.ts';
import { type Office, useOffices } from '../testing/offices.ts';
import { keepRefusals } from './refusal-trail.ts';

const openOffice = useOffices();

const refusalsIn = async (office: Office) => {
  const administrator = await office.signIn('administrator');
  const { entries } = await administrator.ok(readAudit, { querystring: { kind: 'refusal' } });
  return entries;
};

const refusedWrite = { ...placed('4.2-A', 2022), headers: seen(0), body: { value: '1' } };

it('says who was refused what, from where and why; the same within a minute is one entry that says how often', async () => {
  const office = await openOffice();
  const contributor = await office.signIn('contributor');
  await contributor.refused(recordValue, refusedWrite);
  const [entry] = await refusalsIn(office);
  expect(entry).toMatchObject({
    person: 'Priya Nair',
    action: 'was refused',
    subject: recordValue.schema.summary,
    after: {
      request: 'PUT /api/strategies/:strategy/indicators/:indicator/values/:year',
      code: 'not_allowed',
      detail: expect.stringContaining('PEIA'),
      address: '127.0.0.1',
      times: 1,
    },
  });
  for (let count = 0; count < 20; count += 1) await contributor.refused(recordValue, refusedWrite);
  expect(await refusalsIn(office)).toHaveLength(1);
  office.clock.forward({ hours: 1 / 60 });
  expect(await refusalsIn(office)).toMatchObject([{ after: { times: 20 } }, { after: { times: 1 } }]);
});

it('keeps a write that came from a page of another site, though nobody is known by it', async () => {
  const office = await openOffice();
  const headers = { origin: 'https://elsewhere.example' };
  await office.nobody.raw({ method: 'DELETE', url: '/api/session', headers });
  expect(await refusalsIn(office)).toMatchObject([
    { person: null, subject: 'Sign out', after: { detail: expect.stringContaining('elsewhere.example') } },
  ]);
});

it('is written when the service stops, whatever waits', async () => {
  const office = await openOffice();
  const neighbor = await office.neighbor();
  const viewer = await neighbor.signIn('viewer');
  await viewer.refused(recordValue, refusedWrite);
  await viewer.refused(recordValue, refusedWrite);
  await neighbor.app.close();
  expect(await refusalsIn(office)).toMatchObject([{ person: 'Nina Sorensen', after: { times: 2 } }]);
});

it('is not filled by a flood from many addresses: the rest is one entry, the chain holds, and nothing is kept for long', async () => {
  const office = await openOffice();
  const trail = keepRefusals({ database: office.database, clock: office.clock.now }, null, () => {});
  const from = (ip: string) => ({ method: 'POST', routeOptions: { url: '/api/session' }, ip }) as FastifyRequest;
  const flood = () => {
    for (let count = 0; count < 5000; count += 1) trail.note(from(`192.0.2.${count}`), 'too_many_requests', 'Wait.');
  };
  for (let second = 0; second < 3; second += 1) {
    flood();
    await trail.write();
  }
  const entries = await office.rows<{ id: string; after: string }>(
    "select subject_id as id, after from audit_entries where subject_kind = 'refusal'",
  );
  expect(entries).toHaveLength(101);
  expect(JSON.parse(entries.at(-1)?.after ?? '')).toMatchObject({ times: 4900 });
  office.clock.forward({ hours: 1 / 60 });
  await trail.write();
  const [{ total } = { total: 0 }] = await office.rows<{ total: number }>(
    "select sum(json_extract(after, '$.times')) as total from audit_entries where subject_kind = 'refusal'",
  );
  expect(total).toBe(15_000);
  const { checks } = await (await office.signIn('administrator')).ok(verifyAudit, { querystring: {} });
  expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
});

it('is not what a request for something that is not there, or a mistake in it, comes into', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  await planner.refused(recordValue, { ...placed('9.9-Z', 2022), headers: seen(0), body: { value: '1' } });
  await office.nobody.refused(recordValue, refusedWrite);
  expect(await refusalsIn(office)).toEqual([]);
});
