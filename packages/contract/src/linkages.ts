import { goalKinds } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { refusals } from './problem.ts';
import { code, linkage, list, readAt, rollUp, strategyParams, yearAndDay } from './words.ts';

const element = z.object({
  code,
  parent: z.string().nullable(),
  level: z.string(),
  label: z.string(),
  text: z.string().nullable(),
  quote: z.string().nullable(),
});

export const linkagesPage = z
  .object({
    ...readAt,
    frameworks: list(z.object({ code, title: z.string(), elements: list(element) })),
    goals: list(
      z.object({
        code,
        kind: z.enum(goalKinds),
        shortName: z.string(),
        statement: z.string(),
        supportsGoals: list(code),
        rollUp,
      }),
    ),
    objectives: list(
      z.object({
        code,
        goal: code,
        shortName: z.string(),
        statement: z.string(),
        rollUp,
        indicators: list(z.object({ code, name: z.string(), reporting: z.boolean() })).describe(
          'Performance indicators',
        ),
      }),
    ),
    linkages: list(linkage),
    withoutPerformanceIndicator: list(code).describe('Objectives'),
    noneReporting: list(code).describe('Objectives that have performance indicators, none of which reports this year'),
  })
  .meta({ id: 'LinkagesPage' });
export type LinkagesPage = z.output<typeof linkagesPage>;

export const readLinkages = {
  method: 'GET',
  url: '/api/strategies/:strategy/linkages',
  schema: {
    summary: 'What the strategy links up to, in the words of the strategy, with the results of a year',
    tags: ['linkages'],
    params: strategyParams,
    querystring: yearAndDay,
    response: { 200: linkagesPage, ...refusals },
  },
} as const satisfies Endpoint;
