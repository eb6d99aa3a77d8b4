import { createIndicator, problemCodes, readIndicator, recordValue } from '@fbs/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Client, type RawCall, refusalOf, urlOf } from '../testing/client.ts';
import { paramsOf, readingEndpoints, requiredQuery, strategy } from '../testing/endpoints.ts';
import { placed } from '../testing/entries.ts';
import { type Office, useOffices } from '../testing/offices.ts';
import { sampleDefinition } from '../testing/sample-bodies.ts';

const openOffice = useOffices();
let office: Office;
let planner: Client;
beforeEach(async () => {
  office = await openOffice();
  planner = await office.signIn('planner');
});

const value = urlOf(recordValue, placed('1.2-D', 2022));
const json = { 'content-type': 'application/json', 'if-match': '"0"' };

const put = (payload: string, headers: Record<string, string> = json): RawCall => ({
  method: 'PUT',
  url: value,
  headers,
  payload,
});

const refusalTo = async (call: RawCall) => {
  const reply = await planner.raw(call);
  const refusal = refusalOf(reply);
  expect(refusal).toMatchObject({ type: `urn:fbs:problem:${refusal.code}`, title: expect.stringMatching(/\w/) });
  expect(problemCodes).toContain(refusal.code);
  expect(refusal.detail).toMatch(/[.:]/);
  if (call.url.startsWith('/api/')) expect(reply.headers['x-content-type-options']).toBe('nosniff');
  return refusal;
};

describe('an address', () => {
  it.each([
    ['GET', '/api/nothing', 404],
    ['GET', '/api', 404],
    ['GET', '/', 404],
    ['GET', '/index.php?a=1', 404],
    ['GET', '/api/strategies/', 400],
    ['GET', '/api/strategies//overview', 400],
    ['POST', '/api/strategies', 404],
    ['DELETE', '/api/strategies/fbs-2018-2022', 404],
    ['PATCH', value, 404],
    ['OPTIONS', value, 404],
    ['GET', `/api/strategies/${strategy}/indicators/${'9'.repeat(41)}`, 400],
    ['GET', `/api/strategies/${'x'.repeat(81)}`, 400],
    ['GET', '/api/strategies/%zz', 400],
    ['GET', '/api/%E0%A4%A', 400],
    ['GET', `/api/strategies/${strategy}/indicators/%C0%AF`, 400],
    ['GET', `/api/strategies/${strategy}/indicators/%`, 400],
    ['GET', `/api/strategies/${strategy}/indicators/%00`, 404],
    ['GET', `/api/strategies/${strategy}/indicators/..%2F..%2Fetc%2Fpasswd`, 404],
    ['GET', `/api/strategies/${strategy}/indicators/${encodeURIComponent("' or 1=1 --")}`, 404],
    ['GET', `/api/strategies/${strategy}/indicators/${encodeURIComponent('💥')}`, 404],
    ['GET', `/api/strategies/${strategy}/goals/__proto__`, 404],
    ['GET', `/api/strategies/${strategy}/overview?year=abc`, 400],
    ['GET', `/api/strategies/${strategy}/overview?year=`, 400],
    ['GET', `/api/strategies/${strategy}/overview?year=2020.5`, 400],
    ['GET', `/api/strategies/${strategy}/overview?year=2020&year=2021`, 400],
    ['GET', `/api/strategies/${strategy}/overview?asOf=2020-01-01&asOf=2020-01-02`, 400],
    ['GET', `/api/strategies/${strategy}/reviews/1e9`, 400],
  ] as const)('%s %s is refused with %i', async (method, url, status) => {
    expect(await refusalTo({ method, url })).toMatchObject({ status });
  });

  it('longer than anybody types is refused', async () => {
    const url = `/api/strategies/${strategy}/indicators/${'9'.repeat(5000)}`;
    expect(await refusalTo({ method: 'GET', url })).toMatchObject({ status: 400 });
  });

  it('of a strategy that does not exist is not found, on every page', async () => {
    for (const each of readingEndpoints) {
      const { name, endpoint } = each;
      if (!endpoint.url.includes(':strategy')) continue;
      const params = paramsOf(endpoint, { strategy: 'fbs-1999' });
      const reply = await planner.sendAny(endpoint, { params, querystring: requiredQuery(each) });
      expect({ name, ...JSON.parse(reply.text) }).toMatchObject({
        name,
        status: 404,
        detail: 'There is no strategy "fbs-1999".',
      });
    }
  });

  it('with nonsense for a code is never a mistake of the service', async () => {
    const nonsense = [
      '\u0000',
      '\ud7ff\uffff',
      '0',
      '-1',
      'NaN',
      '1.1-A\n',
      '%',
      '../x',
      'constructor',
      '1.1-a',
      'ＡＢＣ',
      '"',
      '{}',
    ];
    for (const { endpoint } of readingEndpoints) {
      for (const word of nonsense) {
        const params = paramsOf(endpoint, { indicator: word, objective: word, code: word, number: word, year: word });
        const { status } = await planner.sendAny(endpoint, { params });
        expect([200, 400, 404, 422]).toContain(status);
      }
    }
  });
});

