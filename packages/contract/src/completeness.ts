import { entryStates } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { refusals, writeRefusals } from './problem.ts';
import { code, day, list, readAt, strategyParams, year, yearAndDay } from './words.ts';

const completenessCounts = z
  .object({
    indicators: z.number(),
    due: z.number(),
    reported: z.number(),
    percent: z.number().nullable().describe('Whole percent of what is due, rounded down; null: nothing is due'),
    oldestOverdue: day.nullable(),
  })
  .meta({ id: 'CompletenessCounts' });
export type CompletenessCounts = z.output<typeof completenessCounts>;

const receiver = z.object({ id: z.string(), name: z.string() });

const overdueEntry = z
  .object({
    indicator: code,
    name: z.string(),
    goal: code,
    section: z.string(),
    owner: z.string().nullable(),
    dueDay: day,
    state: z.enum(entryStates),
    receivers: list(receiver).describe('Whom it waits for'),
    remindedOn: day.nullable().describe('The day of the latest reminder'),
    lock: z.string().nullable().describe('Why nobody can enter it now, and so nobody is reminded'),
    rights: z.object({ remind: list(receiver).describe('Whom you may still remind today') }),
  })
  .meta({ id: 'OverdueEntry' });
export type OverdueEntry = z.output<typeof overdueEntry>;

export const completeness = z
  .object({
    ...readAt,
    total: completenessCounts,
    goals: list(z.object({ code, shortName: z.string() })),
    sections: list(
      z.object({
        code,
        name: z.string(),
        total: completenessCounts,
        cells: list(completenessCounts.extend({ goal: code }).meta({})).describe('One for each goal, in their order'),
      }),
    ),
    owners: list(completenessCounts.extend({ owner: z.string() }).meta({})).describe('Where owners are set'),
    overdue: list(overdueEntry).describe('Oldest first'),
    mail: z.boolean().describe('Whether reminders also leave by e-mail'),
  })
  .meta({ id: 'Completeness' });
export type Completeness = z.output<typeof completeness>;

export const readCompleteness = {
  method: 'GET',
  url: '/api/strategies/:strategy/completeness',
  schema: {
    summary: 'How much of what is due in a year has been reported, by section, goal and owner',
    tags: ['completeness'],
    params: strategyParams,
    querystring: yearAndDay,
    response: { 200: completeness, ...refusals },
  },
} as const satisfies Endpoint;

export const sendReminders = {
  method: 'POST',
  url: '/api/strategies/:strategy/reminders',
  schema: {
    summary: 'Ask for values that are missing: at most once a day for each value and receiver',
    tags: ['completeness'],
    params: strategyParams,
    body: z.strictObject({
      entries: z
        .array(z.strictObject({ indicator: code, year }))
        .min(1)
        .max(200),
    }),
    response: {
      200: z.object({
        sent: z.number().describe('Reminders that were made'),
        mailed: z.number().describe('Of these, how many also left by e-mail'),
        sentence: z.string().describe('What happened, for whoever sent them'),
      }),
      ...writeRefusals,
    },
  },
} as const satisfies Endpoint;
