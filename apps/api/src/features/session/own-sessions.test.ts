import {
  endOtherSessions,
  endSession,
  endSessionsOf,
  listSessions,
  readOverview,
  readPlan,
  readSession,
  signIn,
  signOut,
} from '@fbs/contract';
import { expect, it } from 'vitest';
import type { Service } from '../../context.ts';
import { createSeenSessions } from '../../sessions/seen-sessions.ts';
import { clientOf } from '../../testing/client.ts';
import { strategy } from '../../testing/endpoints.ts';
import { useOffices } from '../../testing/offices.ts';

const openOffice = useOffices();
const plan = { params: { strategy } };
const short = { idleMinutes: 30, hours: 12, most: 10, proofMinutes: 15 };
const minutes = (count: number) => ({ hours: count / 60 });

it('ends a session that nobody used for half an hour, and no other', async () => {
  const office = await openOffice({ sessions: short });
  const [idle, busy] = [await office.signIn('viewer'), await office.signIn('viewer')];
  await idle.ok(readPlan, plan);
  office.clock.forward(minutes(20));
  await busy.ok(readPlan, plan);
  office.clock.forward(minutes(20));
  expect(await idle.refused(readPlan, plan)).toMatchObject({ status: 401, code: 'not_signed_in' });
  await busy.ok(readPlan, plan);
});

it('is not kept awake by what an open page asks for by itself', async () => {
  const office = await openOffice({ sessions: short });
  const viewer = await office.signIn('viewer');
  office.clock.forward(minutes(20));
  await viewer.ok(readSession, { headers: { 'x-unattended': '1' } } as never);
  office.clock.forward(minutes(20));
  expect(await viewer.refused(readPlan, plan)).toMatchObject({ status: 401 });
});

it('writes down when sessions were seen without a write for every read', async () => {
  const office = await openOffice({ sessions: short });
  const viewer = await office.signIn('viewer');
  const version = async () => office.rows("select value from counters where name = 'data_version'");
  const before = await version();
  for (let each = 0; each < 5; each += 1) {
    office.clock.forward(minutes(10));
    await viewer.ok(readPlan, plan);
  }
  expect(await version()).toEqual(before);
  const seen = async () => (await office.rows<{ last_seen_at: string }>('select last_seen_at from sessions'))[0];
  expect((await seen())?.last_seen_at).toBeNull();
  await office.app.close();
  expect((await seen())?.last_seen_at).toBe(office.clock.now());
});

it('leaves what is kept of pages as it is when it writes down who was seen', async () => {
  const office = await openOffice({ sessions: short });
  const viewer = await office.signIn('viewer');
  const overview = { params: { strategy }, querystring: {} };
  const { headers } = await viewer.send(readOverview, overview);
  office.clock.forward(minutes(1));
  const state = office.database.changes();
  const seen = createSeenSessions({ ...office, clock: office.clock.now, sessions: short } as unknown as Service);
  const [session] = await office.rows<{ id: string }>('select id from sessions');
  seen.note(session?.id ?? '');
  await seen.writeAndEnd();
  const [row] = await office.rows<{ last_seen_at: string }>('select last_seen_at from sessions');
  expect(row?.last_seen_at).toBe(office.clock.now());
  expect(office.database.changes()).toBe(state);
  expect((await viewer.send(readOverview, overview)).headers.etag).toBe(headers.etag);
});

it('knows at another process when a session was last used, once that was written down', async () => {
  const office = await openOffice({ sessions: short });
  const viewer = await office.signIn('viewer');
  office.clock.forward(minutes(25));
  await viewer.ok(readPlan, plan);
  await office.app.close();
  office.clock.forward(minutes(25));
  const neighbor = await office.neighbor();
  await clientOf(neighbor.app, String(viewer.cookie)).ok(readPlan, plan);
});

