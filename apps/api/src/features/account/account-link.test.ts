import { acceptAccountLink, invitePerson, makeAccountLink, readAccountLink, readSession } from '@fbs/contract';
import { expect, it } from 'vitest';
import { letIn } from '../../accounts/let-in.ts';
import {
  accept,
  codeNow,
  enter,
  entryOf,
  firstAdministrator,
  goodPassword,
  invited,
  planner,
  setUp,
  setUpToken,
  tokenOf,
} from '../../testing/accounts.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices({ mode: 'production' });
const person = firstAdministrator;
const password = goodPassword;

it('sets the service up with a link that works once, for thirty minutes, while there is no administrator', async () => {
  const office = await openOffice();
  const [earlier = '', token = ''] = [await setUpToken(office), await setUpToken(office)] as string[];
  const read = (text: string) => office.nobody.refused(readAccountLink, { body: { token: text } });
  expect(await read(earlier)).toMatchObject({
    status: 422,
    detail: expect.stringContaining('replaced by a newer one'),
  });
  expect(await read('made-up')).toMatchObject({ status: 422, detail: expect.stringContaining('not known') });
  office.clock.forward({ hours: 0.5 });
  expect(await read(token)).toMatchObject({ detail: expect.stringContaining('Start the service again') });
  const fresh = (await setUpToken(office)) ?? '';
  const { client } = await accept(office, { token: fresh, person });
  expect((await client.ok(readSession, {})).person).toMatchObject({ roles: ['administrator'] });
  expect(await read(fresh)).toMatchObject({ status: 422 });
  expect(await setUpToken(office)).toBeNull();
});

it('closes the way of the console once an administrator came in otherwise', async () => {
  const office = await openOffice();
  const token = (await setUpToken(office)) ?? '';
  await office.change(`insert into people (id, name, title, position, active, illustrative, version, created_at)
    values ('sso', 'Sam Reyes', '', 1, 1, 0, 1, '2026-01-15T15:00:00.000Z')`);
  await office.change("insert into person_roles (person_id, role) values ('sso', 'administrator')");
  expect((await office.nobody.send(readAccountLink, { body: { token } })).status).toBe(200);
  await office.change(`insert into sessions (id, token_hash, person_id, created_at, expires_at)
    values ('s', 'h', 'sso', '2026-01-15T15:00:00.000Z', '2026-01-15T16:00:00.000Z')`);
  expect(await office.nobody.refused(acceptAccountLink, { body: { token, password, person } })).toMatchObject({
    ...{ status: 422, detail: 'There is an administrator already: ask for an invitation.' },
  });
  expect(await setUpToken(office)).toBeNull();
});

it('makes one administrator where two use the set-up link at once', async () => {
  const office = await openOffice();
  const token = (await setUpToken(office)) ?? '';
  const replies = await Promise.all(
    ['a', 'b', 'c'].map((name) =>
      office.nobody.send(acceptAccountLink, {
        body: { token, password, person: { ...person, email: `${name}@example.gov` } },
      }),
    ),
  );
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 422, 422]);
  expect(await office.rows('select * from person_roles')).toHaveLength(1);
});

it.each([
  ['a name', { person: { ...person, name: ' ' } }, '/person/name'],
  ['an address', { person: { ...person, email: 'ada' } }, '/person/email'],
  ['anything about the person', {}, '/person/name'],
  ['a long password', { person, password: 'xKq9vTz2LmR4' }, '/password'],
  ['a password of one’s own making', { person, password: 'Ada.Okafor@example.gov' }, '/password'],
  ['a right code', { person, code: '000000' }, '/code'],
])('sets nothing up without %s', async (_what, change, pointer) => {
  const office = await openOffice();
  const token = (await setUpToken(office)) ?? '';
  const refusal = await office.nobody.refused(acceptAccountLink, { body: { token, password, ...change } });
  expect(refusal).toMatchObject({ status: 422, code: 'invalid' });
  expect(refusal.errors?.map((each) => each.pointer)).toContain(pointer);
  expect(await office.rows('select * from credentials')).toEqual([]);
});

it('lets an invited person set a shorter password beside an app', async () => {
  const office = await openOffice();
  const administrator = await setUp(office);
  const { token } = await invited(administrator.client);
  const { client, recoveryCodes, secret } = await accept(
    office,
    { token, password: 'xKq9vTz2LmR4' },
    { withApp: true },
  );
  expect(recoveryCodes).toHaveLength(10);
  expect((await client.ok(readSession, {})).person).toMatchObject({ name: 'Noor Haddad', roles: ['planner'] });
  office.clock.forward({ hours: 1 });
  await enter(office, { email: planner.email, password: 'xKq9vTz2LmR4', code: codeNow(secret ?? '', office) });
});

it('ends an invitation after its days, and with the next one', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const first = await invited(client);
  const { link } = await client.ok(makeAccountLink, {
    ...{ params: { person: first.person.id }, body: { removeSecondFactor: false } },
  });
  const read = (token: string) => office.nobody.send(readAccountLink, { body: { token } });
  expect((await read(first.token)).status).toBe(422);
  expect((await read(tokenOf(link.path))).status).toBe(200);
  office.clock.forward({ hours: 7 * 24 });
  expect((await read(tokenOf(link.path))).text).toContain('expired');
});

