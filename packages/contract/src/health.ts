import { modes } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem } from './problem.ts';

export const readHealth = {
  method: 'GET',
  url: '/api/health',
  schema: {
    summary: 'Does the service answer, and can it read its database',
    tags: ['service'],
    response: {
      200: z.object({ status: z.literal('ok'), version: z.string(), mode: z.enum(modes), dataVersion: z.number() }),
      503: problem,
    },
  },
} as const satisfies Endpoint;

export const readLiveness = {
  method: 'GET',
  url: '/api/health/live',
  schema: {
    summary: 'Does the process answer at all: where it does not, start it again',
    tags: ['service'],
    response: { 200: z.object({ status: z.literal('live') }) },
  },
} as const satisfies Endpoint;

export const readReadiness = {
  method: 'GET',
  url: '/api/health/ready',
  schema: {
    summary:
      'Can it take work: the database can be written, its tables are those of this version, and the service is not ' +
      'stopping; otherwise 503, where `errors` names each reason under /database, /migrations or /stopping',
    tags: ['service'],
    response: { 200: z.object({ status: z.literal('ready') }), 503: problem },
  },
} as const satisfies Endpoint;
