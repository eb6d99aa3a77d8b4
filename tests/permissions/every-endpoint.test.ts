import { afterAll, describe, expect, it } from 'vitest';
import type { AnyInput, Client } from '../../apps/api/src/testing/client.ts';
import { ownRules, readingRules, writingRules } from '../../apps/api/src/testing/endpoint-rules.ts';
import {
  allEndpoints,
  type NamedEndpoint,
  paramsOf,
  requiredQuery,
  strategy,
} from '../../apps/api/src/testing/endpoints.ts';
import { useOffices } from '../../apps/api/src/testing/offices.ts';
import { sampleBodies } from '../../apps/api/src/testing/sample-bodies.ts';
import { type Action, permits, type StrategyState, seesStrategy } from '../../packages/core/src/index.ts';
import { createExportPool } from '../../packages/documents/src/index.ts';
import { type Asker, askersOf, takeBackEveryWrite } from './askers.ts';

const openOffice = useOffices();
const { outline, close } = createExportPool();
afterAll(close);
const paper = async () => new Uint8Array([1]);
const exports = { outline, make: paper, makeYears: paper, trySeal: async () => true, close: async () => {} };

let walked = 0;
afterAll(() => process.stdout.write(`${walked} answers of ${allEndpoints.length} endpoints compared with the table\n`));

const ask = async (client: Client, { endpoint }: NamedEndpoint, input: AnyInput): Promise<number> => {
  walked += 1;
  return (await client.sendAny(endpoint, input)).status;
};

it('has a rule for every endpoint, and no rule without an endpoint', () => {
  const ruled = [...Object.keys(readingRules), ...Object.keys(writingRules), ...Object.keys(ownRules)];
  expect(ruled.sort()).toEqual(allEndpoints.map(({ name }) => name).sort());
  expect(
    allEndpoints
      .filter(({ endpoint }) => endpoint.method === 'GET')
      .map(({ name }) => name)
      .sort(),
  ).toEqual(Object.keys(readingRules).sort());
});

/** What the rules say of one call: refused at the door, not there, or past the door. */
const doorOf = (
  { name, endpoint }: NamedEndpoint,
  { actor }: Asker,
  state: StrategyState,
): 401 | 403 | 404 | 'past' => {
  const own = ownRules[name] ?? readingRules[name];
  if (own === 'everybody') return 'past';
  if (actor === null) return 401;
  if (own === 'signed in') return 'past';
  const inStrategy = endpoint.url.includes(':strategy');
  if (inStrategy && !seesStrategy(actor, state)) return 404;
  const writing = writingRules[name];
  const [action, place] =
    writing === undefined
      ? typeof own === 'string'
        ? [own, {}]
        : [own?.[0] ?? 'read', { section: actor.section }]
      : [writing.action, { section: writing.ownSection ? actor.section : 'IP' }];
  return permits({ ...actor, archived: inStrategy && state === 'archived' }, action as Action, place) ? 'past' : 403;
};

const inputFor = (each: NamedEndpoint): AnyInput => {
  const { name, endpoint } = each;
  const format = { exportYears: 'docx', exportReview: 'docx' }[name] ?? 'xlsx';
  const querystring = {
    ...requiredQuery(each),
    ...('format' in (endpoint.schema.querystring?.shape ?? {}) ? { format } : {}),
  };
  if (endpoint.method === 'GET') return { params: paramsOf(endpoint, { indicator: '2.2-A' }), querystring };
  const body = writingRules[name]?.body ?? sampleBodies[name];
  return {
    params: paramsOf(endpoint, { indicator: '2.2-A' }),
    headers: { 'if-match': '"999"' },
    ...(body === undefined ? {} : { body }),
  };
};

/** All but the stream of events, which has no end. */
const asked = allEndpoints.filter(({ endpoint }) => endpoint.url !== '/api/events');

describe.each(['in_force', 'archived', 'draft'] as const)('in a strategy that is %s', (state) => {
  it('lets everybody past the door whom the table lets, and nobody else', async () => {
    const office = await openOffice({ exports });
    await office.change(`update strategies set state = '${state}' where id = '${strategy}'`);
    const askers = await askersOf(office);
    takeBackEveryWrite(office);
    const wrong: string[] = [];
    for (const each of asked) {
      for (const asker of askers) {
        const status = await ask(asker.client, each, inputFor(each));
        const door = doorOf(each, asker, state);
        // an own account may lack what is asked of it, which is a refusal past the door
        const isPast = status < 500 && status !== 401 && (status !== 403 || ownRules[each.name] !== undefined);
        if (door === 'past' ? !isPast : status !== door)
          wrong.push(`${asker.who}: ${each.name} ${status}, not ${door}`);
      }
    }
    expect(wrong).toEqual([]);
  }, 180_000);
});
