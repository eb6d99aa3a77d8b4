import { allEndpoints } from '../../apps/api/src/testing/endpoints.ts';
import { sampleBodies } from '../../apps/api/src/testing/sample-bodies.ts';
import { type Description, exampleOf, type Operation } from './api-description.ts';
import type { Chance } from './chance.ts';
import { hostileText, hostileValue, jsonOf } from './hostile-values.ts';
import { spoiled, spoiledBytes } from './spoil-body.ts';
import { spoiledForm } from './spoil-form.ts';
import type { Things } from './things.ts';
import type { Message } from './wire.ts';

export type Ground = { readonly description: Description; readonly things: Things; readonly origin: string };

/** What is done to a message; "nothing" is the way into deep code, with things of other people. */
export const harms = ['nothing', 'path', 'query', 'headers', 'body', 'bytes', 'type', 'form', 'many'] as const;
export type Harm = (typeof harms)[number];

const addressOf = ({ url }: { readonly url: string }): string => url.replace(/:(\w+)/g, '{$1}');
const nameOf = ({ method, path }: Operation): string | undefined =>
  allEndpoints.find(({ endpoint }) => endpoint.method === method && addressOf(endpoint) === path)?.name;

const bodyFor = (chance: Chance, { description }: Ground, operation: Operation): unknown => {
  const sample = sampleBodies[nameOf(operation) ?? ''];
  const example = operation.body === null ? undefined : exampleOf(chance, description, operation.body);
  if (sample === undefined) return example;
  const kind = chance.number(10);
  if (kind < 4) return sample;
  // with more of what may be said, such as the reason that a correction asks for
  return kind < 7 ? { ...(example as object), ...(sample as object) } : example;
};

/** Halves of surrogates do not fit into an address. */
const wellFormed = (text: string): string => Buffer.from(text).toString();

