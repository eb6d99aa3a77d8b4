import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { breakdownRow, entryRights, indicatorYear, target, targetVintage, vintage } from './indicator-shapes.ts';
import { indicatorParams } from './indicators.ts';
import { refusals, staleOf, writeRefusals } from './problem.ts';
import { asOfOnly, day, ifMatch, list, longText, personalRating, shortText, whoAndWhen, year } from './words.ts';

export const entryParams = indicatorParams.extend({ year });

/** An indicator-year as a planner meets it: the figure, what one may do with it, and who did what to it. */
export const entry = indicatorYear
  .extend({
    rights: entryRights,
    breakdown: list(breakdownRow),
    findings: list(z.string()).describe('Where the breakdown does not fit the value'),
  })
  .meta({ id: 'Entry' });
export type Entry = z.output<typeof entry>;

const entryRefusals = { ...writeRefusals, 412: staleOf(entry) } as const;

export const readEntry = {
  method: 'GET',
  url: '/api/strategies/:strategy/indicators/:indicator/values/:year',
  schema: {
    summary: 'An indicator-year; ETag: its version',
    tags: ['entry'],
    params: entryParams,
    querystring: asOfOnly,
    response: { 200: entry, ...refusals },
  },
} as const satisfies Endpoint;

/** Only what is sent is changed; null empties a field. */
export const recordValueBody = z.strictObject({
  value: z.string().max(60).nullable().optional().describe('A decimal such as "1234.5"; null takes it back'),
  text: longText.nullable().optional().describe('For narrative indicators'),
  chosenRating: personalRating.nullable().optional().describe('For narrative indicators'),
  notApplicable: z.strictObject({ reason: shortText }).optional().describe('Instead of a value'),
  explanation: longText.nullable().optional(),
  note: longText.nullable().optional(),
  source: shortText.nullable().optional(),
  measuredOn: day.nullable().optional(),
  breakdown: z.array(breakdownRow.strict()).max(5000).optional(),
  reason: shortText.optional().describe('Required to correct an approved value'),
});

export const recordValue = {
  method: 'PUT',
  url: '/api/strategies/:strategy/indicators/:indicator/values/:year',
  schema: {
    summary: 'Enter a value, correct an approved one (with a reason), or mark it not applicable',
    tags: ['entry'],
    params: entryParams,
    headers: ifMatch,
    body: recordValueBody,
    response: { 200: entry, ...entryRefusals },
  },
} as const satisfies Endpoint;

export const submitValue = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators/:indicator/values/:year/submit',
  schema: {
    summary: 'Submit a draft for approval',
    tags: ['entry'],
    params: entryParams,
    headers: ifMatch,
    response: { 200: entry, ...entryRefusals },
  },
} as const satisfies Endpoint;

export const returnValue = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators/:indicator/values/:year/return',
  schema: {
    summary: 'Return a submitted value with a note',
    tags: ['entry'],
    params: entryParams,
    headers: ifMatch,
    body: z.strictObject({ note: shortText }),
    response: { 200: entry, ...entryRefusals },
  },
} as const satisfies Endpoint;

export const approveValue = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators/:indicator/values/:year/approve',
  schema: {
    summary: 'Approve a submitted value',
    tags: ['entry'],
    params: entryParams,
    headers: ifMatch,
    response: { 200: entry, ...entryRefusals },
  },
} as const satisfies Endpoint;

export const explainValue = {
  method: 'PUT',
  url: '/api/strategies/:strategy/indicators/:indicator/values/:year/explanation',
  schema: {
    summary: 'Explain the deviation of a submitted or approved value; the value stays as it is',
    tags: ['entry'],
    params: entryParams,
    headers: ifMatch,
    body: z.strictObject({ explanation: longText }),
    response: { 200: entry, ...entryRefusals },
  },
} as const satisfies Endpoint;

export const readHistory = {
  method: 'GET',
  url: '/api/strategies/:strategy/indicators/:indicator/values/:year/history',
  schema: {
    summary: 'Every vintage of a value and of its target, newest first',
    tags: ['entry'],
    params: entryParams,
    querystring: asOfOnly,
    response: { 200: z.object({ vintages: list(vintage), targets: list(targetVintage) }), ...refusals },
  },
} as const satisfies Endpoint;

/** A target with who set it as it stands, for whoever was slower. */
const recordedTarget = target.extend({ recorded: whoAndWhen.nullable() }).meta({ id: 'RecordedTarget' });
export type RecordedTarget = z.output<typeof recordedTarget>;

export const setTarget = {
  method: 'PUT',
  url: '/api/strategies/:strategy/indicators/:indicator/targets/:year',
  schema: {
    summary: 'Set or revise a target; If-Match: its version, "0" for the first',
    tags: ['entry'],
    params: entryParams,
    headers: ifMatch,
    body: z.strictObject({
      value: z.string().max(60).nullable().optional(),
      low: z.string().max(60).nullable().optional(),
      high: z.string().max(60).nullable().optional(),
      noTarget: z.strictObject({ reason: shortText }).optional().describe('No target, on purpose'),
      takenBack: z
        .strictObject({ reason: shortText })
        .optional()
        .describe('Back to where no target is set; its versions stay'),
      reason: shortText.optional().describe('Required to revise'),
    }),
    response: { 200: entry, ...writeRefusals, 412: staleOf(recordedTarget) },
  },
} as const satisfies Endpoint;
