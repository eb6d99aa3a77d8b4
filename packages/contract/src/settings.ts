import { assessments } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals, staleOf } from './problem.ts';
import { decimal, ifMatch, instant, list, shortText } from './words.ts';

const tags = ['settings'] as const;

const days = z.number().nullable();

const names = z.strictObject(
  Object.fromEntries(assessments.map((assessment) => [assessment, z.string().max(400)])) as Record<
    (typeof assessments)[number],
    z.ZodString
  >,
);

const fields = {
  threshold: decimal.describe('The band around a target, in percent'),
  assessmentNames: names,
  selfApproval: z.boolean().describe('Whether one may approve what one submitted oneself'),
  evidenceSizeLimit: z.number().describe('How large a file of evidence may be, in megabytes'),
  reminders: z
    .strictObject({ daysBefore: days, daysAfter: days })
    .describe('When a missing value is asked for by itself, around its due day; null: not on that side'),
  papers: z.strictObject({
    coverText: z.string().max(4000).describe('On the cover of Word and PDF files, below the title'),
    wordFont: z
      .string()
      .max(400)
      .nullable()
      .describe('The font of Word files; null: Public Sans, which travels with them'),
  }),
} as const;

export const officeSettings = z
  .object({
    ...fields,
    version: z.number(),
    seal: z.object({ description: z.string() }).nullable().describe('What stands at the head of Word and PDF files'),
    mails: z.boolean().describe('Whether letters can be sent from here'),
    history: list(
      z.object({
        setting: z.string(),
        before: z.unknown(),
        after: z.unknown(),
        person: z.string(),
        at: instant,
        reason: z.string().nullable(),
      }),
    ).describe('What was changed, newest first'),
  })
  .meta({ id: 'OfficeSettings' });
export type OfficeSettingsPage = z.output<typeof officeSettings>;

const saved = { 200: officeSettings, ...refusals, 412: staleOf(officeSettings), 428: problem } as const;

export const readSettings = {
  method: 'GET',
  url: '/api/settings',
  schema: {
    summary: 'The settings of the office, with what was changed, by whom and why',
    tags,
    response: { 200: officeSettings, ...refusals },
  },
} as const satisfies Endpoint;

export const changeSettings = {
  method: 'PUT',
  url: '/api/settings',
  schema: {
    summary: 'Change the settings of the office; past days and signed reviews stay as they were',
    tags,
    headers: ifMatch,
    body: z.strictObject({ ...fields, reason: shortText.nullable() }),
    response: saved,
  },
} as const satisfies Endpoint;

export const setSeal = {
  method: 'PUT',
  url: '/api/settings/seal',
  schema: {
    summary: 'The picture at the head of Word and PDF files, as PNG or JPEG; null takes it away',
    tags,
    headers: ifMatch,
    body: z.strictObject({
      picture: z
        .strictObject({
          data: z.base64().max(700_000).describe('The file, in base64'),
          description: shortText.describe('What it shows, for whoever does not see it'),
        })
        .nullable(),
    }),
    response: saved,
  },
} as const satisfies Endpoint;

/** Sent as the picture that it is. */
export const readSeal = {
  method: 'GET',
  url: '/api/settings/seal',
  schema: {
    summary: 'The picture at the head of Word and PDF files',
    tags,
    response: { 200: z.string().meta({ format: 'binary' }), ...refusals },
  },
} as const satisfies Endpoint;