describe('a body', () => {
  it.each([
    ['cut off', put('{"value":'), 400],
    ['no JSON', put('value=1'), 400],
    ['empty', put(''), 400],
    ['null', put('null'), 400],
    ['a list', put('[]'), 400],
    ['a text', put('"12"'), 400],
    ['not UTF-8 JSON', put('\u0000{}'), 400],
    ['one that reaches for the prototype', put('{"__proto__":{"admin":true}}'), 400],
    ['deeper than anybody writes', put(`{"value":${'['.repeat(50_000)}${']'.repeat(50_000)}}`), 400],
    ['XML', put('<value>1</value>', { ...json, 'content-type': 'application/xml' }), 415],
    ['a form', put('value=1', { ...json, 'content-type': 'application/x-www-form-urlencoded' }), 415],
    ['plain text', put('{"value":"1"}', { ...json, 'content-type': 'text/plain' }), 415],
    ['of a content type that is none', put('{"value":"1"}', { ...json, 'content-type': 'nonsense' }), 415],
    ['larger than a megabyte', put(JSON.stringify({ note: 'x'.repeat(1_100_000) })), 413],
  ])('that is %s is refused', async (_what, call, status) => {
    expect(await refusalTo(call)).toMatchObject({ status });
  });

  it('that is not as described is refused with a pointer to each part', async () => {
    const body = { value: 12, breakdown: [{ dimension: 'sex', category: 'male', value: 'many' }], measuredOn: 'May' };
    const refusal = await refusalTo(put(JSON.stringify(body)));
    expect(refusal).toMatchObject({ status: 400, code: 'bad_request' });
    expect(refusal.errors?.map(({ pointer }) => pointer).sort()).toEqual([
      '/breakdown/0/value',
      '/measuredOn',
      '/value',
    ]);
    for (const { detail } of refusal.errors ?? []) expect(detail).toMatch(/\w/);
  });

  it('of an indicator points into its definition', async () => {
    const call = (definition: object) =>
      planner.sendAny(createIndicator, { params: { strategy }, body: { code: '2.2-X', objective: '2.2', definition } });
    const parsed = async (definition: object) => JSON.parse((await call(definition)).text) as unknown;
    expect(await parsed({ ...sampleDefinition, unit: ' ' })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/definition/unit' }],
    });
    expect(await parsed({ ...sampleDefinition, section: 'XYZ' })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/definition/section' }],
    });
  });

  it('may be left out where none is described, whatever the content type says of it', async () => {
    const reply = await planner.raw({ method: 'POST', url: `${value}/submit`, headers: { 'if-match': '"0"' } });
    expect(refusalOf(reply)).toMatchObject({ status: 409 });
  });
});

describe('a refusal', () => {
  it('says what there is none of', async () => {
    const refusal = await planner.refused(readIndicator, { params: { strategy, indicator: '9.9-Z' } });
    expect(refusal).toMatchObject({
      status: 404,
      code: 'not_found',
      detail: 'There is no indicator 9.9-Z in this strategy.',
    });
  });

  it('does not send back what was sent in the address as markup', async () => {
    const reply = await planner.raw({ method: 'GET', url: '/api/<script>alert(1)</script>' });
    expect(reply.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(reply.headers['x-content-type-options']).toBe('nosniff');
  });
});
