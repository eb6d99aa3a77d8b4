import { afterEach, expect, test, vi } from 'vitest';
import { SentInHalves } from '../testing/sent-in-halves.ts';
import { type ApiProblem, call } from './api-client.ts';
import { fetchTelling } from './fetch-telling.ts';

afterEach(() => vi.unstubAllGlobals());

const told: number[] = [];
const record = (answer: () => Response) => {
  told.length = 0;
  const fetched = vi.fn(async (_address: string, _request: RequestInit) => answer());
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('XMLHttpRequest', SentInHalves);
  const params = { strategy: 'fbs', indicator: '1.1-A', year: 2020 };
  const input = { params, headers: { 'if-match': '"3"' }, body: { value: '12' } };
  const address = 'PUT /api/strategies/:strategy/indicators/:indicator/values/:year';
  const answered = call(
    address,
    input,
    fetchTelling((share) => told.push(share)),
  );
  return { fetched, answered };
};

test('what is sent arrives as fetch would send it, and how much has left is told', async () => {
  const { fetched, answered } = record(() => new Response('{"version":4}'));
  expect(await answered).toEqual({ version: 4 });
  expect(told).toEqual([0.5, 1]);
  const [address, request] = fetched.mock.calls[0] ?? [];
  expect(address).toBe('/api/strategies/fbs/indicators/1.1-A/values/2020');
  expect(request).toMatchObject({ method: 'PUT', body: '{"value":"12"}' });
  expect(new Headers(request?.headers).get('if-match')).toBe('"3"');
});

test('a refusal is one, with its words', async () => {
  const detail = 'The file is larger than 10 MB.';
  const { answered } = record(() => new Response(JSON.stringify({ status: 413, detail }), { status: 413 }));
  await expect(answered).rejects.toMatchObject({ status: 413, detail } satisfies Partial<ApiProblem>);
});

test('a server that cannot be reached is said to be away', async () => {
  const { answered } = record(() => {
    throw new TypeError('offline');
  });
  await expect(answered).rejects.toMatchObject({ status: 0, message: expect.stringContaining('network connection') });
});