it('demands a second factor where the setting does', async () => {
  const office = await openOffice({ accounts: { local: true, invitationDays: 7, secondFactorRequired: true } });
  const token = (await setUpToken(office)) ?? '';
  expect(await office.nobody.ok(readAccountLink, { body: { token } })).toMatchObject({ secondFactor: 'required' });
  const refusal = await office.nobody.refused(acceptAccountLink, { body: { token, password, person } });
  expect(refusal.errors?.[0]?.pointer).toBe('/code');
  await accept(office, { token, person }, { withApp: true });
});

it('a new link sets a new password, ends every session, and does not get around the second factor', async () => {
  const office = await openOffice();
  const administrator = await setUp(office);
  const { token, person: invitee } = await invited(administrator.client);
  const { client, secret } = await accept(office, { token }, { withApp: true });
  office.clock.forward({ hours: 0.1 });
  const made = await administrator.client.ok(makeAccountLink, {
    ...{ params: { person: invitee.id }, body: { removeSecondFactor: false } },
  });
  expect(made.person).toMatchObject({ secondFactor: true, link: { kind: 'password_reset' } });
  const fresh = { token: tokenOf(made.link.path), password: 'seven quiet otters by the pond' };
  expect(await office.nobody.ok(readAccountLink, { body: { token: fresh.token } })).toMatchObject({
    ...{ secondFactor: 'stands', key: null, name: 'Noor Haddad' },
  });
  for (const code of [undefined, '000000']) {
    const body = code === undefined ? fresh : { ...fresh, code };
    expect(await office.nobody.refused(acceptAccountLink, { body })).toMatchObject({ status: 422 });
  }
  expect((await client.ok(readSession, {})).person).not.toBeNull();
  await accept(office, { ...fresh, code: codeNow(secret ?? '', office) });
  expect((await client.ok(readSession, {})).person).toBeNull();
  expect(await entryOf(administrator.client, invitee.id)).toMatchObject({ secondFactor: true, link: null });
});

it('slows down who guesses codes with a link', async () => {
  const office = await openOffice();
  const administrator = await setUp(office);
  const { token, person: invitee } = await invited(administrator.client);
  await accept(office, { token }, { withApp: true });
  const made = await administrator.client.ok(makeAccountLink, {
    ...{ params: { person: invitee.id }, body: { removeSecondFactor: false } },
  });
  const body = { token: tokenOf(made.link.path), password, code: '000000' };
  const statuses = [];
  for (let count = 0; count < 6; count += 1)
    statuses.push((await office.nobody.send(acceptAccountLink, { body })).status);
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});

it('an administrator can take a lost second factor away', async () => {
  const office = await openOffice();
  const administrator = await setUp(office);
  const { token, person: invitee } = await invited(administrator.client);
  await accept(office, { token }, { withApp: true });
  const made = await administrator.client.ok(makeAccountLink, {
    ...{ params: { person: invitee.id }, body: { removeSecondFactor: true } },
  });
  expect(made.person.secondFactor).toBe(false);
  await accept(office, { token: tokenOf(made.link.path) });
  await enter(office, { email: planner.email, password });
});

it('mails a link where a mail server and the address of the service are set', async () => {
  const sent: { to: string; text: string }[] = [];
  const mailer = { send: async (mail: { to: string; text: string }) => void sent.push(mail), close: () => {} };
  const office = await openOffice({ mailer, publicUrl: 'http://fbs.example.gov' });
  const { client } = await setUp(office);
  const { link } = await client.ok(invitePerson, { body: { ...planner, roles: ['planner'] } });
  expect(link?.mailed).toBe('sent');
  expect(sent).toMatchObject([
    { to: planner.email, text: expect.stringContaining(`http://fbs.example.gov${link?.path}`) },
  ]);
});

it('keeps the invitation where the letter does not leave', async () => {
  const mailer = { send: () => Promise.reject(new Error('no route')), close: () => {} };
  const office = await openOffice({ mailer, publicUrl: 'http://fbs.example.gov' });
  const { client } = await setUp(office);
  const { link } = await client.ok(invitePerson, { body: { ...planner, roles: ['planner'] } });
  expect(link?.mailed).toBe('failed');
  await accept(office, { token: tokenOf(link?.path ?? '') });
});

it('lets whoever runs the service let somebody in who lost password and second factor', async () => {
  const office = await openOffice();
  const { client } = await setUp(office, { withApp: true });
  const accounts = { local: true, invitationDays: 7, secondFactorRequired: false };
  const console = { accounts, database: office.database, clock: office.clock.now };
  const ask = (email: string) => letIn(console, { email, removeSecondFactor: true });
  await expect(ask('nobody@example.gov')).rejects.toThrow('Nobody has an account with the address nobody@example.gov.');
  const path = await ask('Ada.Okafor@example.gov');
  await accept(office, { token: tokenOf(path), password: 'seven quiet otters by the pond' });
  await enter(office, { email: person.email, password: 'seven quiet otters by the pond' });
  expect((await client.ok(readSession, {})).person).toBeNull();
  const told = "select action from audit_entries where action like '%at the console'";
  expect(await office.rows(told)).toHaveLength(1);
});
