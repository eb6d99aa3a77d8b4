import { accumulations, indicatorKinds } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import {
  breakdownRow,
  entryRights,
  indicatorDefinition,
  indicatorLine,
  indicatorYear,
  targetVintage,
} from './indicator-shapes.ts';
import { problem, refusals, staleOf, writeRefusals } from './problem.ts';
import {
  asOfOnly,
  code,
  decimal,
  ifMatch,
  instant,
  linkage,
  list,
  longText,
  readAt,
  shortText,
  strategyParams,
  year,
  yearAndDay,
} from './words.ts';

export const indicatorParams = strategyParams.extend({ indicator: code });

const definitionVersion = z.object({
  number: z.number(),
  at: instant,
  person: z.string(),
  reason: z.string().nullable(),
  definition: indicatorDefinition,
});

const note = z.object({
  id: z.string(),
  year: z.number(),
  text: z.string(),
  person: z.string(),
  at: instant,
  illustrative: z.boolean(),
});

const sharePart = z.object({
  indicator: code,
  category: z.string().nullable(),
  name: z.string(),
  unit: z.string(),
  kind: z.enum(indicatorKinds),
  decimals: z.number(),
});

const share = z
  .object({
    numerator: sharePart,
    denominator: sharePart,
    years: list(
      z.object({
        year: z.number(),
        label: z.string(),
        numerator: decimal.nullable(),
        denominator: decimal.nullable(),
      }),
    ).describe('Reported parts; null where one is missing'),
  })
  .meta({ id: 'Share' });

export const indicatorPage = z
  .object({
    ...readAt,
    code,
    version: z.number(),
    objective: z.object({ code, shortName: z.string(), statement: z.string() }),
    goal: z.object({ code, shortName: z.string(), statement: z.string() }),
    definition: indicatorDefinition,
    definitionVersions: list(definitionVersion),
    dataQuality: z.object({ answered: z.number(), of: z.number(), missing: list(z.string()) }),
    years: list(indicatorYear).describe(
      'Every year of the strategy, and those around it that have a figure; oldest first',
    ),
    breakdowns: list(z.object({ year: z.number(), rows: list(breakdownRow), findings: list(z.string()) })),
    targets: list(targetVintage),
    notes: list(note),
    projection: z.object({ year: z.number(), label: z.string(), value: decimal }).nullable(),
    progress: decimal.nullable().describe('(latest - baseline) / (last target - baseline), percent'),
    message: z.string().describe('What the chart says, in a sentence'),
    threshold: decimal.describe('The band around a target, in percent'),
    signedThresholds: list(z.object({ year, threshold: decimal })).describe(
      'Signed years that were rated by another band: the one that held when they were signed',
    ),
    restatements: list(
      z.object({
        year: z.number(),
        value: decimal,
        source: z.string().nullable(),
        at: instant,
        illustrative: z.boolean(),
      }),
    ).describe('Approved figures that a later one replaced, oldest first'),
    share: share.nullable().describe('For a share of two other figures: what it is made of'),
    linkages: list(linkage),
    rights: z.object({ edit: z.boolean(), writeNotes: z.boolean() }),
  })
  .meta({ id: 'IndicatorPage' });
export type IndicatorPage = z.output<typeof indicatorPage>;

/** A row of the data entry grid. */
export const entryRow = indicatorLine
  .extend({
    accumulation: z.enum(accumulations),
    rights: entryRights,
    findings: list(z.string()).describe('Where the breakdown does not fit the value'),
    resultKnown: z.boolean().describe('A value was entered, whatever became of it; told to whoever may set targets'),
  })
  .meta({ id: 'EntryRow' });
export type EntryRow = z.output<typeof entryRow>;

export const listIndicators = {
  method: 'GET',
  url: '/api/strategies/:strategy/indicators',
  schema: {
    summary: 'All indicators with their entry of a year, and what you may do with it',
    tags: ['indicators'],
    params: strategyParams,
    querystring: yearAndDay,
    response: {
      200: z.object({
        ...readAt,
        goals: list(z.object({ code, shortName: z.string() })),
        objectives: list(z.object({ code, goal: code, shortName: z.string(), statement: z.string() })),
        sections: list(z.object({ code, name: z.string() })),
        threshold: decimal,
        indicators: list(entryRow),
      }),
      ...refusals,
    },
  },
} as const satisfies Endpoint;

export const readIndicator = {
  method: 'GET',
  url: '/api/strategies/:strategy/indicators/:indicator',
  schema: {
    summary: 'An indicator with all its years, definition versions, targets and notes; ETag: its version',
    tags: ['indicators'],
    params: indicatorParams,
    querystring: asOfOnly,
    response: { 200: indicatorPage, ...refusals },
  },
} as const satisfies Endpoint;

export const createIndicator = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators',
  schema: {
    summary: 'Define a new indicator',
    tags: ['indicators'],
    params: strategyParams,
    body: z.strictObject({ code, objective: code, definition: indicatorDefinition.strict() }),
    response: { 201: indicatorPage, ...refusals, 409: problem, 422: problem },
  },
} as const satisfies Endpoint;

export const changeIndicator = {
  method: 'PATCH',
  url: '/api/strategies/:strategy/indicators/:indicator',
  schema: {
    summary: 'Change the definition: a new version with a reason; the old one stays',
    tags: ['indicators'],
    params: indicatorParams,
    headers: ifMatch,
    body: z.strictObject({ reason: shortText, definition: indicatorDefinition.strict().partial() }),
    response: { 200: indicatorPage, ...writeRefusals, 412: staleOf(indicatorPage) },
  },
} as const satisfies Endpoint;

/** The indicators in force of an objective, first to last. */
const indicatorOrder = z.strictObject({ objective: code, codes: z.array(code).max(500).readonly() });
export type IndicatorOrder = z.output<typeof indicatorOrder>;

export const orderIndicators = {
  method: 'PUT',
  url: '/api/strategies/:strategy/indicators/order',
  schema: {
    summary: 'Put the indicators of an objective in order; send every code that you saw',
    tags: ['indicators'],
    params: strategyParams,
    body: indicatorOrder,
    response: { 200: indicatorOrder, ...refusals, 412: staleOf(indicatorOrder), 422: problem },
  },
} as const satisfies Endpoint;

export const writeNote = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators/:indicator/notes',
  schema: {
    summary: 'Write a note on a year of an indicator',
    tags: ['indicators'],
    params: indicatorParams,
    body: z.strictObject({ year, text: longText }),
    response: { 201: note, ...refusals, 422: problem },
  },
} as const satisfies Endpoint;
