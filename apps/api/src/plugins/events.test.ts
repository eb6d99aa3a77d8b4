import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { addComment, type News, news, readPlan, recordValue, sendReminders, signOut } from '@fbs/contract';
import { expect, it } from 'vitest';
import { dataVersionOf } from '../testing/audit.ts';
import { refusalOf } from '../testing/client.ts';
import { strategy } from '../testing/endpoints.ts';
import { enter, placed, seen } from '../testing/entries.ts';
import { type Office, useOffices } from '../testing/offices.ts';

const openOffice = useOffices();

const bounded = <T>(promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    new Promise<never>((_, reject) => setTimeout(() => reject(new Error('waited 5 seconds')), 5000).unref()),
  ]);

type Message = { readonly event: string; readonly data: unknown };

const messageOf = (text: string): Message => {
  const [, event = ''] = /^event: (.*)$/m.exec(text) ?? [];
  const [, data = 'null'] = /^data: (.*)$/m.exec(text) ?? [];
  return { event, data: JSON.parse(data) as unknown };
};

/** A browser that listens: each call of `next` waits for one more message. */
const listen = async (office: Office, cookie: string | null) => {
  if (!office.app.server.listening) await office.app.listen({ host: '127.0.0.1', port: 0 });
  const address = office.app.server.address();
  if (address === null || typeof address === 'string') throw new Error('the service does not listen');
  const place = { host: '127.0.0.1', port: address.port, path: '/api/events', agent: new Agent({ keepAlive: true }) };
  const request = get({ ...place, headers: { cookie: cookie ?? '' } });
  const [answer] = (await bounded(once(request, 'response'))) as [IncomingMessage];
  const parts = answer.setEncoding('utf8')[Symbol.asyncIterator]() as AsyncIterator<string>;
  let heard = '';
  const next = async (): Promise<Message> => {
    while (!heard.includes('\n\n')) {
      const part = await bounded(parts.next());
      if (part.done) return { event: 'closed', data: null };
      heard += part.value;
    }
    const end = heard.indexOf('\n\n');
    const message = heard.slice(0, end);
    heard = heard.slice(end + 2);
    return messageOf(message);
  };
  /** What changed next, held to the contract. */
  const changed = async (): Promise<News> => {
    const { event, data } = await next();
    expect(event).toBe('changed');
    return news.parse(data);
  };
  return { headers: answer.headers, next, changed, leave: () => request.destroy() };
};

/** Listens, and has heard the greeting. */
const greeted = async (office: Office, cookie: string | null) => {
  const listener = await listen(office, cookie);
  await listener.next();
  expect(await listener.next()).toEqual({ event: 'hello', data: { dataVersion: await dataVersionOf(office) } });
  return listener;
};

const valueAt = (indicator: string, year: number) => ({ kind: 'value', strategy, indicator, year });

it('lets nobody listen who has not signed in', async () => {
  const { nobody } = await openOffice();
  expect(refusalOf(await nobody.raw({ method: 'GET', url: '/api/events' }))).toMatchObject({
    status: 401,
    code: 'not_signed_in',
  });
});

it('tells every listener which indicator-year changed, by whom and to which version, and whether it was the own doing', async () => {
  const office = await openOffice();
  const [planner, viewer] = [await office.signIn('planner'), await office.signIn('viewer')];
  const [own, other] = [await greeted(office, planner.cookie), await greeted(office, viewer.cookie)];
  expect(own.headers['content-type']).toMatch(/^text\/event-stream/);
  expect(own.headers['cache-control']).toBe('no-store');
  await enter(planner, '1.2-D', 2022, { value: '4500' });
  const dataVersion = await dataVersionOf(office);
  const change = { ...valueAt('1.2-D', 2022), by: 'Dana Whitfield' };
  expect(await own.changed()).toEqual({ dataVersion, more: 0, changes: [{ ...change, own: true }] });
  expect(await other.changed()).toEqual({ dataVersion, more: 0, changes: [{ ...change, own: false }] });
});

