import {
  changePassword,
  confirmSecondFactor,
  makeRecoveryCodes,
  readOwnAccount,
  readSession,
  removeSecondFactor,
  startSecondFactor,
} from '@fbs/contract';
import { expect, it } from 'vitest';
import { codeNow, enter, firstAdministrator, goodPassword, setUp } from '../../testing/accounts.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices({ mode: 'production' });
const { email } = firstAdministrator;
const another = 'seven quiet otters by the pond';

it('changes the password with the present one, and signs other browsers out', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const other = await enter(office, { email, password: goodPassword });
  const change = (body: { current: string; password: string }) => client.refused(changePassword, { body });
  expect((await change({ current: 'wrong', password: another })).errors?.[0]?.pointer).toBe('/current');
  expect((await change({ current: goodPassword, password: 'too short' })).errors?.[0]?.pointer).toBe('/password');
  const account = await client.ok(changePassword, { body: { current: goodPassword, password: another } });
  expect(account.password).toEqual({ changedAt: office.clock.now() });
  expect((await client.ok(readSession, {})).person).not.toBeNull();
  expect((await other.ok(readSession, {})).person).toBeNull();
  await enter(office, { email, password: another });
});

it('slows down who guesses the present password', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const statuses = [];
  for (let count = 0; count < 6; count += 1) {
    statuses.push((await client.send(changePassword, { body: { current: 'wrong', password: another } })).status);
  }
  expect(statuses).toEqual([422, 422, 422, 422, 422, 429]);
});

it('sets a second factor up with a first code, renews recovery codes, and removes it with password and code', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  const { secret } = await client.ok(startSecondFactor, {});
  expect((await client.ok(readOwnAccount, {})).secondFactor).toBeNull();
  const other = await enter(office, { email, password: goodPassword });
  expect(await client.refused(confirmSecondFactor, { body: { code: '12345' } })).toMatchObject({ status: 422 });
  expect((await other.ok(readSession, {})).person).not.toBeNull();
  const first = await client.ok(confirmSecondFactor, { body: { code: codeNow(secret, office) } });
  expect(first.recoveryCodes).toHaveLength(10);
  expect((await other.ok(readSession, {})).person).toBeNull();
  expect(await client.refused(startSecondFactor, {})).toMatchObject({ status: 409 });
  expect(await client.refused(confirmSecondFactor, { body: { code: '123456' } })).toMatchObject({ status: 409 });
  const [old = ''] = first.recoveryCodes;
  await enter(office, { email, password: goodPassword, code: old });
  expect((await client.ok(readOwnAccount, {})).secondFactor).toMatchObject({ recoveryCodesLeft: 9 });
  const { recoveryCodes } = await client.ok(makeRecoveryCodes, {});
  const third = await enter(office, { email, password: goodPassword, code: recoveryCodes[0] ?? '' });
  const body = { password: goodPassword, code: first.recoveryCodes[1] ?? '' };
  expect(await client.refused(removeSecondFactor, { body })).toMatchObject({ status: 422 });
  const account = await client.ok(removeSecondFactor, { body: { ...body, code: codeNow(secret, office, 1) } });
  expect(account.secondFactor).toBeNull();
  expect((await third.ok(readSession, {})).person).toBeNull();
  expect((await client.ok(readSession, {})).person).not.toBeNull();
  await enter(office, { email, password: goodPassword });
});

it('keeps the second factor of a password too short to stand alone', async () => {
  const office = await openOffice();
  const { client, secret } = await setUp(office, { withApp: true });
  const short = 'xKq9vTz2LmR4';
  await client.ok(changePassword, { body: { current: goodPassword, password: short } });
  const body = { password: short, code: codeNow(secret ?? '', office, 1) };
  expect((await client.refused(removeSecondFactor, { body })).detail).toContain('at least 15 characters');
  expect((await client.ok(readOwnAccount, {})).secondFactor).not.toBeNull();
});

it('asks who it is before a second factor is touched, some time after signing in', async () => {
  const office = await openOffice();
  const { client } = await setUp(office);
  office.clock.forward({ hours: 0.3 });
  expect(await client.refused(startSecondFactor, {})).toMatchObject({ status: 403, code: 'proof_needed' });
  expect(await client.refused(makeRecoveryCodes, {})).toMatchObject({ code: 'proof_needed' });
});
