import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { code, list } from './words.ts';

export const changeKinds = [
  'value',
  'target',
  'indicator',
  'comment',
  'evidence',
  'review',
  'linkage',
  'plan',
  'other',
] as const;

const dataVersion = z.number().describe('Raised by every write');

export const change = z.object({
  kind: z.enum(changeKinds),
  strategy: z.string().nullable(),
  indicator: code.nullable(),
  year: z.number().nullable(),
  by: z.string().nullable().describe('Who did it; null: the service itself, or not for everybody to know'),
  own: z.boolean().describe('Done by the person who listens, in this browser or another'),
});
export type Change = z.output<typeof change>;

/** The data of "changed". What a draft says is never in it, only that there is one, as every screen shows. */
export const news = z.object({
  dataVersion,
  changes: list(change),
  more: z.number().describe('Changes that were left out because there are so many'),
});
export type News = z.output<typeof news>;

/** The data of "hello", the first thing a listener hears. */
export const hello = z.object({ dataVersion });
export type Hello = z.output<typeof hello>;

export const readEvents = {
  method: 'GET',
  url: '/api/events',
  schema: {
    summary:
      'Server-sent events: "hello" with the data version, "changed" with what changed as soon as anybody writes, ' +
      '"here" every 15 seconds, "ended" when the session is over, "stopping" when the service stops',
    tags: ['service'],
    response: { 200: z.string().meta({ format: 'text/event-stream' }), 401: problem },
  },
} as const satisfies Endpoint;
