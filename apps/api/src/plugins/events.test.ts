import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { readPlan, recordValue } from '@fbs/contract';
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
  const next = async (): Promise<string> => {
    while (!heard.includes('\n\n')) {
      const part = await bounded(parts.next());
      if (part.done) return 'closed';
      heard += part.value;
    }
    const end = heard.indexOf('\n\n');
    const message = heard.slice(0, end);
    heard = heard.slice(end + 2);
    return message;
  };
  return { headers: answer.headers, next, leave: () => request.destroy() };
};

it('lets nobody listen who has not signed in', async () => {
  const { nobody } = await openOffice();
  expect(refusalOf(await nobody.raw({ method: 'GET', url: '/api/events' }))).toMatchObject({
    status: 401,
    code: 'not_signed_in',
  });
});

it('tells every listener that something changed and to which version, and nothing of what it was', async () => {
  const office = await openOffice();
  const [planner, viewer] = [await office.signIn('planner'), await office.signIn('viewer')];
  const listeners = [await listen(office, planner.cookie), await listen(office, viewer.cookie)];
  for (const { headers, next } of listeners) {
    expect(headers['content-type']).toMatch(/^text\/event-stream/);
    expect(headers['cache-control']).toBe('no-store');
    expect(await next()).toBe('retry: 3000');
  }
  await enter(planner, '1.2-D', 2022, { value: '4500' });
  const told = `event: changed\ndata: {"dataVersion":${await dataVersionOf(office)}}`;
  for (const { next } of listeners) expect(await next()).toBe(told);
});

it('says nothing of what was only read, nor of what was refused', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const { next } = await listen(office, planner.cookie);
  await next();
  await planner.ok(readPlan, { params: { strategy } });
  await planner.refused(recordValue, { ...placed('1.2-D', 2022), headers: seen(7), body: { value: '1' } });
  await enter(planner, '1.2-D', 2022, { value: '4500' });
  expect(await next()).toContain(`{"dataVersion":${await dataVersionOf(office)}}`);
});

it('forgets who has left, goes on for the others, and ends with the service', async () => {
  const office = await openOffice();
  const planner = await office.signIn('planner');
  const [leaving, staying] = [await listen(office, planner.cookie), await listen(office, planner.cookie)];
  expect([await leaving.next(), await staying.next()]).toEqual(['retry: 3000', 'retry: 3000']);
  leaving.leave();
  await enter(planner, '1.2-D', 2022, { value: '4500' });
  expect(await staying.next()).toMatch(/^event: changed/);
  await enter(planner, '1.2-D', 2022, { value: '4501' });
  expect(await staying.next()).toMatch(/^event: changed/);
  const ended = staying.next();
  await bounded(office.app.close());
  expect(await ended).toBe('closed');
});
