import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ApiProblem, call, callWithTag } from './api-client.ts';

const fetched = vi.fn<typeof fetch>();

beforeEach(() => vi.stubGlobal('fetch', fetched));
afterEach(() => {
  vi.unstubAllGlobals();
  fetched.mockReset();
});

const answer = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });

const entryAddress = 'PUT /api/strategies/:strategy/indicators/:indicator/values/:year';
const record = () =>
  call(entryAddress, {
    params: { strategy: 'fbs', indicator: '1.1-A', year: 2020 },
    headers: { 'if-match': '"3"' },
    body: { value: '12' },
  });

const refusalOf = async (work: Promise<unknown>): Promise<ApiProblem> => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof ApiProblem)) throw new Error(`no refusal, but ${String(error)}`);
  return error;
};

describe('a call', () => {
  test('puts its parameters into the address, and the rest into headers and body', async () => {
    fetched.mockResolvedValue(answer(200, {}));
    await record();
    const [address, request] = fetched.mock.calls[0] ?? [];
    const headers = new Headers(request?.headers);
    expect(address).toBe('/api/strategies/fbs/indicators/1.1-A/values/2020');
    expect(request?.method).toBe('PUT');
    expect(headers.get('if-match')).toBe('"3"');
    expect(headers.get('content-type')).toBe('application/json');
    expect(request?.body).toBe('{"value":"12"}');
  });

  test('leaves out what is not given from the query', async () => {
    fetched.mockResolvedValue(answer(200, {}));
    await call('GET /api/strategies/:strategy/overview', {
      params: { strategy: 'a b' },
      querystring: { year: 2020, asOf: undefined },
    });
    expect(fetched.mock.calls[0]?.[0]).toBe('/api/strategies/a%20b/overview?year=2020');
  });

  test('can hand over the version of what was read', async () => {
    fetched.mockResolvedValue(answer(200, { mode: 'evaluation' }, { etag: '"7"' }));
    expect(await callWithTag('GET /api/session', {})).toEqual({ data: { mode: 'evaluation' }, etag: '"7"' });
  });
});

describe('a refusal', () => {
  test('carries the words of the problem and the parts to mend', async () => {
    const errors = [{ pointer: '/value', detail: 'Enter a number for FY 2020' }];
    const problem = {
      type: '/problems/invalid',
      title: 'Not valid',
      status: 422,
      detail: 'One field is wrong.',
      errors,
    };
    fetched.mockResolvedValue(answer(422, problem));
    const refusal = await refusalOf(record());
    expect(refusal).toMatchObject({ status: 422, type: '/problems/invalid', title: 'Not valid', errors });
    expect(refusal.message).toBe('One field is wrong.');
  });

  test('of a stale write carries how things stand now', async () => {
    const current = { value: '13', version: 4 };
    fetched.mockResolvedValue(answer(412, { title: 'Changed', status: 412, current }));
    expect((await refusalOf(record())).body).toMatchObject({ current });
  });

  test('without a problem body still says what happened', async () => {
    fetched.mockResolvedValue(new Response('<html>', { status: 502 }));
    const refusal = await refusalOf(record());
    expect(refusal).toMatchObject({ status: 502, title: 'The server could not do this', errors: [] });
  });

  test('is also the lack of any answer', async () => {
    fetched.mockRejectedValue(new TypeError('Failed to fetch'));
    expect(await refusalOf(record())).toMatchObject({ status: 0, title: 'The server cannot be reached' });
  });

  test('is not a call that was given up', async () => {
    fetched.mockRejectedValue(new DOMException('gone', 'AbortError'));
    await expect(record()).rejects.toMatchObject({ name: 'AbortError' });
  });
});
