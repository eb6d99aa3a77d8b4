import { describe, expect, it } from 'vitest';
import { allEndpoints, paramsOf, readEverything } from './testing/endpoints.ts';
import { useOffices } from './testing/offices.ts';
import { sampleBodies } from './testing/sample-bodies.ts';

const openOffice = useOffices();

type Description = {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { summary?: string; responses: Record<string, unknown> }>>>
  >;
};

const describedOf = async (office: Awaited<ReturnType<typeof openOffice>>): Promise<Description> => {
  const reply = await office.nobody.raw({ method: 'GET', url: '/api/openapi.json' });
  return JSON.parse(reply.text) as Description;
};

const callsOf = ({ paths }: Description) =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      call: `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`,
      operation,
    })),
  );

const referencesIn = (thing: unknown): string[] => {
  if (typeof thing !== 'object' || thing === null) return [];
  return Object.entries(thing).flatMap(([key, value]) => (key === '$ref' ? [String(value)] : referencesIn(value)));
};

describe('the description', () => {
  it('is OpenAPI 3.1 and names every endpoint of the contract, and no other', async () => {
    const description = await describedOf(await openOffice());
    expect(description.openapi).toMatch(/^3\.1\./);
    expect(description.info.version).toBe('0.0.0-test');
    const called = callsOf(description).map(({ call }) => call);
    expect(called.sort()).toEqual(allEndpoints.map(({ endpoint }) => `${endpoint.method} ${endpoint.url}`).sort());
  });

  it('says of every endpoint what it does and what it answers', async () => {
    const description = await describedOf(await openOffice());
    for (const { call, operation } of callsOf(description)) {
      expect(operation.summary, call).toMatch(/\w/);
      // what leads a browser on to the identity provider and back answers with where to go
      const done = call.includes('/single-sign-on') ? '3' : '2';
      expect(
        Object.keys(operation.responses).some((status) => status.startsWith(done)),
        call,
      ).toBe(true);
    }
  });

  it('points only at shapes that it holds', async () => {
    const description = await describedOf(await openOffice());
    const references = [...new Set(referencesIn(description))];
    expect(references.length).toBeGreaterThan(10);
    for (const reference of references) {
      const found = reference
        .slice(2)
        .split('/')
        .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], description);
      expect(found, reference).toBeDefined();
    }
  });

  it('can be read by people without signing in', async () => {
    const { nobody } = await openOffice();
    const reply = await nobody.raw({ method: 'GET', url: '/api/docs/static/index.html' });
    expect([200, 302]).toContain(reply.status);
  });
});

it('answers at every endpoint of the contract', async () => {
  const { app } = await openOffice();
  const missing = allEndpoints.filter(({ endpoint: { method, url } }) => !app.hasRoute({ method, url }));
  expect(allEndpoints.length).toBeGreaterThan(35);
  expect(missing.map(({ name }) => name)).toEqual([]);
});

/** Where people come in who are not signed in yet. */
const doors = ['/api/session/password', '/api/account-link', '/api/account-link/accept'];
/** Where browsers go to an identity provider, and come back. */
const ways = ['/api/session/single-sign-on', '/api/session/single-sign-on/return'];

it('answers nobody who has not signed in, but for health, its description and the session itself', async () => {
  const office = await openOffice();
  const open = [
    'GET /api/health',
    'GET /api/health/live',
    'GET /api/health/ready',
    'GET /api/session',
    'POST /api/session',
    'DELETE /api/session',
    ...doors.map((url) => `POST ${url}`),
    ...ways.map((url) => `GET ${url}`),
  ];
  const before = await office.rows('select count(*) from audit_entries');
  for (const { call } of callsOf(await describedOf(office))) {
    if (open.includes(call)) continue;
    const known = allEndpoints.find(({ endpoint }) => `${endpoint.method} ${endpoint.url}` === call);
    if (known === undefined) throw new Error(`${call} is described and not in the contract`);
    const { name, endpoint } = known;
    const input = {
      params: paramsOf(endpoint),
      headers: { 'if-match': '"0"' },
      querystring: { format: endpoint.url.endsWith('/template') ? 'xlsx' : 'docx' },
      body: sampleBodies[name],
    };
    const reply = await office.nobody.sendAny(endpoint, input);
    expect({ call, status: reply.status, etag: reply.headers.etag }).toEqual({ call, status: 401, etag: undefined });
  }
  expect(await office.rows('select count(*) from audit_entries')).toEqual(before);
});

it('asks nobody to mend a request who has to sign in first', async () => {
  const { nobody } = await openOffice();
  for (const { name, endpoint } of allEndpoints) {
    if (endpoint.url.startsWith('/api/health') || ['/api/session', ...doors, ...ways].includes(endpoint.url)) continue;
    const params = Object.fromEntries(Object.keys(paramsOf(endpoint)).map((param) => [param, 'x'.repeat(90)]));
    const body = endpoint.method === 'GET' ? undefined : ['nonsense'];
    const reply = await nobody.sendAny(endpoint, { params, querystring: { year: 'x', asOf: 'x', format: 'x' }, body });
    expect({ name, status: reply.status }).toEqual({ name, status: 401 });
  }
});

it('says that it is well, which version it is and in which mode', async () => {
  const { nobody } = await openOffice();
  const reply = await nobody.raw({ method: 'GET', url: '/api/health' });
  expect(JSON.parse(reply.text)).toMatchObject({ status: 'ok', version: '0.0.0-test', mode: 'evaluation' });
});

it.each(['planner', 'contributor', 'viewer'])(
  'answers a %s with every word of the contract on every reading endpoint, for every objective and year',
  async (persona) => {
    const office = await openOffice();
    const client = await office.signIn(persona);
    const places = [
      { indicator: '2.2-A', year: 2022 },
      { indicator: '1.2-C', year: 2018 },
      { indicator: '5.2-D', year: 2021, asOf: '2022-01-15' },
    ];
    for (const place of places) {
      for (const { name, input, reply } of await readEverything(client, place)) {
        const asksForSigned = name === 'readReviewVersion' || name === 'readReviewChanges';
        const isVersionOfOpenReview = asksForSigned && place.year === 2022;
        expect({ name, input, status: reply.status }).toEqual({
          name,
          input,
          status: isVersionOfOpenReview ? 404 : 200,
        });
      }
    }
  },
);
