import {
  changePerson,
  disablePerson,
  enablePerson,
  invitePerson,
  listPeople,
  makeAccountLink,
  readSession,
} from '@fbs/contract';
import { expect, it } from 'vitest';
import { accept, enter, entryOf, goodPassword, invited, planner, setUp } from '../../testing/accounts.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices({ mode: 'production' });
const headers = (version: number) => ({ headers: { 'if-match': `"${version}"` } });
const of = (person: string, version: number) => ({ params: { person }, ...headers(version) });

const withPlanner = async () => {
  const office = await openOffice();
  const { client: administrator } = await setUp(office);
  const { person, token } = await invited(administrator);
  const { client } = await accept(office, { token });
  return { office, administrator, planner: client, id: person.id };
};

it('lists who has an account and how it stands, and nobody of the public record', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  await invited(client);
  const { people, sections } = await client.ok(listPeople, {});
  expect(people).toMatchObject([
    { name: 'Ada Okafor', lastAdministrator: true, entered: true, lastSignIn: office.clock.now(), link: null },
    { name: 'Noor Haddad', entered: false, lastSignIn: null, link: { kind: 'invitation', expired: false } },
  ]);
  expect(sections.map(({ code }) => code)).toContain('RMP');
});

it.each([
  ['no name', { name: ' ' }, 'invalid'],
  ['no address', { email: 'noor' }, 'invalid'],
  ['no role', { roles: [] }, 'invalid'],
  ['a section that there is not', { section: 'XX' }, 'invalid'],
  ['an address that somebody has', { email: 'ADA.OKAFOR@example.gov' }, 'already_exists'],
])('invites nobody with %s', async (_what, change, code) => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const body = { ...planner, roles: ['planner' as const], ...change };
  expect(await client.refused(invitePerson, { body })).toMatchObject({ code });
  expect((await client.ok(listPeople, {})).people).toHaveLength(1);
});

it('changes roles and section at once, with a version and an entry in the trail', async () => {
  const { office, administrator, planner: client, id } = await withPlanner();
  const body = { roles: ['contributor' as const], section: 'IP' };
  expect(await administrator.refused(changePerson, { params: { person: id }, body })).toMatchObject({ status: 428 });
  expect(await administrator.ok(changePerson, { ...of(id, 1), body })).toMatchObject({ version: 2, section: 'IP' });
  expect(await administrator.refused(changePerson, { ...of(id, 1), body })).toMatchObject({
    ...{ status: 412, current: { version: 2, roles: ['contributor'] } },
  });
  expect((await client.ok(readSession, {})).person).toMatchObject({ roles: ['contributor'], section: 'IP' });
  const [entry] = await office.rows<{ before: string; after: string }>(
    "select before, after from audit_entries where action = 'changed a person'",
  );
  expect(JSON.parse(entry?.before ?? '')).toMatchObject({ roles: ['planner'], section: 'RMP' });
  expect(JSON.parse(entry?.after ?? '')).toMatchObject({ roles: ['contributor'], section: 'IP' });
});

it('disables somebody at once, keeps the name, and lets nobody in by old links or passwords', async () => {
  const { office, administrator, planner: client, id } = await withPlanner();
  await client.ok(readSession, {});
  expect(await administrator.ok(disablePerson, of(id, 1))).toMatchObject({ active: false, name: 'Noor Haddad' });
  expect((await client.ok(readSession, {})).person).toBeNull();
  await expect(enter(office, { email: planner.email, password: goodPassword })).rejects.toThrow(/422/);
  const link = { params: { person: id }, body: { removeSecondFactor: false } };
  expect(await administrator.refused(makeAccountLink, link)).toMatchObject({ status: 409 });
  expect(await administrator.ok(enablePerson, of(id, 2))).toMatchObject({ active: true });
  expect((await client.ok(readSession, {})).person).toBeNull();
  await enter(office, { email: planner.email, password: goodPassword });
});

it('keeps the last administrator in, counting only those who have been in', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const { people } = await client.ok(listPeople, {});
  const own = people[0]?.id ?? '';
  const viewer = { ...of(own, 1), body: { roles: ['viewer' as const] } };
  expect(await client.refused(disablePerson, of(own, 1))).toMatchObject({ status: 409 });
  expect(await client.refused(changePerson, viewer)).toMatchObject({
    ...{ status: 409, detail: expect.stringContaining('the last administrator') },
  });
  const { token, person } = await invited(client, { ...planner, roles: ['administrator'] });
  expect(await client.refused(changePerson, viewer)).toMatchObject({ status: 409 });
  const second = await accept(office, { token });
  expect(await client.ok(changePerson, viewer)).toMatchObject({ roles: ['viewer'] });
  expect(await client.refused(listPeople, {})).toMatchObject({ status: 403 });
  expect(await entryOf(second.client, person.id)).toMatchObject({ lastAdministrator: true });
});

it('cannot be turned against oneself', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const { token } = await invited(client, { ...planner, roles: ['administrator'] });
  await accept(office, { token });
  const own = (await client.ok(listPeople, {})).people[0]?.id ?? '';
  expect(await client.refused(disablePerson, of(own, 1))).toMatchObject({
    detail: expect.stringContaining('your own'),
  });
});

it('asks administrators who they are, some time after they signed in', async () => {
  const { office, administrator, id } = await withPlanner();
  office.clock.forward({ hours: 0.3 });
  for (const endpoint of [disablePerson, enablePerson]) {
    expect(await administrator.refused(endpoint, of(id, 1))).toMatchObject({ status: 403, code: 'proof_needed' });
  }
  const body = { ...planner, roles: ['planner' as const] };
  expect(await administrator.refused(invitePerson, { body })).toMatchObject({ code: 'proof_needed' });
  await administrator.ok(listPeople, {});
});

it('shows a planner neither the list nor a way to change it', async () => {
  const { planner: client, id } = await withPlanner();
  expect(await client.refused(listPeople, {})).toMatchObject({ detail: 'Only administrators may manage people.' });
  expect(await client.refused(disablePerson, of(id, 1))).toMatchObject({ status: 403, code: 'not_allowed' });
});

it('counts nobody of the evaluation as an administrator once it is over', async () => {
  const office = await openOffice();
  await office.change(`insert into people (id, name, title, persona, position, active, illustrative, version, created_at)
    values ('administrator', 'Sam Trudeau', '', 'administrator', 1, 1, 1, 1, '2026-01-15T15:00:00.000Z')`);
  await office.change("insert into person_roles (person_id, role) values ('administrator', 'administrator')");
  const { client } = await setUp(office);
  const { people } = await client.ok(listPeople, {});
  expect(people.map(({ name, entered }) => [name, entered])).toEqual([
    ['Sam Trudeau', true],
    ['Ada Okafor', true],
  ]);
});
