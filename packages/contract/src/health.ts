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
