import { isDeepStrictEqual } from 'node:util';
import { type CallInput, type Endpoint, problem, proveIdentity } from '@fbs/contract';
import { expect } from 'vitest';
import type { z } from 'zod';
import type { App } from '../typed-app.ts';

export type Reply = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
};

/** Any call, as loosely as HTTP itself. */
export type AnyInput = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly querystring?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

type Has<E extends Endpoint, K extends string> = Extract<keyof CallInput<E>, K>;

/** What the contract asks for; query and headers may be left out. */
export type Sent<E extends Endpoint> = Pick<CallInput<E>, Has<E, 'params' | 'body'>> &
  Partial<Pick<CallInput<E>, Has<E, 'querystring' | 'headers'>>>;

type Success<E extends Endpoint> = E['schema']['response'] extends
  | { readonly 200: infer S extends z.ZodType }
  | { readonly 201: infer S extends z.ZodType }
  ? z.output<S>
  : never;

export type Refusal = z.output<typeof problem> & { readonly current?: unknown };

export type RawCall = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
};

export const urlOf = ({ url }: Pick<Endpoint, 'url'>, { params = {}, querystring = {} }: AnyInput): string => {
  const path = url.replace(/:(\w+)/g, (_text, name: string) => encodeURIComponent(String(params[name])));
  const asked = Object.entries(querystring).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(asked.map(([name, value]): [string, string] => [name, String(value)]));
  return query.size === 0 ? path : `${path}?${query}`;
};

/** Every refusal is problem details (RFC 9457) and says nothing of what lies behind it. */
export const refusalOf = (reply: Reply): Refusal => {
  expect(reply.headers['content-type'], reply.text).toMatch(/^application\/problem\+json/);
  const body = JSON.parse(reply.text) as Refusal;
  problem.parse(body);
  expect(body.status).toBe(reply.status);
  expect(reply.text).not.toMatch(/node_modules|sqlite|select .* from|\.ts:\d/i);
  return body;
};

/** Answers that were held to the contract already: many pages are the same for everybody. */
const held = new Set<string>();

/** Holds an answer to the contract: its status is declared, and it has every word of its schema and no other. */
const holdToContract = (endpoint: Endpoint, reply: Reply): void => {
  if (reply.status === 304) return;
  const schema = endpoint.schema.response[reply.status];
  if (reply.status >= 400) {
    const refusal = refusalOf(reply);
    if (schema !== undefined) schema.parse(refusal);
    return;
  }
  if (schema === undefined) throw new Error(`${endpoint.method} ${endpoint.url} does not declare ${reply.status}`);
  if (!reply.headers['content-type']?.startsWith('application/json')) return;
  const answer = `${endpoint.method} ${endpoint.url} ${reply.text}`;
  if (held.has(answer)) return;
  const body: unknown = JSON.parse(reply.text);
  const parsed = schema.parse(body);
  // asked first, since it is much quicker; the other says what differs
  if (!isDeepStrictEqual(parsed, body)) expect(parsed).toEqual(body);
  held.add(answer);
};

const sendRaw = async (app: App, cookie: string | null, { headers = {}, ...call }: RawCall): Promise<Reply> => {
  const reply = await app.inject({ ...call, headers: { ...headers, ...(cookie === null ? {} : { cookie }) } });
  return {
    status: reply.statusCode,
    headers: reply.headers as Reply['headers'],
    text: reply.payload,
    bytes: reply.rawPayload,
  };
};

/** One browser: what it sends carries its cookie, and every answer is held to the contract. */
export const clientOf = (app: App, first: string | null) => {
  let cookie = first;
  /** A session that goes on with another token after a proof is followed, as a browser does. */
  const follow = ({ url }: Endpoint, { headers }: Reply): void => {
    const [given] = ([] as (string | undefined)[]).concat(headers['set-cookie']);
    if (url === proveIdentity.url && given !== undefined) cookie = given.split(';')[0] ?? null;
  };
  const sendAny = async (endpoint: Endpoint, input: AnyInput = {}): Promise<Reply> => {
    const json = input.body === undefined ? {} : { 'content-type': 'application/json' };
    const reply = await sendRaw(app, cookie, {
      method: endpoint.method,
      url: urlOf(endpoint, input),
      headers: { ...input.headers, ...json },
      ...(input.body === undefined ? {} : { payload: JSON.stringify(input.body) }),
    });
    follow(endpoint, reply);
    holdToContract(endpoint, reply);
    return reply;
  };
  return {
    get cookie() {
      return cookie;
    },
    sendAny,
    raw: (call: RawCall): Promise<Reply> => sendRaw(app, cookie, call),
    send: <E extends Endpoint>(endpoint: E, input: Sent<E>): Promise<Reply> => sendAny(endpoint, input as AnyInput),
    /** The answer of a call that has to succeed. */
    ok: async <E extends Endpoint>(endpoint: E, input: Sent<E>): Promise<Success<E>> => {
      const reply = await sendAny(endpoint, input as AnyInput);
      if (reply.status >= 300) throw new Error(`${endpoint.method} ${endpoint.url}: ${reply.status} ${reply.text}`);
      return JSON.parse(reply.text) as Success<E>;
    },
    /** The problem of a call that has to be refused. */
    refused: async <E extends Endpoint>(endpoint: E, input: Sent<E>): Promise<Refusal> => {
      const reply = await sendAny(endpoint, input as AnyInput);
      if (reply.status < 400)
        throw new Error(`${endpoint.method} ${endpoint.url} was not refused: ${reply.text.slice(0, 400)}`);
      return JSON.parse(reply.text) as Refusal;
    },
  };
};
export type Client = ReturnType<typeof clientOf>;