it('says nothing of what a draft says', async () => {
  const office = await openOffice();
  const [contributor, viewer] = [await office.signIn('contributor'), await office.signIn('viewer')];
  const { next } = await greeted(office, viewer.cookie);
  await enter(contributor, '1.2-D', 2022, { value: '4321.0987', explanation: 'Zebra', note: 'Okapi' });
  expect(JSON.stringify(await next())).not.toMatch(/4321|Zebra|Okapi/);
});

it('names the place of a comment, and nothing of what is meant for one person', async () => {
  const office = await openOffice();
  const [planner, viewer] = [await office.signIn('planner'), await office.signIn('viewer')];
  const listener = await greeted(office, viewer.cookie);
  await planner.ok(addComment, { ...placed('1.2-D', 2022), body: { text: 'Zebra' } });
  expect((await listener.changed()).changes).toMatchObject([{ kind: 'comment', indicator: '1.2-D', year: 2022 }]);
  const entries = [{ indicator: '1.2-D', year: 2022 }];
  await planner.ok(sendReminders, { params: { strategy }, body: { entries } });
  const nothing = { strategy: null, indicator: null, year: null, by: null };
  expect((await listener.changed()).changes).toEqual([{ kind: 'other', ...nothing, own: false }]);
});

it('tells many changes at once, each once, and says how many more there are', async () => {
  const office = await openOffice();
  const [planner, viewer] = [await office.signIn('planner'), await office.signIn('viewer')];
  const listener = await greeted(office, viewer.cookie);
  await office.change(`insert into audit_entries (at, person_id, action, subject_kind, subject_id, strategy_id)
    with recursive n(i) as (select 1 union all select i + 1 from n where i < 250)
    select '2026-01-15', 'planner', 'entered a value', 'value', 'fbs-2018-2022/indicator/1.2-D/' || (2018 + i % 5),
      'fbs-2018-2022' from n`);
  const { changes, more } = await listener.changed();
  expect([changes.length, more]).toEqual([5, 50]);
  await enter(planner, '1.2-D', 2022, { value: '1' });
  expect((await listener.changed()).changes).toHaveLength(1);
});

it('tells what another process wrote into the same file', async () => {
  const office = await openOffice();
  const neighbor = await office.neighbor();
  const { changed } = await greeted(office, (await office.signIn('viewer')).cookie);
  await enter(await neighbor.signIn('planner'), '1.2-D', 2022, { value: '4500' });
  expect((await changed()).changes).toMatchObject([valueAt('1.2-D', 2022)]);
});

it('says nothing of what was only read, of what was refused, nor of who signs in', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const { changed } = await greeted(office, planner.cookie);
  await planner.ok(readPlan, { params: { strategy } });
  await planner.refused(recordValue, { ...placed('1.2-D', 2022), headers: seen(7), body: { value: '1' } });
  await office.signIn('viewer');
  await wait(450);
  await enter(planner, '1.2-D', 2022, { value: '4500' });
  expect((await changed()).dataVersion).toBe(await dataVersionOf(office));
});

it('says that the session is over when it was ended, and goes on for the others', async () => {
  const office = await openOffice();
  const [desk, home] = [await office.signIn('planner'), await office.signIn('planner')];
  const [here, there] = [await greeted(office, desk.cookie), await greeted(office, home.cookie)];
  await desk.send(signOut, {});
  expect([(await here.next()).event, (await here.next()).event]).toEqual(['ended', 'closed']);
  await enter(home, '1.2-D', 2022, { value: '4500' });
  expect((await there.changed()).changes).toHaveLength(1);
});

it('ends with the session of somebody who was made inactive, as soon as anybody signs in or out', async () => {
  const office = await openOffice();
  const { next } = await greeted(office, (await office.signIn('viewer')).cookie);
  await office.change("update people set active = 0 where id = 'viewer'");
  await office.signIn('planner');
  expect((await next()).event).toBe('ended');
});

it('forgets who has left, goes on for the others, and ends with the service', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const [leaving, staying] = [await greeted(office, planner.cookie), await greeted(office, planner.cookie)];
  leaving.leave();
  await enter(planner, '1.2-D', 2022, { value: '4500' });
  await staying.changed();
  await enter(planner, '1.2-D', 2022, { value: '4501' });
  await staying.changed();
  const end = staying.next();
  await bounded(office.app.close());
  expect((await end).event).toBe('stopping');
  expect((await staying.next()).event).toBe('closed');
});
