import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signIn } from '@fbs/contract';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../testing/client.ts';
import { allEndpoints, readEverything, strategy } from '../testing/endpoints.ts';
import { useOffices } from '../testing/offices.ts';
import { sayHowAnswersAreUsed } from './answer-headers.ts';
import { refuseOtherOrigins } from './own-origin.ts';
import { answerProblems } from './problem-details.ts';
import { limitRequests } from './request-limits.ts';
import { serveScreens } from './static-files.ts';

const openOffice = useOffices();

const started: FastifyInstance[] = [];
afterEach(async () => {
  for (const app of started.splice(0)) await app.close();
});

/** A service that can do nothing but answer, with the plugin that a test is about. */
const bare = (plugin: (app: FastifyInstance) => void, trustProxy: string | false = false): FastifyInstance => {
  const app = Fastify({ trustProxy });
  started.push(app);
  answerProblems(app);
  plugin(app);
  app.get('/api/thing', () => ({ read: true }));
  app.post('/api/thing', () => ({ written: true }));
  return app;
};

/** What is written in letters says how; JSON is UTF-8 by itself, and other types have no such word. */
const namesItsEncoding =
  /^(text\/[\w-]+; charset=utf-8|[\w/+-]+xml; charset=utf-8|(?!text\/)(?!.*xml$)[\w/.+-]+(; .*)?)$/;

