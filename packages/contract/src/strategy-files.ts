import { partChangeKinds, partKinds, strategyFileKinds, strategyStates } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals, staleOf, writeRefusals } from './problem.ts';
import { managedStrategy, strategyTree } from './strategies.ts';
import { ifMatch, list, shortText, strategyId, strategyParams, year } from './words.ts';

const tags = ['strategies'] as const;

const file = z.unknown().meta({ format: 'binary' }).optional();
const uploadRefusals = { 413: problem, 415: problem, 503: problem } as const;

const filePart = z.object({
  kind: z.enum(partKinds),
  depth: z.number(),
  code: z.string(),
  name: z.string(),
  text: z.string(),
  facts: z.string().describe('Of an indicator: unit, kind, direction, level and section, in words'),
  identifier: z.string().nullable(),
  kept: z.string().describe('What the file says beyond our own fields, one "Name: text" a line'),
});

const partChange = z.object({
  kind: z.enum(partKinds),
  change: z.enum(partChangeKinds),
  code: z.string(),
  name: z.string(),
  to: z.string().nullable().describe('Of what is moved: its code in the file'),
  fields: list(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  held: z.string().nullable().describe('Why it stays as it is all the same'),
});

const strategyDifference = z.object({
  strategy: strategyId,
  title: z.string(),
  state: z.enum(strategyStates).describe('Only a draft can be merged into'),
  version: z.number().describe('Send it back in If-Match'),
  changes: list(partChange),
});

export const strategyFile = z
  .object({
    kind: z.enum(strategyFileKinds),
    fileName: z.string(),
    head: z.object({
      title: z.string().nullable(),
      organization: z.string().nullable(),
      acronym: z.string().nullable(),
      firstYear: z.number().nullable(),
      lastYear: z.number().nullable(),
    }),
    id: z.string().nullable().describe('An id that is free; null where the file does not say enough for one'),
    repairs: list(z.string()).describe('How the file was read where it is not as it should be'),
    counts: z.object({ goals: z.number(), objectives: z.number(), indicators: z.number() }),
    parts: list(filePart).describe('The whole tree, from top to bottom'),
    difference: strategyDifference.nullable().describe('Where a strategy was named to compare with'),
  })
  .meta({ id: 'StrategyFile' });
export type StrategyFileAnswer = z.output<typeof strategyFile>;

export const lookAtStrategyFile = {
  method: 'POST',
  url: '/api/admin/strategy-files',
  schema: {
    summary: 'Read a strategy from StratML, an outline (Excel, CSV) or our own JSON, and save nothing',
    tags,
    body: z.strictObject({
      into: strategyId.optional().describe('A strategy of which the file holds a newer edition'),
      file,
    }),
    response: { 200: strategyFile, ...refusals, ...uploadRefusals },
  },
} as const satisfies Endpoint;

export const createStrategyFromFile = {
  method: 'POST',
  url: '/api/admin/strategy-files/strategies',
  schema: {
    summary: 'Begin a strategy as a draft with the tree of a file',
    tags,
    body: z.strictObject({
      id: strategyId.optional().describe('Of the new strategy; worked out where it is left out'),
      title: shortText,
      organization: shortText,
      acronym: z.string().max(40),
      firstYear: year,
      lastYear: year,
      file,
    }),
    response: { 201: strategyTree, ...refusals, ...uploadRefusals },
  },
} as const satisfies Endpoint;

const chosen = z.enum(['true', 'false']).optional();

const mergedStrategy = z
  .object({ ...managedStrategy.shape, merged: z.number().describe('How many differences were taken over') })
  .meta({ id: 'MergedStrategy' });

export const mergeStrategyFile = {
  method: 'POST',
  url: '/api/admin/strategies/:strategy/merge',
  schema: {
    summary: 'Take the chosen kinds of changes of a newer edition over into a draft; what has figures stays',
    tags,
    params: strategyParams,
    headers: ifMatch,
    body: z.strictObject({ added: chosen, changed: chosen, moved: chosen, removed: chosen, file }),
    response: { 200: mergedStrategy, ...writeRefusals, 412: staleOf(managedStrategy), ...uploadRefusals },
  },
} as const satisfies Endpoint;

export const readKeptWords = {
  method: 'GET',
  url: '/api/admin/strategies/:strategy/kept-words',
  schema: {
    summary: 'What the file that a strategy came from says beyond our own fields, part by part, and its identifiers',
    tags,
    params: strategyParams,
    response: {
      200: z.object({
        parts: list(
          z.object({
            kind: z.enum(partKinds),
            code: z.string(),
            name: z.string(),
            identifier: z.string(),
            kept: z.string(),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const satisfies Endpoint;

export const readOutlineTemplate = {
  method: 'GET',
  url: '/api/admin/strategy-files/template',
  schema: {
    summary: 'An outline to fill in, as a workbook with a guide or as CSV',
    tags,
    querystring: z.object({ format: z.enum(['xlsx', 'csv']).default('xlsx') }),
    response: { 200: z.unknown().describe('The file'), ...refusals },
  },
} as const satisfies Endpoint;
