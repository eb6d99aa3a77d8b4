import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { startServer } from '../servers/start-server.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-watched-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Somewhere on this machine that takes whatever it is sent. */
const receiver = async () => {
  let heard = '';
  const server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (part: string) => {
      heard += part;
    });
    request.on('end', () => response.end('{}'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}`, port, heard: () => heard, close: () => server.close() };
};

it('keeps metrics and sends traces as it ships, and has sent the last of them when it has stopped', async () => {
  const [traces, free] = [await receiver(), await receiver()];
  free.close();
  const server = await startServer({
    file: join(folder, 'office.db'),
    environment: {
      FBS_METRICS: `127.0.0.1:${free.port}`,
      FBS_METRICS_TOKEN: 'of-the-monitoring',
      FBS_LOG_LEVEL: 'info',
      OTEL_EXPORTER_OTLP_ENDPOINT: traces.address,
    },
  });
  await fetch(`${server.address}/api/session?q=private`, { headers: { cookie: `fbs_session=${'s'.repeat(43)}` } });
  const ask = (headers: Record<string, string>) => fetch(`${free.address}/metrics`, { headers });
  expect((await ask({})).status).toBe(401);
  const text = await (await ask({ authorization: 'Bearer of-the-monitoring' })).text();
  expect(text).toContain('fbs_http_requests_total{method="GET",route="/api/session",status="200"} 1');
  expect(text).toMatch(/^fbs_ready 1$/m);
  await server.end('SIGTERM');
  expect(server.exitCode()).toBe(0);
  expect(traces.heard()).toContain('"GET /api/session"');
  expect(server.said()).toMatch(/"route":"\/api\/session","status":200/);
  expect(server.said()).not.toMatch(/private|sssss/);
  traces.close();
}, 60_000);
