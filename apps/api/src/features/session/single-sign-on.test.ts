import { beginSingleSignOn, listSessions, readPlan, readSession, signOffReview, signOut } from '@fbs/contract';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, clientOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import {
  clientId,
  type KnownPerson,
  startIdentityProvider,
  type TestProvider,
} from '../../testing/identity-provider.ts';
import { type Office, useOffices } from '../../testing/offices.ts';

const site = 'http://127.0.0.1:4999';
const openOffice = useOffices({ mode: 'production' });
const plan = { params: { strategy } };

let provider: TestProvider;
beforeAll(async () => {
  provider = await startIdentityProvider(site);
});
afterAll(() => provider.close());

const open = (settings = {}) =>
  openOffice({ publicUrl: site, singleSignOn: provider.settings, now: new Date().toISOString(), ...settings });

const known = (id: string, person: KnownPerson): string => {
  provider.people.set(id, person);
  return id;
};

type Reply = Awaited<ReturnType<Client['raw']>>;
const cookiesOf = (reply: Reply): string[] =>
  ([] as string[]).concat((reply.headers['set-cookie'] ?? []) as string | string[]);
const cookieNamed = (reply: Reply, name: string): string =>
  cookiesOf(reply)
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';
const pathOf = (address: string): string => address.slice(new URL(address).origin.length);

/** Begins at the service: where it leads, and what the browser carries. */
const begin = async (office: Office, client: Client = office.nobody, querystring = {}) => {
  const reply = await client.send(beginSingleSignOn, { querystring });
  expect(reply.status).toBe(302);
  return { to: String(reply.headers.location), carried: cookieNamed(reply, 'fbs_sign_in'), reply };
};

/** Comes back to the service from the provider. */
const comeBack = (office: Office, address: string, carried: string) =>
  clientOf(office.app, carried).raw({ method: 'GET', url: pathOf(address) });

/** The whole way of one browser. */
const arrive = async (office: Office, person: string, jar?: Map<string, string>) => {
  const { to, carried } = await begin(office);
  const back = await provider.signIn(to, person, jar);
  const reply = await comeBack(office, back, carried);
  return { reply, client: clientOf(office.app, cookieNamed(reply, 'fbs_session')) };
};

const refusals = (office: Office) =>
  office.rows<{ after: string }>("select after from audit_entries where action = 'was refused at single sign-on'");

it('lets somebody in whose groups have a role, makes them known, and tells what was done', async () => {
  const office = await open();
  known('lea', { name: 'Lea Ortiz', email: 'Lea@example.gov', email_verified: true, groups: ['fbs-plan', 'fbs-rmp'] });
  const { reply, client } = await arrive(office, 'lea');
  expect(reply.headers.location).toBe('/my-work');
  expect(cookiesOf(reply).join('\n')).toMatch(/fbs_session=[\w-]{43};.*SameSite=Strict/);
  expect(await client.ok(readSession, {})).toMatchObject({
    person: { name: 'Lea Ortiz', roles: ['planner'], section: 'RMP', method: 'single_sign_on' },
    signIn: { password: true, singleSignOn: 'Office account' },
  });
  expect((await client.ok(listSessions, {})).sessions).toMatchObject([{ method: 'single_sign_on' }]);
  const trail = await office.rows<{ action: string }>('select action from audit_entries order by id desc limit 2');
  expect(trail.map(({ action }) => action)).toEqual(['signed in', 'was added by single sign-on']);
});

it('keeps the name that a provider gives in one line that turns nothing around', async () => {
  const office = await open();
  known('lou', { name: 'Lou\r\nBcc: \u202eall', groups: ['fbs-plan', 'fbs-rmp'] });
  const { client } = await arrive(office, 'lou');
  expect(await client.ok(readSession, {})).toMatchObject({ person: { name: 'Lou Bcc: all' } });
});

