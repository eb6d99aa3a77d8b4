import { goalKinds, strategyStates } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { indicatorDefinition, indicatorYear } from './indicator-shapes.ts';
import { indicatorParams } from './indicators.ts';
import { problem, refusals, staleOf, writeRefusals } from './problem.ts';
import { asOfOnly, code, ifMatch, list, longText, shortText, strategyId, strategyParams, year } from './words.ts';

const tags = ['strategies'] as const;

const headWords = {
  title: shortText,
  organization: shortText,
  acronym: z.string().max(40),
  firstYear: year,
  lastYear: year,
  vision: longText,
  missionSummary: longText,
} as const;

const partWords = {
  id: z.string().max(200).nullable().describe('null: a new one'),
  code: z.string().max(40),
} as const;

const treeWords = {
  sections: z
    .array(z.strictObject({ ...partWords, name: shortText, summary: longText }))
    .max(50)
    .readonly(),
  goals: z
    .array(
      z.strictObject({
        ...partWords,
        kind: z.enum(goalKinds),
        shortName: shortText,
        statement: longText,
        objectives: z
          .array(
            z.strictObject({ ...partWords, shortName: shortText, statement: longText, justificationSummary: longText }),
          )
          .max(99)
          .readonly(),
      }),
    )
    .max(99)
    .readonly(),
} as const;

export const managedStrategy = z
  .object({
    id: strategyId,
    title: z.string(),
    firstYear: z.number(),
    lastYear: z.number(),
    state: z.enum(strategyStates),
    version: z.number(),
    counts: z.object({
      goals: z.number(),
      objectives: z.number(),
      indicators: z.number(),
      values: z.number(),
      reviews: z.number(),
    }),
  })
  .meta({ id: 'ManagedStrategy' });

export const strategyTree = z
  .object({ ...managedStrategy.shape, ...headWords, firstYear: z.number(), lastYear: z.number(), ...treeWords })
  .meta({ id: 'StrategyTree' });
export type ManagedTree = z.output<typeof strategyTree>;

/** What a copy takes along; targets, values and reviews never come with it. */
const copy = z.strictObject({
  strategy: strategyId,
  goals: z.boolean().describe('Goals and objectives'),
  indicators: z.boolean().describe('Indicators in force with their definitions; needs the goals and sections'),
  linkages: z.boolean().describe('Frameworks, and the linkages of what is copied; needs the goals'),
  sections: z.boolean(),
});
export type CopyChoice = z.output<typeof copy>;

export const listManagedStrategies = {
  method: 'GET',
  url: '/api/admin/strategies',
  schema: {
    summary: 'All strategies, drafts and archived ones too, with their counts',
    tags,
    response: { 200: z.object({ strategies: list(managedStrategy) }), ...refusals },
  },
} as const satisfies Endpoint;

export const createStrategy = {
  method: 'POST',
  url: '/api/admin/strategies',
  schema: {
    summary: 'Begin the next strategy as a draft: from scratch, or as a copy of another one without its figures',
    tags,
    body: z.strictObject({ ...headWords, copy: copy.nullable() }),
    response: { 201: strategyTree, ...refusals, 422: problem },
  },
} as const satisfies Endpoint;

export const readStrategyTree = {
  method: 'GET',
  url: '/api/admin/strategies/:strategy',
  schema: {
    summary: 'A strategy as it is prepared: its words, sections, goals and objectives; ETag: its version',
    tags,
    params: strategyParams,
    response: { 200: strategyTree, ...refusals },
  },
} as const satisfies Endpoint;

export const saveStrategyTree = {
  method: 'PUT',
  url: '/api/admin/strategies/:strategy',
  schema: {
    summary: 'Save the whole tree of a draft, in its order; what is left out is removed',
    tags,
    params: strategyParams,
    headers: ifMatch,
    body: z.strictObject({ ...headWords, ...treeWords }),
    response: { 200: strategyTree, ...writeRefusals, 412: staleOf(strategyTree) },
  },
} as const satisfies Endpoint;

export const moveStrategy = {
  method: 'PUT',
  url: '/api/admin/strategies/:strategy/state',
  schema: {
    summary: 'Put a draft in force, archive a strategy, or take it out of the archive',
    tags,
    params: strategyParams,
    headers: ifMatch,
    body: z.strictObject({ state: z.enum(strategyStates).exclude(['draft']) }),
    response: { 200: strategyTree, ...writeRefusals, 412: staleOf(strategyTree) },
  },
} as const satisfies Endpoint;

const earlierSeries = z
  .object({
    strategy: strategyId,
    title: z.string(),
    firstYear: z.number(),
    lastYear: z.number(),
    indicator: code,
    definition: indicatorDefinition,
    years: list(indicatorYear).describe('As they stand in that strategy; never counted in this one'),
  })
  .meta({ id: 'EarlierSeries' });

export const readEarlierSeries = {
  method: 'GET',
  url: '/api/strategies/:strategy/indicators/:indicator/earlier',
  schema: {
    summary: 'The series of earlier strategies that an indicator continues, the latest first',
    tags,
    params: indicatorParams,
    querystring: asOfOnly,
    response: { 200: z.object({ series: list(earlierSeries) }), ...refusals },
  },
} as const satisfies Endpoint;

const linkedSeries = z.object({ version: z.number(), series: list(earlierSeries) });

export const setPredecessor = {
  method: 'PUT',
  url: '/api/strategies/:strategy/indicators/:indicator/predecessor',
  schema: {
    summary:
      'Say which indicator of an earlier strategy an indicator continues; If-Match: the version of the indicator',
    tags,
    params: indicatorParams,
    headers: ifMatch,
    body: z.strictObject({ predecessor: z.strictObject({ strategy: strategyId, indicator: code }).nullable() }),
    response: { 200: linkedSeries, ...writeRefusals, 412: staleOf(linkedSeries) },
  },
} as const satisfies Endpoint;
