import {
  endOtherSessions,
  endSession,
  endSessionsOf,
  listManagedStrategies,
  listSessions,
  moveStrategy,
  proveIdentity,
  readSession,
  reopenReview,
  signOffReview,
} from '@fbs/contract';
import { expect, it } from 'vitest';
import { codeNow, enter, firstAdministrator, goodPassword, setUp } from '../../testing/accounts.ts';
import { type Client, clientOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { type Office, useOffices } from '../../testing/offices.ts';

const openOffice = useOffices({ mode: 'production' });
const later = { hours: 16 / 60 };
const right = { body: { password: goodPassword } };

/** Signs nobody out: the person does not exist, which is found out only behind the guard. */
const ask = async (client: Client) => (await client.refused(endSessionsOf, { params: { person: 'none' } })).code;

const proofs = (office: Office) =>
  office.rows("select id from audit_entries where action = 'confirmed who they are' and subject_kind = 'session'");

it('holds a sign-in for a proof of a quarter of an hour, and then asks for the password', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  expect(await ask(client)).toBe('not_found');
  office.clock.forward(later);
  const refusal = await client.refused(endSessionsOf, { params: { person: 'none' } });
  expect(refusal).toMatchObject({ status: 403, code: 'proof_needed', detail: expect.stringContaining('15 minutes') });
  expect(await client.refused(proveIdentity, { body: { password: 'something else' } })).toMatchObject({
    ...{ status: 403, code: 'not_allowed' },
  });
  expect(await ask(client)).toBe('proof_needed');
  expect(await proofs(office)).toHaveLength(0);
  office.clock.forward({ hours: 1 / 60 });
  expect(await client.ok(proveIdentity, right)).toEqual({ outcome: 'proved' });
  expect(await ask(client)).toBe('not_found');
  expect(await proofs(office)).toHaveLength(1);
});

it('goes on with a new token: whoever had got hold of the one before is out', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const before = clientOf(office.app, client.cookie);
  expect((await before.ok(readSession, {})).person).not.toBeNull();
  await client.ok(proveIdentity, right);
  expect((await before.ok(readSession, {})).person).toBeNull();
  expect((await client.ok(readSession, {})).person).toMatchObject({ name: 'Ada Okafor' });
  const [count] = await office.rows<{ live: number }>('select count(*) as live from sessions where ended_at is null');
  expect(count?.live).toBe(1);
});

it('asks before somebody signs out their other browsers', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  await enter(office, { email: firstAdministrator.email, password: goodPassword });
  const other = (await client.ok(listSessions, {})).sessions.find(({ current }) => !current)?.id ?? '';
  office.clock.forward(later);
  const one = { params: { session: other } };
  expect(await client.refused(endSession, one)).toMatchObject({ status: 403, code: 'proof_needed' });
  expect(await client.refused(endOtherSessions, {})).toMatchObject({ status: 403, code: 'proof_needed' });
  await client.ok(proveIdentity, right);
  expect((await client.ok(endSession, one)).sessions).toHaveLength(1);
});

it('asks for a code where a second factor stands', async () => {
  const office = await openOffice();
  const { client, secret } = await setUp(office, { withApp: true });
  office.clock.forward(later);
  expect(await client.ok(proveIdentity, right)).toEqual({ outcome: 'code_needed' });
  expect(await ask(client)).toBe('proof_needed');
  const code = codeNow(String(secret), office);
  expect(await client.ok(proveIdentity, { body: { password: goodPassword, code } })).toEqual({ outcome: 'proved' });
  expect(await ask(client)).toBe('not_found');
});

it('proves the session that asked, and no other of the same person', async () => {
  const office = await openOffice();
  const { client: here } = await setUp(office);
  const elsewhere = await enter(office, { email: firstAdministrator.email, password: goodPassword });
  office.clock.forward(later);
  await here.ok(proveIdentity, right);
  expect([await ask(here), await ask(elsewhere)]).toEqual(['not_found', 'proof_needed']);
});

it('slows down whoever tries passwords', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const tried: number[] = [];
  for (let each = 0; each < 12; each += 1) {
    tried.push((await client.send(proveIdentity, { body: { password: `guess ${each}` } })).status);
  }
  expect(new Set(tried)).toEqual(new Set([403, 429]));
  expect((await client.send(proveIdentity, right)).status).toBe(429);
});

it('asks before a year is signed off or opened again, and before a strategy is archived', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  await office.change("insert into person_roles (person_id, role) select person_id, 'reviewer' from person_roles");
  const version = { 'if-match': '"999"' };
  const year = { strategy, year: 2021 };
  const codes = async () => [
    (await client.refused(signOffReview, { params: year, headers: version })).code,
    (await client.refused(reopenReview, { params: year, headers: version, body: { reason: 'A figure was wrong.' } }))
      .code,
    (await client.refused(moveStrategy, { params: { strategy }, headers: version, body: { state: 'archived' } })).code,
  ];
  expect(await codes()).toEqual(['stale', 'stale', 'stale']);
  office.clock.forward(later);
  expect(await codes()).toEqual(['proof_needed', 'proof_needed', 'proof_needed']);
  await client.ok(listManagedStrategies, {});
});
