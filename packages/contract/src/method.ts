import { directions, periodBases, ratings } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { refusals } from './problem.ts';
import { asOfOnly, assessment, decimal, list, strategyParams } from './words.ts';

const ratingCase = z.object({
  direction: z.enum(directions),
  target: z.string().nullable(),
  low: z.string().nullable(),
  high: z.string().nullable(),
  tolerance: z.string().nullable(),
  value: z.string().nullable(),
  previous: z.string().nullable(),
  baseline: z.string().nullable(),
  rating: z.enum(ratings),
  deviation: z.string().nullable(),
  why: z.string(),
  sentence: z.string().describe('What the engine says of this case'),
  agrees: z.boolean().describe('Whether the engine, asked now, gives the published rating'),
});

export const methodPage = z
  .object({
    threshold: decimal,
    selfApproval: z.boolean(),
    assessmentNames: z.record(assessment, z.string()),
    dueDates: list(z.object({ periodBasis: z.enum(periodBases), covers: z.string(), due: z.string() })),
    cases: list(ratingCase),
    sources: list(z.object({ source: z.string(), figures: z.number(), verification: z.string(), knownOn: z.string() })),
  })
  .meta({ id: 'MethodPage' });
export type MethodPage = z.output<typeof methodPage>;

export const readMethod = {
  method: 'GET',
  url: '/api/strategies/:strategy/method',
  schema: {
    summary: 'How ratings are worked out: the settings, and every published case with what the engine says of it',
    tags: ['strategy'],
    params: strategyParams,
    querystring: asOfOnly,
    response: { 200: methodPage, ...refusals },
  },
} as const satisfies Endpoint;
