import { attentionKinds, planLists, resultLists } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { indicatorLine } from './indicator-shapes.ts';
import { refusals } from './problem.ts';
import { code, list, readAt, rollUp, strategyParams, yearAndDay } from './words.ts';

/** An indicator of a list, with why it stands there where its figures alone do not say it. */
export const resultLine = indicatorLine
  .extend({
    attention: z.object({ kind: z.enum(attentionKinds), sentence: z.string() }).nullable(),
    change: z.enum(['newly_met', 'no_longer_met']).nullable().describe('Against the year before'),
  })
  .meta({ id: 'ResultLine' });
export type ResultLine = z.output<typeof resultLine>;

const listName = z.enum([...resultLists, ...planLists]);
const place = z.object({ code, shortName: z.string() });

export const resultsPage = z
  .object({
    ...readAt,
    list: listName,
    goal: place.nullable(),
    objective: place.nullable(),
    kind: z.enum(attentionKinds).nullable(),
    count: z.number().describe('How long the list is: the figure that leads to it'),
    lines: list(resultLine),
    planned: list(
      z.object({ kind: z.enum(['goal', 'objective']), code, shortName: z.string(), statement: z.string(), rollUp }),
    ).describe('Filled for lists of goals and objectives, where lines is empty'),
  })
  .meta({ id: 'ResultsPage' });
export type ResultsPage = z.output<typeof resultsPage>;

export const listResults = {
  method: 'GET',
  url: '/api/strategies/:strategy/results',
  schema: {
    summary: 'The list behind a figure of a year: what is met, due, overdue, unexplained, ...',
    tags: ['strategy'],
    params: strategyParams,
    querystring: yearAndDay.extend({
      list: listName.default('indicators'),
      goal: code.optional(),
      objective: code.optional(),
      kind: z.enum(attentionKinds).optional().describe('One rank of the list "attention"'),
    }),
    response: { 200: resultsPage, ...refusals },
  },
} as const satisfies Endpoint;
