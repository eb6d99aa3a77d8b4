import type { Endpoint } from '@fbs/contract';
import * as contract from '@fbs/contract';
import type { AnyInput, Client, Reply } from './client.ts';

const isEndpoint = (thing: unknown): thing is Endpoint =>
  typeof thing === 'object' && thing !== null && 'method' in thing && 'url' in thing && 'schema' in thing;

export type NamedEndpoint = { readonly name: string; readonly endpoint: Endpoint };

/** Every endpoint that the contract exports. */
export const allEndpoints: readonly NamedEndpoint[] = Object.entries(contract)
  .map(([name, endpoint]) => ({ name, endpoint: endpoint as unknown }))
  .filter((each): each is NamedEndpoint => isEndpoint(each.endpoint));

/** What reads a strategy, without the service's own pages, and without papers and files. */
export const readingEndpoints = allEndpoints.filter(
  ({ endpoint }) =>
    endpoint.method === 'GET' &&
    endpoint.url.startsWith('/api/strategies/') &&
    !/\/(export(\/\w+)?|file|template|:import|progress|rows|refused\.csv)$/.test(endpoint.url),
);

export const takesAsOf = ({ endpoint }: NamedEndpoint): boolean => 'asOf' in (endpoint.schema.querystring?.shape ?? {});

export const strategy = 'fbs-2018-2022';

/** What stands in an address where a test does not care. */
const anywhere: Readonly<Record<string, unknown>> = {
  strategy,
  indicator: '2.2-A',
  objective: '2.2',
  year: 2022,
  number: 1,
  action: '2021-5.1',
  evidence: 'none',
  comment: 'none',
  import: 'none',
  linkage: 'none',
  framework: 'JSP-2018-2022',
  element: '1.3',
  session: 'none',
  person: 'none',
};

/** Values for every parameter of an endpoint's address. */
export const paramsOf = ({ url }: Pick<Endpoint, 'url'>, asked: Readonly<Record<string, unknown>> = {}) => {
  const code = url.includes('/goals/') ? '2' : '2.2';
  const known: Readonly<Record<string, unknown>> = { code, ...anywhere, ...asked };
  const names = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
  return Object.fromEntries(
    names.map((name) => {
      if (known[name] === undefined) throw new Error(`say in testing/endpoints.ts what :${name} of ${url} may be`);
      return [name, known[name]];
    }),
  );
};

/** What an address cannot do without: of two versions of a review, the first that was signed. */
export const requiredQuery = ({ name }: NamedEndpoint): Readonly<Record<string, unknown>> =>
  name === 'readReviewChanges' ? { from: 1 } : {};

export type Page = { readonly name: string; readonly input: AnyInput; readonly reply: Reply };

/** Opens every reading endpoint once for an indicator and year, and once for each goal and objective. */
export const readEverything = async (
  client: Client,
  { indicator, year, asOf }: { readonly indicator: string; readonly year: number; readonly asOf?: string },
): Promise<Page[]> => {
  const objective = indicator.split('-')[0] ?? '';
  const pages: Page[] = [];
  for (const each of readingEndpoints) {
    const { name, endpoint } = each;
    const code = endpoint.url.includes('/goals/') ? objective.split('.')[0] : objective;
    const query = endpoint.schema.querystring?.shape ?? {};
    const input: AnyInput = {
      params: paramsOf(endpoint, { indicator, objective, year, code }),
      querystring: {
        ...('year' in query ? { year } : {}),
        ...('asOf' in query && asOf !== undefined ? { asOf } : {}),
        ...requiredQuery(each),
      },
    };
    pages.push({ name, input, reply: await client.sendAny(endpoint, input) });
  }
  return pages;
};
