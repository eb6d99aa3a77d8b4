import { readSession, signInWithPassword } from '@fbs/contract';
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
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices({ mode: 'production' });
const { email } = firstAdministrator;
const seconds = (count: number) => ({ hours: count / 3600 });

it('lets somebody in with e-mail and password, however the address is written', async () => {
  const office = await openOffice();
  await setUp(office);
  const client = await enter(office, { email: ' Ada.Okafor@Example.GOV', password: goodPassword });
  expect((await client.ok(readSession, {})).person).toMatchObject({ name: 'Ada Okafor', roles: ['administrator'] });
});

it('gives no hint whether an account exists', async () => {
  const office = await openOffice();
  const administrator = await setUp(office);
  await invited(administrator.client);
  const refusals = [];
  for (const each of [email, 'nobody@example.gov', planner.email, 'no address at all']) {
    refusals.push(await office.nobody.refused(signInWithPassword, { body: { email: each, password: 'wrong' } }));
  }
  expect(refusals[0]).toMatchObject({ status: 422, detail: expect.stringContaining('is not right') });
  for (const refusal of refusals) expect(refusal).toEqual(refusals[0]);
  // and both take the same steps: the same rows are written for each
  const failed = await office.rows<{ n: number }>(
    `select count(*) as n from audit_entries where action = 'failed to sign in' group by subject_id order by n`,
  );
  expect(failed.map(({ n }) => n)).toEqual([1, 1, 2]);
  expect(JSON.stringify(await office.rows('select * from audit_entries'))).not.toContain('nobody@example.gov');
});

it('slows down after five failures, longer each time, for accounts that exist and others alike', async () => {
  const office = await openOffice();
  await setUp(office);
  for (const each of [email, 'nobody@example.gov']) {
    const attempt = (password: string) => office.nobody.send(signInWithPassword, { body: { email: each, password } });
    for (let count = 0; count < 5; count += 1) expect((await attempt('wrong')).status).toBe(422);
    const slowed = await attempt(goodPassword);
    expect(slowed).toMatchObject({ status: 429, headers: { 'retry-after': '5' } });
    expect(slowed.text).toContain('wait 5 seconds');
    office.clock.forward(seconds(5));
    expect((await attempt('wrong')).status).toBe(422);
    expect((await attempt('wrong')).headers['retry-after']).toBe('10');
    office.clock.forward(seconds(10));
  }
  await enter(office, { email, password: goodPassword });
  expect((await office.nobody.send(signInWithPassword, { body: { email, password: 'wrong' } })).status).toBe(422);
});

it('lets no more through when many guess at once', async () => {
  const office = await openOffice();
  await setUp(office);
  const body = { email, password: 'wrong' };
  const replies = await Promise.all(Array.from({ length: 12 }, () => office.nobody.send(signInWithPassword, { body })));
  expect(replies.filter(({ status }) => status === 422)).toHaveLength(5);
  expect(replies.filter(({ status }) => status === 429)).toHaveLength(7);
});

it('slows an address down that tries many accounts', async () => {
  const office = await openOffice();
  await setUp(office);
  const statuses = [];
  for (let count = 0; count < 31; count += 1) {
    const body = { email: `person-${count}@example.gov`, password: 'wrong' };
    statuses.push((await office.nobody.send(signInWithPassword, { body })).status);
  }
  expect(statuses.slice(0, 30).every((status) => status === 422)).toBe(true);
  expect(statuses[30]).toBe(429);
  office.clock.forward(seconds(5));
  await enter(office, { email, password: goodPassword });
});

it('takes the addresses of one IPv6 network for one, and eases after somebody came in', async () => {
  const office = await openOffice();
  await setUp(office);
  const attempt = (remoteAddress: string, body: object) =>
    office.app.inject({ method: 'POST', url: '/api/session/password', remoteAddress, payload: body });
  const guess = (count: number) => ({ email: `person-${count}@example.gov`, password: 'wrong' });
  for (let count = 0; count < 30; count += 1) await attempt(`2001:db8::${count}`, guess(count));
  expect((await attempt('2001:db8:0:0:ffff::1', guess(30))).statusCode).toBe(429);
  expect((await attempt('2001:db8:0:1::1', guess(30))).statusCode).toBe(422);
  office.clock.forward(seconds(5));
  expect((await attempt('2001:db8::7', { email, password: goodPassword })).statusCode).toBe(200);
  for (let count = 0; count < 15; count += 1) {
    expect((await attempt(`2001:db8::${count}`, guess(count + 40))).statusCode).toBe(422);
  }
  expect((await attempt('2001:db8::7', guess(60))).statusCode).toBe(429);
});