/** Bytes as a path may carry them: what is not ASCII goes in percent signs, or as it stands. */
const encoded = (chance: Chance, text: string): string => {
  const kind = chance.number(10);
  if (kind < 6) return encodeURIComponent(wellFormed(text)).slice(0, 4000);
  if (kind < 8)
    return Buffer.from(text)
      .toString('latin1')
      .replace(/[^\x21-\x7e\x80-\xff]|[?#]/g, '%00')
      .slice(0, 4000);
  if (kind < 9) return encodeURIComponent(encodeURIComponent(wellFormed(text.slice(0, 200))));
  return chance.pick(['%', '%zz', '%c0%af', '%ed%a0%80', '%u0041', '.', '..', '%2e%2e', ';x=1', '']);
};

const strategies = 'fbs-2018-2022';

const thingFor = (chance: Chance, { things }: Ground, name: string): string => {
  if (name === 'strategy' && chance.yes(85)) return strategies;
  const known = things[name] ?? [];
  return known.length === 0 ? 'none' : chance.pick(known);
};

const pathFor = (chance: Chance, ground: Ground, { path }: Operation, spoil: boolean): string => {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const worst = spoil && names.length > 0 ? chance.pick(names) : '';
  const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => {
    // a thing of another kind in its place, or nonsense
    if (name === worst)
      return chance.yes(25)
        ? encodeURIComponent(thingFor(chance, ground, chance.pick(Object.keys(ground.things))))
        : encoded(chance, hostileText(chance));
    return encodeURIComponent(thingFor(chance, ground, name));
  });
  return spoil && names.length === 0
    ? filled + chance.pick(['/', '//', '/..', '/.', '%00', '%0a', '/x', '\\', ';a'])
    : filled;
};

const queryFor = (chance: Chance, { parameters, path }: Operation, spoil: boolean): string => {
  const declared = parameters.filter((each) => each.in === 'query');
  const sound: Readonly<Record<string, readonly string[]>> = {
    year: ['2022', '2020'],
    asOf: ['2021-12-31', '2026-01-01'],
    format: ['csv', 'json', 'xlsx', 'docx'],
    from: ['1'],
    q: ['training', 'a'],
    dryRun: ['true', 'false'],
    wait: ['false'],
    limit: ['50'],
    each: ['5'],
    kind: ['value'],
    version: ['1'],
  };
  const parts = declared
    .filter(({ required = false }) => required || chance.yes(30))
    .map(
      ({ name, schema }) =>
        `${name}=${path.startsWith('/api/audit') && name !== 'kind' ? '2022-01-01' : chance.pick((schema?.enum as string[] | undefined) ?? sound[name] ?? ['1'])}`,
    );
  if (!spoil) return parts.length === 0 ? '' : `?${parts.join('&')}`;
  const name = declared.length === 0 ? 'x' : chance.pick(declared).name;
  const worse = chance.pick([
    [`${name}=${encoded(chance, hostileText(chance))}`],
    [`${name}=1`, `${name}=2`],
    [`${name}[]=1`, `${name}[a]=1`],
    ['__proto__[admin]=1', 'constructor.prototype.x=1'],
    [`unknown=${encoded(chance, hostileText(chance))}`],
    Array.from({ length: 1500 }, (_, at) => `k${at}=1`),
    [`${name}`, '&&==', '%'],
  ]);
  return `?${[...parts, ...worse].join('&')}`;
};

const printable = (text: string): string =>
  Buffer.from(text)
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .slice(0, 6000);

const headersFor = (chance: Chance, version: string): Record<string, string | readonly string[]> => {
  const text = printable(hostileText(chance));
  return chance.pick<Record<string, string | readonly string[]>>([
    { 'if-match': text },
    {
      'if-match': chance.pick([
        '*',
        '""',
        '"1", "2"',
        'W/"1"',
        '"-1"',
        '"1e3"',
        '"99999999999999999999"',
        version.repeat(300),
      ]),
    },
    { 'if-none-match': text },
    { 'x-http-method-override': 'DELETE', 'x-forwarded-host': text, 'x-forwarded-for': text },
    { accept: text, 'accept-encoding': text, 'accept-language': text },
    { range: chance.pick(['bytes=0-0', 'bytes=-1', 'bytes=9-1,2-3', text]) },
    { cookie: `fbs_session=${text}; fbs_session=${text}` },
    { cookie: `fbs_session=${'a'.repeat(6000)}` },
    { origin: text, referer: text },
    { 'content-encoding': chance.pick(['gzip', 'br', text]) },
    { authorization: `Bearer ${text}`, 'last-event-id': text },
    Object.fromEntries(Array.from({ length: 150 }, (_, at) => [`x-h${at}`, 'v'])),
  ]);
};

const types = [
  'text/plain',
  'application/xml',
  'application/json; charset=utf-16',
  'application/json;charset=x',
  'APPLICATION/JSON',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  `multipart/form-data; boundary=${'b'.repeat(300)}`,
  'application/x-www-form-urlencoded',
  'application/merge-patch+json',
  'application/json, text/html',
  'x',
  '',
  '/',
  `application/${'j'.repeat(3000)}`,
];

type Content = { readonly type: string | null; readonly body: Buffer | null };

const contentFor = (chance: Chance, ground: Ground, operation: Operation, harm: Harm): Content => {
  const forms = operation.takesFile && (harm === 'form' || chance.yes(50));
  const body = bodyFor(chance, ground, operation);
  if (forms) return spoiledForm(chance, harm === 'form' || harm === 'many', body);
  if (body === undefined) {
    return harm === 'body' && operation.method !== 'GET'
      ? { type: 'application/json', body: Buffer.from(jsonOf(hostileValue(chance))) }
      : { type: null, body: null };
  }
  const text = jsonOf(
    harm === 'body' ? spoiled(chance, body) : harm === 'many' ? spoiled(chance, spoiled(chance, body)) : body,
  );
  return {
    type: harm === 'type' ? chance.pick(types) : 'application/json',
    body: harm === 'bytes' ? spoiledBytes(chance, text) : Buffer.from(text),
  };
};

/** One message, of what an operation asks for with one thing wrong about it (or, with "many", a few). */
export const messageFor = (chance: Chance, ground: Ground, operation: Operation, harm: Harm): Message => {
  const all = harm === 'many';
  const path =
    pathFor(chance, ground, operation, harm === 'path' || all) + queryFor(chance, operation, harm === 'query' || all);
  const { type, body } = contentFor(chance, ground, operation, harm);
  const version = `"${chance.pick([0, 1, 1, 1, 2, 3])}"`;
  const takesVersion = operation.parameters.some((each) => each.name === 'if-match');
  return {
    method: operation.method,
    path,
    headers: {
      origin: ground.origin,
      ...(takesVersion && !chance.yes(5) ? { 'if-match': version } : {}),
      ...(type === null ? {} : { 'content-type': type }),
      ...(body === null ? {} : { 'content-length': String(body.length) }),
      ...(harm === 'headers' || all ? headersFor(chance, version) : {}),
    },
    body,
  };
};
