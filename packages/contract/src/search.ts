import { searchKinds } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { refusals } from './problem.ts';
import { code, instant, list, strategyParams } from './words.ts';

const markedText = list(z.object({ text: z.string(), hit: z.boolean() })).describe(
  'Pieces of plain text in their order; those that were looked for are marked',
);
export type MarkedText = z.output<typeof markedText>;

const searchResult = z.object({
  code: code.nullable().describe('Of a goal, an objective, an indicator, or a framework element'),
  title: markedText.describe('What it is called; of a text about an indicator, the name of the indicator'),
  excerpt: markedText.describe('The words around the first hit'),
  year: z.number().nullable(),
  indicator: code.nullable().describe('The indicator that it is about'),
  framework: code.nullable(),
  objective: code.nullable().describe('Of a section of a review'),
  person: z.string().nullable().describe('Who wrote it'),
  at: instant.nullable(),
  illustrative: z.boolean(),
  draft: z.boolean().describe('Of a value that is not submitted yet, or was returned'),
});
export type SearchResult = z.output<typeof searchResult>;

export const searchAnswer = z
  .object({
    words: list(z.string()).describe('What was looked for; empty where the query has neither letter nor digit'),
    total: z.number(),
    narrowed: z.boolean().describe('The words stand nearly everywhere, so that only codes and titles were looked at'),
    groups: list(z.object({ kind: z.enum(searchKinds), count: z.number(), results: list(searchResult) })).describe(
      'What is called exactly so stands first; within a group the nearest',
    ),
  })
  .meta({ id: 'SearchAnswer' });
export type SearchAnswer = z.output<typeof searchAnswer>;

export const search = {
  method: 'GET',
  url: '/api/strategies/:strategy/search',
  schema: {
    summary: 'Find codes, names, definitions, texts and people as of today; every word may be the beginning of one',
    tags: ['search'],
    params: strategyParams,
    querystring: z.object({
      q: z.string().default('').describe('Up to 200 characters'),
      kind: z.enum(searchKinds).optional().describe('Only this kind'),
      each: z.coerce.number().int().min(1).max(200).default(20).describe('How many results of each kind'),
    }),
    response: { 200: searchAnswer, ...refusals },
  },
} as const satisfies Endpoint;
