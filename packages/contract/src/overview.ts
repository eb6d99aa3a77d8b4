import { attentionKinds, entryStates, goalKinds, indicatorKinds, ratings, reviewStates } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { trend, yearFigure } from './indicator-shapes.ts';
import { refusals } from './problem.ts';
import { assessment, code, decimal, list, readAt, rollUp, strategyParams, yearAndDay } from './words.ts';

const attention = z.object({
  kind: z.enum(attentionKinds),
  indicator: code,
  name: z.string(),
  section: z.string(),
  sentence: z.string(),
  rating: z.enum(ratings),
  state: z.enum(entryStates),
  explanationMissing: z.boolean(),
  open: z
    .boolean()
    .describe('Neither computed, nor frozen or in clearance: who may enter values of the section can mend it'),
  illustrative: z.boolean(),
});

export const overview = z
  .object({
    ...readAt,
    strategy: z.object({
      id: z.string(),
      title: z.string(),
      organization: z.string(),
      firstYear: z.number(),
      lastYear: z.number(),
    }),
    jsp: z
      .object({
        framework: z.string(),
        element: z.string(),
        label: z.string(),
        quote: z.string(),
        goals: z.number(),
        objectives: z.number(),
        reportingIndicators: z.number(),
      })
      .nullable(),
    rollUp,
    previousRollUp: rollUp.nullable().describe('The year before; null in the first year'),
    entries: z.object({
      returned: z.number(),
      overdue: z.number(),
      drafts: z.number(),
      awaitingApproval: z.number(),
      notApplicable: z.number(),
      notDue: z.number(),
    }),
    illustrative: z.number().describe('How many of the figures behind this page are illustrative'),
    review: z.object({
      state: z.enum(reviewStates),
      sections: z.object({
        total: z.number(),
        drafting: z.number(),
        submitted: z.number(),
        returned: z.number(),
        cleared: z.number(),
      }),
    }),
    goals: list(
      z.object({
        code,
        kind: z.enum(goalKinds),
        shortName: z.string(),
        statement: z.string(),
        rollUp,
        previousRollUp: rollUp.nullable(),
        assessments: list(z.object({ objective: code, assessment: assessment.nullable() })),
      }),
    ),
    needsAttention: list(attention),
    context: list(
      z.object({
        code,
        name: z.string(),
        unit: z.string(),
        kind: z.enum(indicatorKinds),
        decimals: z.number(),
        goal: code,
        points: list(yearFigure),
        latest: z.object({ value: decimal, label: z.string(), illustrative: z.boolean() }).nullable(),
        trend: trend.nullable(),
        source: z.string(),
      }),
    ),
  })
  .meta({ id: 'Overview' });
export type Overview = z.output<typeof overview>;

export const readOverview = {
  method: 'GET',
  url: '/api/strategies/:strategy/overview',
  schema: {
    summary: "Leadership's page for a year; ETag and 304 per data version",
    tags: ['strategy'],
    params: strategyParams,
    querystring: yearAndDay,
    response: { 200: overview, ...refusals },
  },
} as const satisfies Endpoint;