it('asks the provider by code flow with PKCE, state and nonce, and keeps them from everybody', async () => {
  const office = await open();
  const { to, carried, reply } = await begin(office);
  const asked = Object.fromEntries(new URL(to).searchParams);
  expect(asked).toMatchObject({
    ...{ client_id: clientId, response_type: 'code', code_challenge_method: 'S256', scope: 'openid profile email' },
    ...{ redirect_uri: `${site}/api/session/single-sign-on/return` },
  });
  const line = cookiesOf(reply).join();
  expect(line).toMatch(/^fbs_sign_in=[\w-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
  for (const secret of ['state', 'nonce']) {
    expect(String(asked[secret]).length).toBeGreaterThanOrEqual(43);
    expect(Buffer.from(carried, 'base64url').toString('latin1')).not.toContain(asked[secret]);
  }
  expect((await begin(office)).to).not.toContain(asked.state);
});

it('knows a person again by issuer and subject, whatever became of the address and the name', async () => {
  const office = await open();
  known('ann', { name: 'Ann Able', email: 'ann@example.gov', email_verified: true, groups: ['everybody'] });
  const first = await (await arrive(office, 'ann')).client.ok(readSession, {});
  known('ann', { name: 'Ann Baker', email: 'baker@example.gov', email_verified: true, groups: ['everybody'] });
  const second = await (await arrive(office, 'ann')).client.ok(readSession, {});
  expect(second.person?.id).toBe(first.person?.id);
});

it('lets roles follow the groups at each sign-in', async () => {
  const office = await open();
  known('rob', { name: 'Rob', groups: ['fbs-plan', 'fbs-rmp'] });
  await arrive(office, 'rob');
  known('rob', { name: 'Rob', groups: ['everybody', 'fbs-leads'] });
  const { person } = await (await arrive(office, 'rob')).client.ok(readSession, {});
  expect(person).toMatchObject({ roles: ['reviewer', 'viewer'], section: null });
  known('rob', { name: 'Rob', groups: [] });
  const { reply, client } = await arrive(office, 'rob');
  expect(reply.headers.location).toBe('/sign-in?problem=no_role');
  expect(await client.refused(readPlan, plan)).toMatchObject({ status: 401 });
});

it('refuses whom no group gives a role, and writes down whom', async () => {
  const office = await open();
  known('sam', { name: 'Sam Stranger', groups: ['cooks'] });
  const { reply } = await arrive(office, 'sam');
  expect(reply.headers.location).toBe('/sign-in?problem=no_role');
  expect(cookieNamed(reply, 'fbs_session')).toBe('');
  expect(await office.rows("select id from people where name = 'Sam Stranger'")).toEqual([]);
  expect((await refusals(office))[0]?.after).toContain('Sam Stranger');
});

/** Somebody whom an administrator has invited, and who has not been in. */
const invite = (office: Office, id: string, email: string, active = 1) =>
  office.change(
    `insert into people (id, name, title, email, position, active, illustrative, version, created_at) values ('${id}', 'Invited ${id}', '', '${email}', 900, ${active}, 0, 1, '2026-01-01T00:00:00.000Z')`,
  );

it('links who was invited by a verified address, once, and nobody by one that is not verified', async () => {
  const office = await open();
  await invite(office, 'ida', 'ida@example.gov');
  known('ida-1', { name: 'Ida', email: 'ida@example.gov', email_verified: false, groups: ['fbs-plan'] });
  const unverified = await (await arrive(office, 'ida-1')).client.ok(readSession, {});
  expect(unverified.person?.id).not.toBe('ida');
  expect(await office.rows("select id from people where email = 'ida@example.gov'")).toEqual([{ id: 'ida' }]);
  known('ida-2', { name: 'Ida', email: 'IDA@example.gov', email_verified: true, groups: ['fbs-plan'] });
  expect((await (await arrive(office, 'ida-2')).client.ok(readSession, {})).person?.id).toBe('ida');
  known('ida-3', { name: 'Ida', email: 'ida@example.gov', email_verified: true, groups: ['fbs-admins'] });
  expect((await arrive(office, 'ida-3')).reply.headers.location).toBe('/sign-in?problem=taken');
});

it('leaves an account with a password to its password, for as long as passwords open anything', async () => {
  const office = await open();
  await invite(office, 'pat', 'pat@example.gov');
  await office.change("insert into credentials (person_id, hash, changed_at) values ('pat', 'x', '2026-01-01')");
  known('pat', { name: 'Pat', email: 'pat@example.gov', email_verified: true, groups: ['fbs-admins'] });
  expect((await arrive(office, 'pat')).reply.headers.location).toBe('/sign-in?problem=taken');
  const alone = await open({ accounts: { local: false, invitationDays: 7, secondFactorRequired: false } });
  await invite(alone, 'pat', 'pat@example.gov');
  await alone.change("insert into credentials (person_id, hash, changed_at) values ('pat', 'x', '2026-01-01')");
  const { person } = await (await arrive(alone, 'pat')).client.ok(readSession, {});
  expect(person).toMatchObject({ id: 'pat', roles: ['administrator'] });
});

it('keeps disabled people out, known or invited', async () => {
  const office = await open();
  known('dan', { name: 'Dan', groups: ['fbs-plan'] });
  await arrive(office, 'dan');
  await office.change("update people set active = 0 where name = 'Dan'");
  expect((await arrive(office, 'dan')).reply.headers.location).toBe('/sign-in?problem=disabled');
  await invite(office, 'eva', 'eva@example.gov', 0);
  known('eva', { name: 'Eva', email: 'eva@example.gov', email_verified: true, groups: ['fbs-plan'] });
  expect((await arrive(office, 'eva')).reply.headers.location).toBe('/sign-in?problem=disabled');
});

it('keeps the roles that administrators gave where no groups are asked for', async () => {
  const office = await open({ singleSignOn: { ...provider.settings, rules: null } });
  await invite(office, 'ola', 'ola@example.gov');
  await office.change("insert into person_roles (person_id, role) values ('ola', 'reviewer')");
  known('ola', { name: 'Ola', email: 'ola@example.gov', email_verified: true, groups: ['fbs-admins'] });
  expect((await (await arrive(office, 'ola')).client.ok(readSession, {})).person?.roles).toEqual(['reviewer']);
  known('new', { name: 'New', groups: ['fbs-admins'] });
  expect((await arrive(office, 'new')).reply.headers.location).toBe('/sign-in?problem=no_role');
});

/** A whole good answer of the provider, for somebody else to make a bad one of. */
const goodAnswer = async (office: Office) => {
  known('zoe', { name: 'Zoe', groups: ['fbs-plan'] });
  const { to, carried } = await begin(office);
  return { back: await provider.signIn(to, 'zoe'), carried };
};
const changed = (address: string, change: (query: URLSearchParams) => void): string => {
  const url = new URL(address);
  change(url.searchParams);
  return url.href;
};

it.each<[string, (back: string) => string]>([
  ['another state', (back) => changed(back, (query) => query.set('state', 'A'.repeat(43)))],
  ['no state', (back) => changed(back, (query) => query.delete('state'))],
  ['two states', (back) => changed(back, (query) => query.append('state', 'another'))],
  ['another code', (back) => changed(back, (query) => query.set('code', 'made-up'))],
  ['the name of another provider', (back) => changed(back, (query) => query.set('iss', 'http://localhost:1'))],
  ['no name of a provider, where this one always says it', (back) => changed(back, (query) => query.delete('iss'))],
])('refuses an answer with %s', async (_what, change) => {
  const office = await open();
  const { back, carried } = await goodAnswer(office);
  const reply = await comeBack(office, change(back), carried);
  expect(reply.headers.location).toBe('/sign-in?problem=not_trusted');
  expect(cookieNamed(reply, 'fbs_session')).toBe('');
  expect(await refusals(office)).toHaveLength(1);
});

it('refuses the same answer a second time', async () => {
  const office = await open();
  const { back, carried } = await goodAnswer(office);
  expect((await comeBack(office, back, carried)).headers.location).toBe('/my-work');
  const again = await comeBack(office, back, carried);
  expect(again.headers.location).toBe('/sign-in?problem=not_trusted');
  expect(cookieNamed(again, 'fbs_session')).toBe('');
});

it('refuses the answer to another browser, and what a browser carries but was never given', async () => {
  const office = await open();
  const { back, carried } = await goodAnswer(office);
  const other = await begin(office);
  expect((await comeBack(office, back, other.carried)).headers.location).toBe('/sign-in?problem=not_trusted');
  for (const forged of ['', 'fbs_sign_in=', 'fbs_sign_in=e30', `${carried}A`, carried.replace(/.$/, '')]) {
    const reply = await comeBack(office, back, forged);
    expect(reply.headers.location).toBe('/sign-in?problem=late');
    expect(cookieNamed(reply, 'fbs_session')).toBe('');
  }
});

it('refuses an answer that comes after ten minutes', async () => {
  const office = await open();
  const { back, carried } = await goodAnswer(office);
  office.clock.forward({ hours: 11 / 60 });
  expect((await comeBack(office, back, carried)).headers.location).toBe('/sign-in?problem=late');
});

it('refuses a token that was made for another sign-in', async () => {
  const office = await open();
  const { back } = await goodAnswer(office);
  const { openAttempt, sealAttempt } = await import('../../single-sign-on/sealed-attempt.ts');
  const { to, carried } = await begin(office);
  const kept = openAttempt(provider.settings, carried.slice('fbs_sign_in='.length));
  if (kept === null) throw new Error('the attempt does not open');
  const ours = await provider.signIn(to, 'zoe');
  const resealed = `fbs_sign_in=${sealAttempt(provider.settings, { ...kept, nonce: 'B'.repeat(43) })}`;
  expect((await comeBack(office, ours, resealed)).headers.location).toBe('/sign-in?problem=not_trusted');
  expect(back).not.toBe(ours);
});

it('says that signing in was stopped at the provider', async () => {
  const office = await open();
  const { to, carried } = await begin(office);
  const { state, ...none } = Object.fromEntries(new URL(to).searchParams);
  expect(none).toBeDefined();
  const query = new URLSearchParams({ error: 'access_denied', state: String(state), iss: provider.issuer });
  const reply = await comeBack(office, `${site}/api/session/single-sign-on/return?${query}`, carried);
  expect(reply.headers.location).toBe('/sign-in?problem=stopped');
});

it('leads back to where somebody was going on this site, and nowhere else', async () => {
  const office = await open();
  known('zoe', { name: 'Zoe', groups: ['fbs-plan'] });
  const places = [
    ['/goals/1?year=2021', '/goals/1?year=2021'],
    ['//evil.example', '/my-work'],
    ['/\\evil.example', '/my-work'],
    ['https://evil.example/', '/my-work'],
    ['/\t/evil.example', '/my-work'],
  ] as const;
  for (const [asked, led] of places) {
    const { to, carried } = await begin(office, office.nobody, { returnTo: asked });
    const reply = await comeBack(office, await provider.signIn(to, 'zoe'), carried);
    expect(reply.headers.location).toBe(led);
  }
});

it('says in a sentence that the provider does not answer, starts without it, and finds it again', async () => {
  provider.silence('closed');
  const office = await open();
  const { to, carried } = await begin(office);
  expect([to, carried]).toEqual(['/sign-in?problem=unreachable', 'fbs_sign_in=']);
  expect(await office.nobody.ok(readSession, {})).toMatchObject({ signIn: { password: true } });
  provider.silence('none');
  const found = await begin(office);
  known('zoe', { name: 'Zoe', groups: ['fbs-plan'] });
  const back = await provider.signIn(found.to, 'zoe');
  provider.silence('closed');
  const lost = await comeBack(office, back, found.carried);
  provider.silence('none');
  expect(lost.headers.location).toBe('/sign-in?problem=unreachable');
});

it('waits no longer than it was told for a provider that takes the connection and says nothing', async () => {
  const office = await open();
  provider.silence('hanging');
  const before = performance.now();
  const { to } = await begin(office);
  provider.silence('none');
  expect(to).toBe('/sign-in?problem=unreachable');
  expect(performance.now() - before).toBeLessThan(5000);
});

it('ends the session of the provider too when somebody signs out', async () => {
  const office = await open();
  known('zoe', { name: 'Zoe', groups: ['fbs-plan'] });
  const { client } = await arrive(office, 'zoe');
  const { leaveTo, person } = await client.ok(signOut, {});
  expect(person).toBeNull();
  const leave = new URL(String(leaveTo));
  expect(leave.href.startsWith(`${provider.issuer}/session/end?`)).toBe(true);
  expect(leave.searchParams.get('post_logout_redirect_uri')).toBe(`${site}/sign-in`);
  expect(leave.searchParams.get('id_token_hint')?.split('.')).toHaveLength(3);
  expect(await office.rows('select id from sessions where identity_token is not null')).toEqual([]);
  expect(await office.nobody.ok(signOut, {})).toMatchObject({ leaveTo: null });
});

it('asks for a fresh proof before what is hard to undo, at the provider and of the same person', async () => {
  const office = await open();
  known('lin', { name: 'Lin', groups: ['fbs-leads'] });
  known('moe', { name: 'Moe', groups: ['fbs-leads'] });
  const jar = new Map<string, string>();
  const { client } = await arrive(office, 'lin', jar);
  const signOff = (browser = client) =>
    browser.refused(signOffReview, { params: { strategy, year: 2022 }, headers: { 'if-match': '"0"' } });
  expect((await signOff()).code).not.toBe('proof_needed');
  office.clock.forward({ hours: 16 / 60 });
  expect(await signOff()).toMatchObject({ status: 403, code: 'proof_needed' });
  const prove = async (person: string, cookies = new Map<string, string>()) => {
    const { to, carried } = await begin(office, client, { prove: 'true' });
    expect(new URL(to).searchParams.get('prompt')).toBe('login');
    return comeBack(office, await provider.signIn(to, person, cookies), carried);
  };
  expect((await prove('moe')).headers.location).toBe('/signed-in?problem=somebody_else');
  expect((await signOff()).code).toBe('proof_needed');
  const back = await prove('lin', jar);
  expect(back.headers.location).toBe('/signed-in');
  expect((await signOff()).code).toBe('not_signed_in');
  expect((await signOff(clientOf(office.app, cookieNamed(back, 'fbs_session')))).code).toBe('conflict');
  const { reply } = await begin(office, office.nobody).catch(() => ({ reply: null }));
  expect(reply?.status).toBe(302);
  expect((await office.nobody.send(beginSingleSignOn, { querystring: { prove: 'true' } })).status).toBe(401);
});

it('lets in who signed in as strongly as is asked for, and nobody by a weaker way or by none that is named', async () => {
  const strengths = ['urn:fbs:card', 'urn:fbs:key'];
  const office = await open({ singleSignOn: { ...provider.settings, strengths } });
  known('kim', { name: 'Kim', groups: ['everybody'], acr: 'urn:fbs:card' });
  known('lee', { name: 'Lee', groups: ['everybody'], acr: 'urn:fbs:password' });
  known('mo', { name: 'Mo', groups: ['everybody'] });
  const { to } = await begin(office);
  expect(new URL(to).searchParams.get('acr_values')).toBe('urn:fbs:card urn:fbs:key');
  for (const weak of ['lee', 'mo']) {
    const { reply } = await arrive(office, weak);
    expect(reply.headers.location).toBe('/sign-in?problem=too_weak');
    expect(cookieNamed(reply, 'fbs_session')).toBe('');
  }
  expect(await refusals(office)).toHaveLength(2);
  const { client } = await arrive(office, 'kim');
  expect((await client.ok(readSession, {})).person).toMatchObject({ name: 'Kim' });
});

it('has no way to a provider where none is set up', async () => {
  const office = await openOffice();
  for (const path of ['', '/return?code=1&state=2']) {
    const reply = await office.nobody.raw({ method: 'GET', url: `/api/session/single-sign-on${path}` });
    expect([reply.status, JSON.parse(reply.text).code]).toEqual([404, 'not_found']);
  }
});
