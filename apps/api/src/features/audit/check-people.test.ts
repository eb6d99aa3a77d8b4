import {
  changePassword,
  changePerson,
  confirmSecondFactor,
  disablePerson,
  makeAccountLink,
  removeSecondFactor,
  signInWithPassword,
  startSecondFactor,
  verifyAudit,
} from '@fbs/contract';
import { expect, it } from 'vitest';
import {
  accept,
  codeNow,
  enter,
  firstAdministrator,
  goodPassword,
  invited,
  planner,
  setUp,
  tokenOf,
} from '../../testing/accounts.ts';
import type { Client } from '../../testing/client.ts';
import { type Office, useOffices } from '../../testing/offices.ts';

const openOffice = useOffices({ mode: 'production' });
const openEvaluation = useOffices();

const peopleCheck = async (administrator: Client) => {
  const { checks } = await administrator.ok(verifyAudit, {});
  return checks.find(({ name }) => name === 'People') ?? { checked: 0, findings: ['there is no such check'] };
};

const withPlanner = async (options = { withApp: false }) => {
  const office = await openOffice();
  const { client: administrator } = await setUp(office, options);
  const { person, token } = await invited(administrator);
  const { client } = await accept(office, { token });
  return { office, administrator, client, id: person.id };
};

const of = (person: string, version: number) => ({
  params: { person },
  headers: { 'if-match': `"${version}"` },
});

/** Everything that the product itself does to an account. */
const live = async (): Promise<{ office: Office; administrator: Client; id: string }> => {
  const { office, administrator, client, id } = await withPlanner({ withApp: true });
  const other = 'nine violet bridges under a kettle';
  await client.ok(changePassword, { body: { current: goodPassword, password: other } });
  const { secret } = await client.ok(startSecondFactor, {});
  await client.ok(confirmSecondFactor, { body: { code: codeNow(secret, office) } });
  await client.ok(removeSecondFactor, { body: { password: other, code: codeNow(secret, office, 1) } });
  await administrator.ok(changePerson, { ...of(id, 1), body: { section: 'IP', roles: ['reviewer', 'contributor'] } });
  const link = await administrator.ok(makeAccountLink, { params: { person: id }, body: { removeSecondFactor: true } });
  await accept(office, { token: tokenOf(link.link.path) }, { withApp: true });
  const second = await invited(administrator, { ...planner, email: 'jo.reyes@example.gov', name: 'Jo Reyes' });
  await administrator.ok(disablePerson, of(second.person.id, 1));
  return { office, administrator, id };
};

it('finds people as the trail says, whatever the product did to them', async () => {
  const { administrator } = await live();
  expect(await peopleCheck(administrator)).toMatchObject({ checked: 4, findings: [] });
});

it('finds the people of the evaluation as they came', async () => {
  const office = await openEvaluation();
  expect(await peopleCheck(await office.signIn('administrator'))).toMatchObject({ findings: [] });
  await office.change("update people set section = 'RPA' where id = 'planner'");
  expect((await peopleCheck(await office.signIn('administrator'))).findings).toEqual([
    'The section of Dana Whitfield is “RPA”, by the trail “RMP”: it was changed past the product.',
  ]);
});

it('knows the link that a sign-in leads to where a second factor is required', async () => {
  const office = await openOffice({ accounts: { local: true, invitationDays: 7, secondFactorRequired: true } });
  await setUp(office, { withApp: true });
  await office.change('delete from second_factors');
  const body = { email: firstAdministrator.email, password: goodPassword };
  const reply = await office.nobody.send(signInWithPassword, { body });
  const { path } = JSON.parse(reply.text) as { path: string };
  const { client } = await accept(office, { token: tokenOf(path) }, { withApp: true });
  expect(await peopleCheck(client)).toMatchObject({ findings: [] });
});

const person = "(select id from people where name = 'Noor Haddad')";
const jo = "(select id from people where name = 'Jo Reyes')";

