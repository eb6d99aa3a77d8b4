import { elementOutcomes } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals, staleOf, writeRefusals } from './problem.ts';
import { code, ifMatch, list, shortText, strategyParams } from './words.ts';

const tags = ['linkages'] as const;

/** What loading a file does to a framework, element by element. */
export const frameworkLoad = z
  .object({
    framework: z.object({
      code,
      title: z.string(),
      isNew: z.boolean(),
      version: z.number().describe('Send it back in If-Match; 0 where there is no such framework yet'),
    }),
    saved: z.boolean().describe('false: it was only looked at'),
    notices: list(z.string()).describe('How the file as a whole was read'),
    counts: z.object({
      added: z.number(),
      changed: z.number(),
      unchanged: z.number(),
      gone: z.number(),
      held: z.number(),
      refused: z.number(),
    }),
    elements: list(
      z.object({
        row: z.number().nullable().describe('The number that the spreadsheet shows beside it; null: not in the file'),
        outcome: z.enum(elementOutcomes),
        sentence: z.string().nullable(),
        depth: z.number(),
        linkages: z.number(),
        code: z.string(),
        parent: z.string().nullable(),
        level: z.string(),
        label: z.string(),
        text: z.string().nullable(),
        quote: z.string().nullable(),
      }),
    ).describe('In the order of the tree'),
  })
  .meta({ id: 'FrameworkLoad' });
export type FrameworkLoad = z.output<typeof frameworkLoad>;

export const loadFramework = {
  method: 'POST',
  url: '/api/strategies/:strategy/frameworks',
  schema: {
    summary: 'Load the elements of a framework from a CSV file, or look at what that would do (dryRun=true)',
    tags,
    params: strategyParams,
    querystring: z.object({ dryRun: z.enum(['true', 'false']).default('true') }),
    headers: ifMatch,
    body: z.strictObject({
      code: z.string().max(40).describe('Of the framework, for example SDG-2030'),
      title: shortText.optional().describe('Of a framework that is new'),
      gone: z.enum(['keep', 'remove']).optional().describe('What becomes of elements that are not in the file'),
      file: z.unknown().meta({ format: 'binary' }).optional(),
    }),
    response: { 200: frameworkLoad, ...writeRefusals, 412: staleOf(frameworkLoad), 413: problem, 415: problem },
  },
} as const satisfies Endpoint;

export const readFrameworkTemplate = {
  method: 'GET',
  url: '/api/strategies/:strategy/frameworks/template',
  schema: {
    summary: 'A CSV file to fill in: the elements of a framework as they are, or an example',
    tags,
    params: strategyParams,
    querystring: z.object({ framework: code.optional() }),
    response: { 200: z.unknown().describe('The file'), ...refusals },
  },
} as const satisfies Endpoint;

export const removedFramework = z
  .object({ code, version: z.number(), elements: z.number().describe('How many were taken out') })
  .meta({ id: 'RemovedFramework' });

export const removeFramework = {
  method: 'POST',
  url: '/api/strategies/:strategy/frameworks/:framework/remove',
  schema: {
    summary: 'Take a framework out that nothing is linked to; past days still show it, and a later load brings it back',
    tags,
    params: strategyParams.extend({ framework: code }),
    headers: ifMatch,
    response: {
      200: removedFramework,
      ...writeRefusals,
      412: staleOf(z.object({ code, title: z.string(), version: z.number() }).meta({ id: 'FrameworkVersion' })),
    },
  },
} as const satisfies Endpoint;