describe('every answer', () => {
  it('of the API says that it is no page, is for nobody else, and is not to be kept', async () => {
    const office = await openOffice();
    const viewer = await office.signIn('viewer');
    for (const url of ['/api/health', '/api/strategies', '/api/nowhere', '/api/strategies/%zz', '/api/session']) {
      const { headers } = await viewer.raw({ method: 'GET', url });
      expect({ url, ...headers }).toMatchObject({
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'same-origin',
        'cache-control': 'no-store',
      });
      expect(headers).not.toHaveProperty('access-control-allow-origin');
      expect(headers).not.toHaveProperty('server');
    }
  });

  it('of the API is kept by nobody, but for those with an ETag, which their own browser may ask about again', async () => {
    const office = await openOffice();
    const planner = await office.signIn('planner');
    for (const { name, reply } of await readEverything(planner, { indicator: '1.2-A', year: 2021 })) {
      const { headers } = reply;
      expect({ name, type: headers['content-type'] }).toEqual({ name, type: expect.stringMatching(namesItsEncoding) });
      expect({ name, cache: headers['cache-control'] }).toEqual({
        name,
        cache: expect.stringMatching(name === 'readOverview' ? /^private, no-cache$/ : /^no-store$/),
      });
    }
    const url = `/api/strategies/${strategy}/overview`;
    const { etag } = (await planner.raw({ method: 'GET', url })).headers;
    const again = await planner.raw({ method: 'GET', url, headers: { 'if-none-match': String(etag) } });
    expect(again.status).toBe(304);
  });

  it('that is a file of the screens says what it is, and how its letters are written', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fbs-screens-'));
    for (const name of ['index.html', 'a.js', 'a.css', 'a.svg', 'a.md', 'a.png'])
      writeFileSync(join(folder, name), 'é');
    const app = Fastify();
    started.push(app);
    await serveScreens(app, folder);
    const types = await Promise.all(
      ['/', '/a.js', '/a.css', '/a.svg', '/a.md'].map(
        async (url) => (await app.inject({ url })).headers['content-type'],
      ),
    );
    expect(types).toEqual([
      'text/html; charset=utf-8',
      'application/javascript; charset=utf-8',
      'text/css; charset=utf-8',
      'image/svg+xml; charset=utf-8',
      'text/markdown; charset=utf-8',
    ]);
    expect((await app.inject({ url: '/a.png' })).headers['content-type']).toBe('image/png');
    rmSync(folder, { recursive: true });
  });

  it('that is a page runs only what comes as a file from here, in no frame', async () => {
    const { nobody } = await openOffice();
    const { headers } = await nobody.raw({ method: 'GET', url: '/api/docs' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self' 'sha256-");
    for (const closed of ['object-src', 'base-uri', 'frame-ancestors']) expect(policy).toContain(`${closed} 'none'`);
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(headers).toMatchObject({
      'cross-origin-opener-policy': 'same-origin',
      'x-frame-options': 'DENY',
      'permissions-policy': expect.stringContaining('camera=()'),
    });
  });

  it.each([
    ['https://fbs.example.gov', 'max-age=31536000; includeSubDomains'],
    ['http://fbs.example.gov', undefined],
    [null, undefined],
  ])('at %s promises TLS: %s', async (publicUrl, promised) => {
    const app = bare((each) => sayHowAnswersAreUsed(each, publicUrl));
    for (const url of ['/', '/api/thing', '/api/nowhere']) {
      expect((await app.inject({ url })).headers['strict-transport-security']).toBe(promised);
    }
  });
});

describe('a write', () => {
  const own = 'http://localhost:80';
  const from = (app: FastifyInstance, headers: Record<string, string>) =>
    app.inject({ method: 'POST', url: '/api/thing', headers });

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['no site that has a name', { origin: 'null' }],
    ['another port of this machine', { origin: 'http://localhost:4999' }],
    ['another host that its name begins with', { origin: 'http://localhost.elsewhere.example' }],
    ['a page that the browser calls foreign', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbor under the same domain', { 'sec-fetch-site': 'same-site' }],
  ])('is refused when it comes from %s, with a sentence, and changes nothing', async (_where, headers) => {
    const office = await openOffice();
    for (const { endpoint } of allEndpoints.filter((each) => each.endpoint.method !== 'GET')) {
      const url = endpoint.url.replace(/:\w+/g, 'x');
      const reply = await office.nobody.raw({ method: endpoint.method, url, headers });
      expect({ url, status: reply.status }).toEqual({ url, status: 403 });
      expect(refusalOf(reply)).toMatchObject({ code: 'not_allowed', detail: expect.stringContaining('another site') });
    }
    const body = { payload: '{"persona":"planner"}', headers: { ...headers, 'content-type': 'application/json' } };
    const signedIn = await office.nobody.raw({ method: 'POST', url: signIn.url, ...body });
    expect(signedIn.headers).not.toHaveProperty('set-cookie');
  });

  it('is taken from our own pages, and from programs that name no page', async () => {
    const app = bare((each) => refuseOtherOrigins(each, { mode: 'evaluation', publicUrl: null }));
    for (const headers of [{}, { origin: 'http://localhost' }, { origin: own, 'sec-fetch-site': 'same-origin' }]) {
      const { statusCode } = await from(app, { host: 'localhost', ...headers });
      expect({ headers, statusCode }).toEqual({ headers, statusCode: 200 });
    }
  });

  it('is taken only under the public address where one is set, or on this machine itself', async () => {
    const publicUrl = 'https://fbs.example.gov';
    const app = bare((each) => refuseOtherOrigins(each, { mode: 'production', publicUrl }));
    const statusOf = async (origin: string, host: string) => (await from(app, { origin, host })).statusCode;
    expect(await statusOf(publicUrl, '10.0.0.8:4000')).toBe(200);
    expect(await statusOf('http://127.0.0.1:4000', '127.0.0.1:4000')).toBe(200);
    expect(await statusOf('http://fbs.example.gov', 'other.example.gov')).toBe(403);
    expect(await statusOf('https://other.example.gov', 'other.example.gov')).toBe(403);
  });

  it('is not taken in evaluation under a name that somebody else has made to lead to this machine', async () => {
    const [evaluation, production] = (['evaluation', 'production'] as const).map((mode) =>
      bare((each) => refuseOtherOrigins(each, { mode, publicUrl: null })),
    );
    const headers = { origin: 'http://rebound.example:4000', host: 'rebound.example:4000' };
    expect((await from(evaluation as FastifyInstance, headers)).statusCode).toBe(403);
    expect((await from(production as FastifyInstance, headers)).statusCode).toBe(200);
  });

  it('is never held against reading', async () => {
    const app = bare((each) => refuseOtherOrigins(each, { mode: 'production', publicUrl: null }));
    const headers = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await app.inject({ url: '/api/thing', headers })).statusCode).toBe(200);
  });
});