it.each([
  [
    'made administrator',
    `insert into person_roles (person_id, role) values (${person}, 'administrator')`,
    'The roles of Noor Haddad are administrator, contributor, reviewer, by the trail contributor, reviewer',
  ],
  [
    'taken a role from',
    `delete from person_roles where person_id = ${person} and role = 'reviewer'`,
    'The roles of Noor Haddad are contributor, by the trail contributor, reviewer',
  ],
  [
    'moved to another section',
    "update people set section = 'RPA' where name = 'Noor Haddad'",
    'The section of Noor Haddad is “RPA”, by the trail “IP”',
  ],
  [
    'enabled again',
    "update people set active = 1 where name = 'Jo Reyes'",
    'The account of Jo Reyes is enabled, by the trail disabled',
  ],
  [
    'given another address',
    "update people set email = 'x@example.gov' where name = 'Noor Haddad'",
    'The e-mail address of Noor Haddad is “x@example.gov”, by the trail “noor.haddad@example.gov”',
  ],
  [
    'renamed',
    "update people set name = 'Ada Okafor' where name = 'Noor Haddad'",
    'The name of Ada Okafor is “Ada Okafor”, by the trail “Noor Haddad”',
  ],
  [
    'put in',
    `insert into people (id, name, title, position, active, illustrative, version, created_at)
      values ('x', 'Max Muster', '', 9, 1, 0, 1, '2026-01-15T15:00:00.000Z')`,
    'Max Muster was put among the people past the product',
  ],
  [
    'given the password of somebody else',
    `update credentials set hash = (select hash from credentials where person_id <> ${person} limit 1)
      where person_id = ${person}`,
    'The password of Noor Haddad was set past the product',
  ],
  [
    'given a password',
    `insert into credentials select ${jo}, hash, changed_at from credentials where person_id = ${person}`,
    'The password of Jo Reyes was set past the product',
  ],
  [
    'freed of the second factor',
    `delete from second_factors where person_id = ${person}`,
    'The second factor of Noor Haddad was taken away past the product',
  ],
  [
    'given another second factor',
    `update second_factors set secret = 'MZXW6YTBOI' where person_id = ${person}`,
    'The second factor of Noor Haddad was changed past the product',
  ],
  [
    'linked to single sign-on',
    `insert into person_identities (issuer, subject, person_id, created_at) values ('https://id', 's', ${person}, 'x')`,
    'Noor Haddad was linked to “https://id s” of single sign-on past the product',
  ],
  [
    'signed in',
    `insert into sessions (id, token_hash, person_id, created_at, expires_at)
      values ('x', 'x', ${person}, '2026-01-15T15:00:00.000Z', '2099-01-01T00:00:00.000Z')`,
    'A session of Noor Haddad was begun past the product',
  ],
])('names somebody who was %s by hand', async (_what, sql, sentence) => {
  const { office, administrator } = await live();
  await office.change(sql);
  const { findings } = await peopleCheck(administrator);
  expect(findings).toEqual([expect.stringContaining(sentence)]);
});

it('still names a role that was taken by hand once the product has changed the person since', async () => {
  const { office, administrator, id } = await withPlanner();
  await office.change(`insert into person_roles (person_id, role) values ('${id}', 'administrator')`);
  await administrator.ok(changePerson, { ...of(id, 1), body: { title: 'Budget officer' } });
  expect((await peopleCheck(administrator)).findings).toEqual([
    expect.stringMatching(/^The roles of Noor Haddad were administrator, planner before entry \d+ of .*, by the trail/),
  ]);
});

it('names somebody who came in by a link that was put in by hand', async () => {
  const { office, administrator, id } = await withPlanner();
  const { token } = await invited(administrator, { ...planner, email: 'jo.reyes@example.gov', name: 'Jo Reyes' });
  await office.change(`update account_links set person_id = '${id}' where ended_at is null`);
  await accept(office, { token });
  const { findings } = await peopleCheck(administrator);
  expect(findings).toEqual([
    expect.stringMatching(/^The password of Noor Haddad was set in entry \d+ by a link that nobody made/),
  ]);
  await enter(office, { email: planner.email, password: goodPassword });
});
