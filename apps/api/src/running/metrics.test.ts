import { once } from 'node:events';
import { get } from 'node:http';
import { readEvents, readOverview, recordValue } from '@fbs/contract';
import { expect, it } from 'vitest';
import { strategy } from '../testing/endpoints.ts';
import { useOffices } from '../testing/offices.ts';
import { gatherFacts } from './gather-facts.ts';
import { createMeasures, follow } from './measures.ts';
import { serveMetrics } from './metrics-server.ts';
import { createMetricsText } from './metrics-text.ts';

const openOffice = useOffices();
const facts = async () => ({ sessions: 2, databaseBytes: 4096, logBytes: 0, backupAge: null, isReady: true });
const local = { host: '127.0.0.1', port: 0, token: null };

it('counts answers by the template of their route, never by an address', async () => {
  const measures = createMeasures();
  const office = await openOffice({ measures });
  const viewer = await office.signIn('viewer');
  for (const year of [2021, 2022]) await viewer.ok(readOverview, { params: { strategy }, querystring: { year } });
  await office.nobody.raw({ method: 'GET', url: `/api/strategies/${strategy}/overview?year=2022` });
  const text = await (await createMetricsText(measures, facts)).read();
  const route = 'method="GET",route="/api/strategies/:strategy/overview"';
  expect(text).toContain(`fbs_http_requests_total{${route},status="200"} 2`);
  expect(text).toContain(`fbs_http_requests_total{${route},status="401"} 1`);
  expect(text).toContain(`fbs_http_request_seconds_bucket{${route},le="+Inf"} 3`);
  expect(text).toContain(`fbs_http_request_seconds_count{${route}} 3`);
  expect(text).not.toMatch(/fbs-2018-2022|year=/);
});

it('tells the wait of writes, the process, and what is looked up', async () => {
  const measures = createMeasures();
  const office = await openOffice({ measures });
  const planner = await office.signIn('planner');
  const params = { strategy, indicator: '1.2-D', year: 2022 };
  await planner.send(recordValue, { params, headers: { 'if-match': '"0"' }, body: { value: '1' } });
  const text = await (await createMetricsText(measures, facts)).read();
  expect(text).toMatch(/^fbs_write_wait_seconds_count [1-9]/m);
  expect(text).toMatch(/^fbs_write_queue_waiting 0$/m);
  expect(text).toMatch(/^fbs_sessions 2$/m);
  expect(text).toMatch(/^fbs_ready 1$/m);
  expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds /m);
  expect(text).not.toMatch(/^fbs_backup_age_seconds \d/m);
});

it('counts open event streams while they are open, and not as slow requests', async () => {
  const measures = createMeasures();
  const office = await openOffice({ measures });
  const viewer = await office.signIn('viewer');
  const address = await office.app.listen({ host: '127.0.0.1', port: 0 });
  const stream = get(address + readEvents.url, { headers: { cookie: String(viewer.cookie) } });
  await once(stream, 'response');
  expect(measures.streams).toBe(1);
  stream.destroy();
  await expect.poll(() => measures.streams).toBe(0);
  expect(measures.routes.find(({ route }) => route === readEvents.url)?.timing).toBeNull();
});

it('says how work in a thread ended', async () => {
  const measures = createMeasures();
  const job = measures.jobs.export;
  const cancelled = new AbortController();
  cancelled.abort();
  const failing = () => Promise.reject(new Error('broken'));
  await follow(job, async () => 'a paper');
  await follow(job, failing).catch(() => undefined);
  await follow(job, failing, cancelled.signal).catch(() => undefined);
  expect(job).toMatchObject({ inFlight: 0, ends: { done: 1, failed: 1, cancelled: 1, refused: 0 } });
  const text = await (await createMetricsText(measures, facts)).read();
  expect(text).toContain('fbs_jobs_total{kind="export",end="failed"} 1');
});

it('looks up sizes, sessions and readiness', async () => {
  const { database } = await openOffice();
  const service = { database, clock: () => '2026-01-15T15:00:00.000Z' };
  const gathered = await gatherFacts(service, null, () => Promise.reject(new Error('not ready')))();
  expect(gathered).toMatchObject({ sessions: 0, backupAge: null, isReady: false });
  expect(gathered.databaseBytes).toBeGreaterThan(100_000);
});

it('answers on its own address to who has the token, and to nothing else', async () => {
  const token = 'a-token-of-the-monitoring';
  const text = await createMetricsText(createMeasures(), facts);
  const server = await serveMetrics({ ...local, token }, text);
  const ask = async (path: string, authorization?: string) =>
    (
      await fetch(
        `http://127.0.0.1:${server.port}${path}`,
        authorization === undefined ? {} : { headers: { authorization } },
      )
    ).status;
  expect(await ask('/metrics')).toBe(401);
  expect(await ask('/metrics', 'Bearer another-token')).toBe(401);
  expect(await ask('/metrics', `Bearer ${token}`)).toBe(200);
  expect(await ask('/api/session', `Bearer ${token}`)).toBe(404);
  server.close();
});

it('is not to be had from the service itself', async () => {
  const { nobody } = await openOffice({ measures: createMeasures() });
  expect((await nobody.raw({ method: 'GET', url: '/metrics' })).status).toBe(404);
  expect((await nobody.raw({ method: 'GET', url: '/api/metrics' })).status).toBe(404);
});

it('says in a sentence that its address is taken', async () => {
  const text = await createMetricsText(createMeasures(), facts);
  const first = await serveMetrics(local, text);
  await expect(serveMetrics({ ...local, port: first.port }, text)).rejects.toThrow(/FBS_METRICS is .*choose another/);
  first.close();
});
