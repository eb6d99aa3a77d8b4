import {
  directions,
  entryStates,
  indicatorKinds,
  indicatorRoles,
  measuredParts,
  notRatedReasons,
  ratings,
  sideChanges,
} from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { target, trend } from './indicator-shapes.ts';
import { refusals } from './problem.ts';
import { code, day, decimal, instant, list, readAt, rollUp, strategyParams, whoAndWhen, year } from './words.ts';

/** How an indicator stands on one side. */
const comparedEntry = z.object({
  year: z.number(),
  period: z.string(),
  state: z.enum(entryStates),
  value: decimal.nullable(),
  text: z.string().nullable(),
  withheld: z.boolean(),
  illustrative: z.boolean(),
  target,
  rating: z.enum(ratings),
  reason: z.enum(notRatedReasons).nullable(),
  sentence: z.string().describe('How the rating was worked out'),
});
export type ComparedEntry = z.output<typeof comparedEntry>;

const figure = z.object({ value: decimal.nullable(), low: decimal.nullable(), high: decimal.nullable() });

const change = { year: z.number(), ...whoAndWhen.shape, reason: z.string().nullable(), illustrative: z.boolean() };

const comparedIndicator = z.object({
  code,
  name: z.string(),
  goal: code,
  objective: code,
  section: z.string(),
  role: z.enum(indicatorRoles),
  kind: z.enum(indicatorKinds),
  unit: z.string(),
  decimals: z.number(),
  computed: z.boolean(),
  direction: z.enum(directions),
  from: comparedEntry.nullable().describe('null: not in the strategy then'),
  to: comparedEntry.nullable().describe('null: retired by then'),
  difference: trend.nullable().describe('null: one of the figures is missing, or they do not measure the same'),
  changes: list(z.enum(sideChanges)).describe('Empty: nothing is different'),
  restatements: list(z.object({ ...change, before: decimal, after: decimal })),
  revisions: list(z.object({ ...change, before: figure.nullable(), after: figure, afterResult: z.boolean() })),
  definitions: list(
    z.object({
      number: z.number(),
      at: instant,
      person: z.string(),
      reason: z.string().nullable(),
      parts: list(z.enum(measuredParts)),
    }),
  ).describe('Versions of the definition between the two sides that measure differently'),
});
export type ComparedIndicator = z.output<typeof comparedIndicator>;

const side = z.object({ year: z.number(), asOf: day.nullable(), rollUp });

export const comparison = z
  .object({
    ...readAt,
    kind: z.enum(['years', 'days']),
    scope: z.object({ kind: z.enum(['strategy', 'goal', 'objective']), code: code.nullable(), name: z.string() }),
    sentence: z.string().describe('What changed, in counts'),
    from: side,
    to: side,
    goals: list(z.object({ code, shortName: z.string() })).describe('Those whose indicators are compared'),
    indicators: list(comparedIndicator),
  })
  .meta({ id: 'Comparison' });
export type Comparison = z.output<typeof comparison>;

export const readComparison = {
  method: 'GET',
  url: '/api/strategies/:strategy/comparison',
  schema: {
    summary: 'Two years, or one year as of two days, side by side',
    tags: ['comparison'],
    params: strategyParams,
    querystring: z.object({
      year: year.optional(),
      asOf: day.optional(),
      fromYear: year.optional().describe('The other year; where it is left out, the same year'),
      fromAsOf: day.optional().describe('The other day; where it is left out, the same day'),
      goal: code.optional(),
      objective: code.optional(),
    }),
    response: { 200: comparison, ...refusals },
  },
} as const satisfies Endpoint;