describe('requests without end', () => {
  const asks = (app: FastifyInstance, forwarded: string) =>
    app.inject({ url: '/api/thing', headers: { 'x-forwarded-for': forwarded } });

  it('of one address are held back after so many a minute, and told when to go on; others go on', async () => {
    const app = bare((each) => limitRequests(each, { ofSession: 0, ofAddress: 3 }), '127.0.0.1');
    const answers = [];
    for (let count = 0; count < 4; count += 1) answers.push(await asks(app, '192.0.2.1'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 429]);
    const last = answers.at(-1);
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(0);
    expect(last?.json()).toMatchObject({
      code: 'too_many_requests',
      detail: expect.stringMatching(/go on in \d+ sec/),
    });
    expect((await asks(app, '192.0.2.2')).statusCode).toBe(200);
  });

  it('of one network of the newer kind count together', async () => {
    const app = bare((each) => limitRequests(each, { ofSession: 0, ofAddress: 1 }), '127.0.0.1');
    expect((await asks(app, '2001:db8:1:1::1')).statusCode).toBe(200);
    expect((await asks(app, '2001:db8:1:1:9::2')).statusCode).toBe(429);
    expect((await asks(app, '2001:db8:1:2::1')).statusCode).toBe(200);
    expect((await asks(app, '2001:db8::1')).statusCode).toBe(200);
    expect((await asks(app, '2001:db8::2')).statusCode).toBe(429);
  });

  it('hide behind no other way to write the address that they ask', async () => {
    const office = await openOffice({ requestLimits: { ofSession: 2, ofAddress: 2 } });
    const planner = await office.signIn('planner');
    const ways = [
      '/%61pi/strategies',
      '/a%70i/strategies',
      'http://elsewhere.example/api/strategies',
      '/api/strategies',
    ];
    for (const url of ways.slice(0, 2)) {
      const { headers, status } = await planner.raw({ method: 'GET', url });
      expect({ url, status, ...headers }).toMatchObject({ url, status: 200, 'cache-control': 'no-store' });
    }
    for (const url of ways)
      expect({ url, status: (await planner.raw({ method: 'GET', url })).status }).toEqual({ url, status: 429 });
  });

  it('hide behind no address that they name themselves, unless a trusted proxy names it', async () => {
    const app = bare((each) => limitRequests(each, { ofSession: 0, ofAddress: 1 }));
    expect((await asks(app, '192.0.2.1')).statusCode).toBe(200);
    expect((await asks(app, '192.0.2.2')).statusCode).toBe(429);
  });

  it('of one session are held back too, while everybody else at the same address goes on', async () => {
    const office = await openOffice({ requestLimits: { ofSession: 3, ofAddress: 4 } });
    const [planner, viewer] = [await office.signIn('planner'), await office.signIn('viewer')];
    const url = '/api/strategies';
    for (let count = 0; count < 3; count += 1) expect((await planner.raw({ method: 'GET', url })).status).toBe(200);
    const refused = await planner.raw({ method: 'GET', url });
    expect([refused.status, refusalOf(refused).code]).toEqual([429, 'too_many_requests']);
    expect((await viewer.raw({ method: 'GET', url })).status).toBe(200);
    // a cookie that opens nothing makes nobody somebody else
    const guesses = [];
    for (let count = 0; count < 4; count += 1) {
      guesses.push(await office.nobody.raw({ method: 'GET', url, headers: { cookie: `fbs_session=${count}` } }));
    }
    expect(guesses.map(({ status }) => status)).toEqual([401, 401, 429, 429]);
  });

  it('are as many as one likes where no limit is set', async () => {
    const app = bare((each) => limitRequests(each, { ofSession: 0, ofAddress: 0 }));
    for (let count = 0; count < 50; count += 1) expect((await asks(app, '192.0.2.1')).statusCode).toBe(200);
  });
});

it('tells a parameter that is given twice from one that is given once, and refuses it', async () => {
  const office = await openOffice();
  const viewer = await office.signIn('viewer');
  for (const query of ['overview?year=2021&year=2022', 'search?q=a&q=b', 'results?list=met&list=rated']) {
    const reply = await viewer.raw({ method: 'GET', url: `/api/strategies/${strategy}/${query}` });
    expect({ query, status: reply.status }).toEqual({ query, status: 400 });
  }
});

/** What comes back over a bare connection, until it closes. */
const answerTo = (port: number, text: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let said = '';
    socket.on('data', (data) => {
      said += data.toString();
    });
    socket.on('close', () => resolve(said)).on('error', reject);
  });

describe('what is no request', () => {
  it('TRACE gives nothing back of what was sent', async () => {
    const { app } = await openOffice();
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const heads = 'host: x\r\ncookie: fbs_session=secret\r\nconnection: close\r\n\r\n';
    const said = await answerTo(Number(new URL(address).port), `TRACE /api/health HTTP/1.1\r\n${heads}`);
    expect(said).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(said).not.toContain('secret');
  });

  it.each([
    ['an endless address', `GET /api/health?q=${'x'.repeat(20_000)} HTTP/1.1\r\nhost: x\r\n\r\n`, 413],
    ['endless heads', `GET /api/health HTTP/1.1\r\nhost: x\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`, 413],
    ['no HTTP', 'HELO fbs\r\n\r\n', 400],
    ['two lengths', 'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}x', 400],
    [
      'a length and a transfer coding',
      'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-length: 2\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n',
      400,
    ],
  ])('%s is refused in our own words, and the connection closed', async (_what, text, status) => {
    const { app } = await openOffice();
    const address = await app.listen({ port: 0, host: '127.0.0.1' });
    const said = await answerTo(Number(new URL(address).port), text);
    expect(said).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(said).toContain('content-type: application/problem+json');
    expect(JSON.parse(said.split('\r\n\r\n')[1] ?? '')).toMatchObject({ status, detail: expect.stringMatching(/\.$/) });
  });
});
