import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../servers/programs.ts';
import { startServer } from '../servers/start-server.ts';
import { freePort, hasProxy, makeCertificate, type ProxyName, site, startProxy } from './start-proxy.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-proxy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Call = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly cookie?: string;
  readonly heads?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};
type Answer = { readonly status: number; readonly heads: IncomingHttpHeaders; readonly text: string };

/** A browser that knows the certificate, and takes 127.0.0.1 for the site. */
const browserAt = (port: number, ca: Buffer) => {
  const agent = new Agent({ ca, servername: site, keepAlive: true });
  const open = (path: string, { method = 'GET', cookie, heads = {}, body }: Call = {}): Promise<IncomingMessage> =>
    new Promise((done, failed) => {
      const bytes = Buffer.isBuffer(body) || body === undefined ? body : Buffer.from(JSON.stringify(body));
      const headers = {
        ...{ host: site, origin: `https://${site}` },
        ...(bytes === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(bytes.length) }),
        ...(cookie === undefined ? {} : { cookie }),
        ...heads,
      };
      const asked = request({ host: '127.0.0.1', port, path, method, agent, headers }, done);
      asked.once('error', failed);
      asked.end(bytes);
    });
  const call = async (path: string, how: Call = {}): Promise<Answer> => {
    const answer = await open(path, how);
    let text = '';
    for await (const part of answer) text += String(part);
    return { status: answer.statusCode ?? 0, heads: answer.headers, text };
  };
  return { open, call, close: () => agent.destroy() };
};

/** Whoever forgets the s of https. */
const inTheClear = (port: number, path: string): Promise<IncomingMessage> =>
  new Promise((done, failed) => {
    get({ host: '127.0.0.1', port, path, headers: { host: site } }, (answer) => done(answer.resume())).once(
      'error',
      failed,
    );
  });

const password = 'violet kettle under nine bridges';
const strategy = '/api/strategies/fbs-2018-2022';
const tokenIn = (text: string): string => /welcome#([\w-]+)/.exec(text)?.[1] ?? '';
const cookieIn = ({ heads }: Answer): string => heads['set-cookie']?.[0]?.split(';')[0] ?? '';

const sheet = (megabytes: number): Buffer =>
  Buffer.concat([
    Buffer.from('--b\r\ncontent-disposition: form-data; name="file"; filename="figures.csv"\r\n\r\n'),
    Buffer.alloc(megabytes * 1_000_000, 'a'),
    Buffer.from('\r\n--b--\r\n'),
  ]);
const form = { 'content-type': 'multipart/form-data; boundary=b' };

/** The service in production, behind the example of a proxy, with an administrator and a planner who have signed in. */
const openOffice = async (name: ProxyName) => {
  const own = mkdtempSync(join(folder, `${name}-`));
  const [http, https] = [await freePort(), await freePort()];
  const server = await startServer({
    file: join(own, 'office.db'),
    environment: { FBS_MODE: 'production', FBS_PUBLIC_URL: `https://${site}`, FBS_TRUSTED_PROXIES: '127.0.0.1' },
  });
  const { certificate, key } = makeCertificate(own);
  const service = Number(new URL(server.address).port);
  const proxy = await startProxy(name, { folder: own, http, https, service, certificate, key });
  const browser = browserAt(https, readFileSync(certificate));
  while (tokenIn(server.said()) === '') await wait(10);
  const person = { name: 'Ada Okafor', title: '', email: 'ada.okafor@example.gov' };
  const accept = async (token: string, more = {}) =>
    browser.call('/api/account-link/accept', {
      ...{ method: 'POST', body: { token, password, ...more } },
      heads: { 'x-forwarded-for': '6.6.6.6', 'x-forwarded-host': 'evil.example', forwarded: 'for=6.6.6.6' },
    });
  const entered = await accept(tokenIn(server.said()), { person });
  const administrator = cookieIn(entered);
  const words = { name: 'Noor Haddad', title: '', email: 'noor@example.gov', section: 'RMP', roles: ['planner'] };
  const invited = await browser.call('/api/people', { method: 'POST', cookie: administrator, body: words });
  const planner = cookieIn(await accept(tokenIn(invited.text)));
  const close = async () => {
    browser.close();
    await proxy.end();
    await server.end('SIGTERM');
  };
  return { http, browser, entered, administrator, planner, close };
};

describe.each(['nginx', 'caddy'] as const)('behind %s, by its example', (name) => {
  it.skipIf(!hasProxy(name))('people sign in over TLS, hear of changes at once, and hand in large files', async () => {
    const { http, browser, entered, administrator, planner, close } = await openOffice(name);
    try {
      const plain = await inTheClear(http, '/plan?year=2020');
      expect([plain.statusCode, plain.headers.location]).toEqual([301, `https://${site}/plan?year=2020`]);
      expect((await inTheClear(http, '/api/session')).statusCode).toBe(403);

      const page = await browser.call('/');
      expect(page.status).toBe(200);
      expect(page.heads['strict-transport-security']).toMatch(/max-age=31536000/);
      expect(page.heads['content-security-policy']).toContain("script-src 'self'");
      expect(entered.heads['set-cookie']?.[0]).toMatch(/^__Host-fbs_session=.*; Secure/i);

      const trail = await browser.call('/api/audit?kind=session', { cookie: administrator });
      expect(trail.text).toContain('"address":"127.0.0.1"');
      expect(trail.text).not.toContain('6.6.6.6');

      const stream = await browser.open('/api/events', { cookie: administrator });
      let heard = '';
      stream.on('data', (part) => (heard += String(part)));
      await expect.poll(() => heard, { timeout: 10_000 }).toContain('event: hello');
      const value = { method: 'PUT', cookie: planner, body: { value: '4870' }, heads: { 'if-match': '"0"' } } as const;
      const entry = await browser.call(`${strategy}/indicators/1.2-D/values/2022`, value);
      expect(entry.status, entry.text).toBe(200);
      await expect.poll(() => heard, { timeout: 10_000 }).toContain('event: changed');
      stream.destroy();

      const imports = `${strategy}/imports?dryRun=true`;
      const send = (megabytes: number) =>
        browser.call(imports, { method: 'POST', cookie: planner, body: sheet(megabytes), heads: form });
      const taken = await send(45);
      expect([200, 422], taken.text).toContain(taken.status);
      const tooLarge = await send(55);
      expect(tooLarge.status).toBe(413);
      expect(tooLarge.text).toContain('The file is larger than 50 MB');
      expect((await browser.call('/api/health/ready')).status).toBe(200);
    } finally {
      await close();
    }
  });
});

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0 && existsSync('/usr/bin/node');

it.skipIf(!hasSystemd)('systemd understands every line of the example of a service', () => {
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', 'deploy/fbs-performance.service'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([0, '', '']);
});
