import { readPlan, readSession, signIn, signOut } from '@fbs/contract';
import { expect, it } from 'vitest';
import { clientOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const plan = { params: { strategy } };

it('hands the browser a session cookie that scripts cannot read and other sites cannot send', async () => {
  const { nobody } = await openOffice();
  const reply = await nobody.send(signIn, { body: { persona: 'planner' } });
  const attributes = String(reply.headers['set-cookie'])
    .split('; ')
    .map((part) => part.toLowerCase());
  expect(attributes).toEqual(expect.arrayContaining(['httponly', 'samesite=strict', 'path=/', 'max-age=43200']));
  expect(attributes[0]).toMatch(/^fbs_session=[\w-]{43}$/i);
});

it('says who is signed in, with their permissions and strategies', async () => {
  const office = await openOffice();
  const contributor = await office.signIn('contributor');
  const session = await contributor.ok(readSession, {});
  expect(session.person).toMatchObject({ name: 'Priya Nair', roles: ['contributor'], section: 'IP' });
  expect(session.person?.permissions).toContain('enter values');
  expect(session.person?.permissions).not.toContain('approve values');
  expect(session.strategies.map((each) => each.id)).toEqual([strategy]);
  expect(session.today).toBe('2026-01-15');
});

it('tells nobody the strategies, but whom one may sign in as', async () => {
  const { nobody } = await openOffice();
  const session = await nobody.ok(readSession, {});
  expect(session).toMatchObject({ person: null, strategies: [] });
  expect(session.personas.map((each) => each.persona)).toEqual(
    expect.arrayContaining(['planner', 'contributor', 'viewer']),
  );
});

it('keeps only the hash of a token', async () => {
  const office = await openOffice();
  const { cookie } = await office.signIn('planner');
  const token = String(cookie).split('=')[1] ?? '';
  const tables = await office.rows<{ name: string }>("select name from sqlite_master where type = 'table'");
  const rows = await Promise.all(tables.map(({ name }) => office.rows(`select * from "${name}"`)));
  const everything = JSON.stringify(rows);
  expect(everything).toContain('Dana Whitfield');
  expect(everything).not.toContain(token);
});

it('ends a session after twelve hours', async () => {
  const office = await openOffice();
  const viewer = await office.signIn('viewer');
  office.clock.forward({ hours: 11 });
  await viewer.ok(readPlan, plan);
  office.clock.forward({ hours: 2 });
  expect(await viewer.refused(readPlan, plan)).toMatchObject({ status: 401, code: 'not_signed_in' });
  expect(await viewer.ok(readSession, {})).toMatchObject({ person: null, strategies: [] });
});

it('does not let a session outlive its twelve hours because it was used a moment before', async () => {
  const office = await openOffice();
  const viewer = await office.signIn('viewer');
  office.clock.forward({ hours: 12 - 1 / 3600 });
  await viewer.ok(readPlan, plan);
  office.clock.forward({ hours: 2 / 3600 });
  expect(await viewer.refused(readPlan, plan)).toMatchObject({ status: 401 });
});

it('signs out at once, and only the browser that asked', async () => {
  const office = await openOffice();
  const [desk, home] = [await office.signIn('planner'), await office.signIn('planner')];
  await desk.ok(readPlan, plan);
  const reply = await desk.send(signOut, {});
  expect(reply.headers['set-cookie']).toMatch(/fbs_session=;.*(max-age=0|expires=thu, 01 jan 1970)/i);
  expect(await desk.refused(readPlan, plan)).toMatchObject({ status: 401 });
  await home.ok(readPlan, plan);
});

it('lets somebody sign out who is not signed in', async () => {
  const { nobody } = await openOffice();
  expect(await nobody.ok(signOut, {})).toMatchObject({ person: null });
});

it.each([
  ['made up', `fbs_session=${'A'.repeat(43)}`],
  ['empty', 'fbs_session='],
  ['a wildcard', 'fbs_session=%25'],
  ['no percent encoding', 'fbs_session=%E0%A4%A'],
  ['very long', `fbs_session=${'x'.repeat(5000)}`],
  ['of another name', 'session=planner'],
])('takes a cookie that is %s for nobody', async (_what, cookie) => {
  const office = await openOffice();
  await office.signIn('planner');
  expect(await clientOf(office.app, cookie).refused(readPlan, plan)).toMatchObject({ status: 401 });
});

it('takes a token that was cut or lengthened for nobody', async () => {
  const office = await openOffice();
  const { cookie } = await office.signIn('planner');
  for (const forged of [String(cookie).slice(0, -1), `${cookie}A`]) {
    expect(await clientOf(office.app, forged).refused(readPlan, plan)).toMatchObject({ status: 401 });
  }
});

it('refuses a persona that does not exist', async () => {
  const { nobody } = await openOffice();
  const refusal = await nobody.refused(signIn, { body: { persona: 'director' } });
  expect(refusal).toMatchObject({ status: 404, detail: expect.stringContaining('"director"') });
});
