import { acceptAccountLink, invitePerson, listPeople, makeAccountLink, readAccountLink } from '@fbs/contract';
import { expect, it } from 'vitest';
import { goodPassword, planner } from '../../testing/accounts.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const accounts = { local: false, invitationDays: 7, secondFactorRequired: false };

it('makes and opens no links where single sign-on alone lets people in, and says so', async () => {
  const office = await openOffice({ accounts });
  const administrator = await office.signIn('administrator');
  expect((await administrator.ok(listPeople, {})).passwords).toBe(false);
  const refusals = [
    await administrator.refused(makeAccountLink, { params: { person: 'viewer' }, body: { removeSecondFactor: false } }),
    await office.nobody.refused(readAccountLink, { body: { token: 'any' } }),
    await office.nobody.refused(acceptAccountLink, { body: { token: 'any', password: goodPassword } }),
  ];
  for (const refusal of refusals) {
    expect(refusal).toMatchObject({ status: 403, detail: expect.stringContaining('sign in with single sign-on') });
  }
  const added = await administrator.ok(invitePerson, { body: { ...planner, roles: ['planner'] } });
  expect(added).toMatchObject({ link: null, person: { name: planner.name, active: true, entered: false } });
  expect(await office.rows('select * from account_links')).toEqual([]);
});

it('lets the people of the evaluation be looked after, but for a link to somebody without an address', async () => {
  const office = await openOffice();
  const administrator = await office.signIn('administrator');
  const { people } = await administrator.ok(listPeople, {});
  expect(people.map(({ id, entered, lastAdministrator }) => [id, entered, lastAdministrator])).toContainEqual([
    ...['administrator', true, true],
  ]);
  expect(people.map(({ name }) => name)).not.toContain('Published record');
  const link = { params: { person: 'viewer' }, body: { removeSecondFactor: false } };
  expect(await administrator.refused(makeAccountLink, link)).toMatchObject({ status: 409 });
});
