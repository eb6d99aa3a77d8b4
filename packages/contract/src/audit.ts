import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { refusals } from './problem.ts';
import { day, instant, list } from './words.ts';

const tags = ['audit'] as const;

const filter = z.object({
  person: z.string().max(80).optional().describe('The id of a person'),
  kind: z.string().max(80).optional().describe('What was changed: value, target, review, session, ...'),
  text: z
    .string()
    .max(200)
    .optional()
    .describe('A part of what was done, of the id of the thing, or of the name of whom it is about'),
  from: day.optional().describe('The first day'),
  to: day.optional().describe('The last day'),
});
export type AuditSearch = z.output<typeof filter>;

export const auditEntry = z
  .object({
    id: z.number(),
    at: instant,
    person: z.string().nullable().describe('null: the service itself, or somebody who was not signed in'),
    action: z.string(),
    kind: z.string(),
    subject: z.string().describe('Its id'),
    about: z
      .object({ id: z.string(), name: z.string() })
      .nullable()
      .describe('Whom it is about: a person, or whose account or session it is'),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntry = z.output<typeof auditEntry>;

export const readAudit = {
  method: 'GET',
  url: '/api/audit',
  schema: {
    summary: 'The audit log, newest first: who did what, to what, and when',
    tags,
    querystring: filter.extend({
      before: z.coerce.number().int().min(1).optional().describe('The number that the page before ended with'),
    }),
    response: {
      200: z.object({
        total: z.number().describe('Of all pages'),
        entries: list(auditEntry),
        next: z.number().nullable().describe('What to ask the next page with; null: this is the last'),
        kinds: list(z.string()),
        people: list(z.object({ id: z.string(), name: z.string() })),
      }),
      ...refusals,
    },
  },
} as const satisfies Endpoint;

export type AuditPage = z.output<(typeof readAudit)['schema']['response'][200]>;

export const exportAudit = {
  method: 'GET',
  url: '/api/audit/export',
  schema: {
    summary: 'The audit log as CSV, oldest first',
    tags,
    querystring: filter,
    response: { 200: z.string().meta({ format: 'binary' }), ...refusals },
  },
} as const satisfies Endpoint;

export const verifyAudit = {
  method: 'GET',
  url: '/api/audit/verification',
  schema: {
    summary: 'Works out every checksum of the records anew: the trail, people, signed reviews, values, targets, files',
    tags,
    response: {
      200: z.object({
        at: instant,
        checks: list(z.object({ name: z.string(), checked: z.number(), findings: list(z.string()) })),
      }),
      ...refusals,
    },
  },
} as const satisfies Endpoint;
