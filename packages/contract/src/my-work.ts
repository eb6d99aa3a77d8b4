import { workKinds } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { refusals, writeRefusals } from './problem.ts';
import { code, day, list, strategyParams, year } from './words.ts';

const workItem = z.object({
  kind: z.enum(workKinds),
  year: z.number(),
  indicator: code.nullable().describe('Of an entry'),
  objective: code.nullable().describe('Of a section of the review, or of a corrective action'),
  name: z.string(),
  section: z.string().nullable().describe('Who owns the indicator'),
  day: day.describe('The day that counts: due, asked for, returned or submitted, as the kind says'),
  late: z.boolean(),
  reason: z.string(),
});

export const myWork = z
  .object({ today: day, items: list(workItem).describe('In the order of the kinds; oldest first within one') })
  .meta({ id: 'MyWork' });
export type MyWork = z.output<typeof myWork>;

export const readMyWork = {
  method: 'GET',
  url: '/api/strategies/:strategy/my-work',
  schema: {
    summary: 'What waits for the person who asks, across the years of the strategy',
    tags: ['my work'],
    params: strategyParams,
    response: { 200: myWork, ...refusals },
  },
} as const satisfies Endpoint;

export const markSeen = {
  method: 'POST',
  url: '/api/strategies/:strategy/my-work/seen',
  schema: {
    summary: 'Mark what one was reminded of, or mentioned in, as seen; what is due stays listed as such',
    tags: ['my work'],
    params: strategyParams,
    body: z.strictObject({
      indicator: code,
      year,
      kind: z.enum(['reminded', 'mentioned']).optional().describe('Reminders, unless it says mentions'),
    }),
    response: { 200: myWork, ...writeRefusals },
  },
} as const satisfies Endpoint;