it('asks for a code after the password where a second factor stands, and takes each code once', async () => {
  const office = await openOffice();
  const { secret } = await setUp(office, { withApp: true });
  office.clock.forward(seconds(60));
  const first = await office.nobody.send(signInWithPassword, { body: { email, password: goodPassword } });
  expect(JSON.parse(first.text)).toEqual({ outcome: 'code_needed', path: null });
  expect(first.headers['set-cookie']).toBeUndefined();
  const code = codeNow(secret ?? '', office);
  const wrong = { email, password: goodPassword, code: code === '000000' ? '000001' : '000000' };
  expect(await office.nobody.refused(signInWithPassword, { body: wrong })).toMatchObject({ status: 422 });
  await enter(office, { email, password: goodPassword, code });
  expect(await office.nobody.refused(signInWithPassword, { body: { ...wrong, code } })).toMatchObject({ status: 422 });
  office.clock.forward(seconds(30));
  await enter(office, { email, password: goodPassword, code: codeNow(secret ?? '', office) });
});

it('takes a recovery code instead, once, however it was typed', async () => {
  const office = await openOffice();
  const { recoveryCodes } = await setUp(office, { withApp: true });
  expect(recoveryCodes).toHaveLength(10);
  const [code = ''] = recoveryCodes;
  const body = { email, password: goodPassword, code: code.toLowerCase().replaceAll('-', ' ') };
  await enter(office, body);
  expect(await office.nobody.refused(signInWithPassword, { body })).toMatchObject({ status: 422 });
  expect(await office.rows(`select action from audit_entries where action like '%recovery%'`)).toHaveLength(1);
});

it('writes no password, key, code or link into the records as it was', async () => {
  const office = await openOffice();
  const { recoveryCodes, client } = await setUp(office, { withApp: true });
  const { token } = await invited(client);
  await accept(office, { token });
  await office.nobody.send(signInWithPassword, { body: { email: 'typed-by-mistake', password: 'my secret typed' } });
  const tables = await office.rows<{ name: string }>("select name from sqlite_master where type = 'table'");
  const rows = await Promise.all(tables.map(({ name }) => office.rows(`select * from "${name}"`)));
  const everything = JSON.stringify(rows);
  for (const text of [goodPassword, 'my secret typed', 'typed-by-mistake', token, ...recoveryCodes]) {
    expect(everything).not.toContain(text);
  }
  const [{ secret = '' } = {}] = await office.rows<{ secret: string }>('select secret from second_factors');
  expect(secret).not.toBe('');
  expect(JSON.stringify(await office.rows('select * from audit_entries'))).not.toContain(secret);
});

it('leads whoever lacks a second factor that is required to set one up, instead of in', async () => {
  const office = await openOffice({ accounts: { local: true, invitationDays: 7, secondFactorRequired: true } });
  await setUp(office, { withApp: true });
  await office.change('delete from second_factors');
  const reply = await office.nobody.send(signInWithPassword, { body: { email, password: goodPassword } });
  expect(reply.headers['set-cookie']).toBeUndefined();
  const { outcome, path } = JSON.parse(reply.text) as { outcome: string; path: string };
  expect(outcome).toBe('second_factor_needed');
  const { client } = await accept(office, { token: tokenOf(path) }, { withApp: true });
  expect((await client.ok(readSession, {})).person).toMatchObject({ name: 'Ada Okafor' });
});

it('lets nobody in by password where passwords are switched off', async () => {
  const office = await openOffice({ accounts: { local: false, invitationDays: 7, secondFactorRequired: false } });
  const body = { email, password: goodPassword };
  expect(await office.nobody.refused(signInWithPassword, { body })).toMatchObject({
    ...{ status: 403, detail: 'Passwords are switched off here: sign in with single sign-on.' },
  });
});
