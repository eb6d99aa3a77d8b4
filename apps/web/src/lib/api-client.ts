import type * as contract from '@fbs/contract';
import type { Answer, CallInput, Endpoint } from '@fbs/contract';
import { isAnswered, noteUse } from './identity-question.ts';

type Contract = typeof contract;
type Endpoints = {
  [K in keyof Contract as Contract[K] extends Endpoint
    ? `${Contract[K]['method']} ${Contract[K]['url']}`
    : never]: Contract[K] extends Endpoint ? Contract[K] : never;
};
/** "GET /api/strategies/:strategy/overview": every address the server answers. */
export type Address = keyof Endpoints;
export type AnswerOf<A extends Address> = Answer<Endpoints[A]>;
export type InputOf<A extends Address> = CallInput<Endpoints[A]>;

export type FieldError = { readonly pointer: string; readonly detail: string };

/** A refusal of the server (RFC 9457), or the lack of any answer (status 0). */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly status: number;
  readonly type: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];
  /** The whole answer: a stale write (412) carries the current state here. */
  readonly body: unknown;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    const title = typeof body.title === 'string' ? body.title : titleOf(status);
    const detail = typeof body.detail === 'string' ? body.detail : undefined;
    super(detail ?? title);
    this.status = status;
    this.type = typeof body.type === 'string' ? body.type : 'about:blank';
    this.title = title;
    this.detail = detail;
    this.errors = Array.isArray(body.errors) ? (body.errors as FieldError[]) : [];
    this.body = body;
  }
}

/** For answers that bring no words of their own: the server's refusals always do. */
const titleOf = (status: number): string => {
  if (status === 0) return 'The server cannot be reached';
  return status >= 500 ? 'The server could not do this' : 'The server refused this';
};

type LooseInput = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly querystring?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: unknown;
};

const addressOf = (url: string, { params = {}, querystring = {} }: LooseInput): string => {
  const path = url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(querystring)) {
    if (value !== undefined && value !== null) query.append(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
};

const requestOf = (method: string, { headers = {}, body }: LooseInput): RequestInit => {
  const sent = new Headers({ accept: 'application/json' });
  if (!noteUse()) sent.set('x-unattended', '1');
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) sent.set(name, value);
  if (body === undefined) return { method, headers: sent };
  // The browser itself writes the content type of a form with files, with its boundary.
  if (body instanceof FormData) return { method, headers: sent, body };
  sent.set('content-type', 'application/json');
  return { method, headers: sent, body: JSON.stringify(body) };
};

const bodyOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

type Sent = { readonly data: unknown; readonly etag: string | null };

const send = async (address: string, input: LooseInput, ask: typeof fetch): Promise<Sent> => {
  const [method = 'GET', url = ''] = address.split(' ');
  let response: Response;
  try {
    response = await ask(addressOf(url, input), requestOf(method, input));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem(0, { detail: 'Check the network connection, then try again.' });
  }
  const data = await bodyOf(response);
  if (response.ok) return { data, etag: response.headers.get('etag') };
  if (await isAnswered(method, url, response.status, data)) return send(address, input, ask);
  throw new ApiProblem(response.status, typeof data === 'object' && data !== null ? { ...data } : {});
};

/** Calls the server and returns its answer; throws an ApiProblem for every refusal. `ask` may follow what is sent. */
export const call = async <A extends Address>(
  address: A,
  input: InputOf<A>,
  ask: typeof fetch = fetch,
): Promise<AnswerOf<A>> => (await send(address, input as LooseInput, ask)).data as AnswerOf<A>;

/** As `call`, with the version of what was read, for a later `if-match`. */
export const callWithTag = async <A extends Address>(
  address: A,
  input: InputOf<A>,
): Promise<{ readonly data: AnswerOf<A>; readonly etag: string | null }> => {
  const { data, etag } = await send(address, input as LooseInput, fetch);
  return { data: data as AnswerOf<A>, etag };
};