it('lists where a person is signed in, with this browser marked', async () => {
  const office = await openOffice();
  const desk = await office.signIn('planner');
  office.clock.forward({ hours: 1 });
  const reply = await office.nobody.raw({
    method: 'POST',
    url: '/api/session',
    headers: { 'user-agent': 'A phone', 'content-type': 'application/json' },
    payload: '{"persona":"planner"}',
  });
  await office.signIn('viewer');
  const phone = clientOf(office.app, String(reply.headers['set-cookie']).split(';')[0] ?? '');
  const { sessions } = await phone.ok(listSessions, {});
  expect(sessions).toMatchObject([
    { current: true, browser: 'A phone', address: '127.0.0.1', method: 'persona', since: office.clock.now() },
    { current: false, since: '2026-01-15T15:00:00.000Z' },
  ]);
  const [, other] = sessions;
  expect(await phone.ok(endSession, { params: { session: String(other?.id) } })).toMatchObject({
    sessions: [{ current: true }],
  });
  expect(await desk.refused(readPlan, plan)).toMatchObject({ status: 401 });
});

it('ends neither the sessions of others nor the own one', async () => {
  const office = await openOffice();
  const [planner, viewer] = [await office.signIn('planner'), await office.signIn('viewer')];
  for (const client of [planner, viewer]) {
    const own = (await client.ok(listSessions, {})).sessions[0]?.id ?? '';
    expect(await planner.refused(endSession, { params: { session: own } })).toMatchObject({ status: 404 });
    await client.ok(readPlan, plan);
  }
});

it('signs out everywhere but here, and leaves a trace of each', async () => {
  const office = await openOffice();
  const others = [await office.signIn('planner'), await office.signIn('planner')];
  const [here, viewer] = [await office.signIn('planner'), await office.signIn('viewer')];
  expect((await here.ok(endOtherSessions, {})).sessions).toHaveLength(1);
  for (const client of others) expect(await client.refused(readPlan, plan)).toMatchObject({ status: 401 });
  await viewer.ok(readPlan, plan);
  const traces = await office.rows("select id from audit_entries where action = 'ended a session'");
  expect(traces).toHaveLength(2);
});

it('lets an administrator sign somebody out everywhere', async () => {
  const office = await openOffice();
  const [viewer, administrator] = [await office.signIn('viewer'), await office.signIn('administrator')];
  const { person } = await viewer.ok(readSession, {});
  const params = { person: person?.id ?? '' };
  expect(await viewer.refused(endSessionsOf, { params })).toMatchObject({ status: 403 });
  expect(await administrator.ok(endSessionsOf, { params })).toEqual({ ended: 1 });
  expect(await viewer.refused(readPlan, plan)).toMatchObject({ status: 401 });
  expect(await administrator.ok(endSessionsOf, { params })).toEqual({ ended: 0 });
});

it('ends what a browser had when somebody signs in with it anew', async () => {
  const office = await openOffice();
  const before = await office.signIn('viewer');
  await before.ok(signIn, { body: { persona: 'planner' } });
  expect(await before.refused(readPlan, plan)).toMatchObject({ status: 401 });
});

it('takes the cookie from this host over TLS alone where it is served so', async () => {
  const office = await openOffice({ publicUrl: 'https://fbs.example.gov' });
  const reply = await office.nobody.send(signIn, { body: { persona: 'viewer' } });
  const cookie = String(reply.headers['set-cookie']);
  expect(cookie).toMatch(/^__Host-fbs_session=[\w-]{43};/);
  expect(cookie).toMatch(/; Secure/);
  const viewer = clientOf(office.app, cookie.split(';')[0] ?? '');
  await viewer.ok(readPlan, plan);
  const plain = clientOf(office.app, (cookie.split(';')[0] ?? '').replace('__Host-', ''));
  expect(await plain.refused(readPlan, plan)).toMatchObject({ status: 401 });
  expect((await viewer.send(signOut, {})).headers['set-cookie']).toMatch(/^__Host-fbs_session=;.*Secure/);
});
