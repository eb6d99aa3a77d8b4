import type { z } from 'zod';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The shape Fastify takes as route options: one constant serves the server, OpenAPI and both sides' types. */
export type Endpoint = {
  readonly method: Method;
  readonly url: `/api/${string}`;
  readonly schema: {
    readonly summary: string;
    readonly tags: readonly string[];
    readonly params?: z.ZodObject;
    readonly querystring?: z.ZodObject;
    readonly headers?: z.ZodObject;
    readonly body?: z.ZodType;
    readonly response: { readonly [status: number]: z.ZodType };
  };
};

type Part<E extends Endpoint, K extends 'params' | 'querystring' | 'body' | 'headers'> = E['schema'] extends {
  readonly [P in K]: infer S extends z.ZodType;
}
  ? { readonly [P in K]: K extends 'body' | 'headers' ? z.input<S> : z.output<S> }
  : unknown;

/** What a caller has to hand over: params, querystring, body and headers where the endpoint has them. */
export type CallInput<E extends Endpoint> = Part<E, 'params'> &
  Part<E, 'querystring'> &
  Part<E, 'body'> &
  Part<E, 'headers'>;

/** The answer of a call that succeeds. */
export type Answer<E extends Endpoint> = E['schema']['response'] extends { readonly 200: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;
