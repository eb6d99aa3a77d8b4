import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals, staleOf, writeRefusals } from './problem.ts';
import { code, ifMatch, instant, list, strategyParams, whoAndWhen, year } from './words.ts';

/** reading and committing: under way right now. cancelled: stopped by a person. refused: unreadable as a whole. */
export const importStates = ['reading', 'tried', 'committing', 'committed', 'undone', 'cancelled', 'refused'] as const;
export const importOutcomes = ['inserted', 'changed', 'unchanged', 'warned', 'refused', 'conflict'] as const;

/** What becomes of a row of the file, and why. */
export const importRow = z
  .object({
    sheet: z.string(),
    row: z.number().describe('The number that the spreadsheet shows beside it'),
    column: z.string().nullable(),
    indicator: z.string().nullable(),
    year: z.number().nullable(),
    what: z.string().describe('"Value", "Target", or the category of a breakdown'),
    outcome: z.enum(importOutcomes),
    sentence: z.string(),
    before: z.string().nullable(),
    after: z.string().nullable(),
  })
  .meta({ id: 'ImportRow' });
export type ImportRow = z.output<typeof importRow>;

const counts = z.object({
  inserted: z.number(),
  changed: z.number(),
  unchanged: z.number(),
  warned: z.number(),
  refused: z.number(),
  conflict: z.number(),
});

export const importPhases = ['waiting', 'reading', 'checking', 'writing'] as const;

/** How far an import is that is under way. */
export const importProgress = z
  .object({
    phase: z.enum(importPhases),
    percent: z.number().describe('Of the whole of it, from 0 to 100'),
    rows: z.number().describe('Rows that this phase is through with'),
    ofRows: z.number().nullable().describe('null while nobody knows yet'),
  })
  .meta({ id: 'ImportProgress' });
export type ImportProgress = z.output<typeof importProgress>;

const importSummary = z.object({
  id: z.string(),
  fileName: z.string(),
  state: z.enum(importStates),
  version: z.number().describe('Send it back in If-Match'),
  counts,
  tried: whoAndWhen,
  committedAt: instant.nullable(),
  undone: whoAndWhen.nullable(),
  progress: importProgress.nullable().describe('null: nothing is under way'),
  mayCommit: z.boolean().describe('false also where no row is good'),
  mayCancel: z.boolean(),
  mayUndo: z.boolean(),
});

export const importLine = importSummary.meta({ id: 'ImportLine' });
export type ImportLine = z.output<typeof importLine>;

const rowsPage = {
  rows: list(importRow).describe('In the order of the file, a few hundred at once'),
  next: z.number().nullable().describe('Where the next rows begin: send it as `from`; null: these are all'),
} as const;

export const importRows = z.object(rowsPage).meta({ id: 'ImportRows' });
export type ImportRows = z.output<typeof importRows>;

export const importDetail = importSummary
  .extend({
    notices: list(z.string()).describe('How the file as a whole was read'),
    ...rowsPage,
  })
  .meta({ id: 'Import' });
export type ImportDetail = z.output<typeof importDetail>;

const wait = z
  .enum(['false'])
  .optional()
  .describe('false: answers at once (202) while the work goes on; its progress and the list of imports tell the rest');

const importParams = strategyParams.extend({ import: code });

export const readImportTemplate = {
  method: 'GET',
  url: '/api/strategies/:strategy/imports/template',
  schema: {
    summary: 'A spreadsheet to fill in, with what is recorded already',
    tags: ['imports'],
    params: strategyParams,
    querystring: z.object({ format: z.enum(['xlsx', 'csv']), year: year.optional() }),
    response: { 200: z.unknown().describe('The file'), ...refusals, 422: problem, 503: problem },
  },
} as const satisfies Endpoint;

export const tryImport = {
  method: 'POST',
  url: '/api/strategies/:strategy/imports',
  schema: {
    summary: 'Try a spreadsheet (.xlsx or .csv): says row by row what would happen, and changes no figure',
    tags: ['imports'],
    params: strategyParams,
    querystring: z.object({ dryRun: z.enum(['true']).optional().describe('An upload is always tried first'), wait }),
    body: z.unknown().describe('multipart/form-data with the file in a part named "file"'),
    response: { 200: importDetail, 202: importDetail, ...refusals, 413: problem, 422: problem, 503: problem },
  },
} as const satisfies Endpoint;

export const listImports = {
  method: 'GET',
  url: '/api/strategies/:strategy/imports',
  schema: {
    summary: 'The imports that you may see, newest first',
    tags: ['imports'],
    params: strategyParams,
    response: { 200: z.object({ imports: list(importLine) }), ...refusals },
  },
} as const satisfies Endpoint;

export const readImport = {
  method: 'GET',
  url: '/api/strategies/:strategy/imports/:import',
  schema: {
    summary: 'An import with what becomes of its rows; ETag: its version',
    tags: ['imports'],
    params: importParams,
    response: { 200: importDetail, ...refusals },
  },
} as const satisfies Endpoint;

export const readImportRows = {
  method: 'GET',
  url: '/api/strategies/:strategy/imports/:import/rows',
  schema: {
    summary: 'What becomes of the rows of an import, of all or of one outcome',
    tags: ['imports'],
    params: importParams,
    querystring: z.object({
      outcome: z.enum(importOutcomes).optional(),
      from: z.coerce.number().int().min(0).optional().describe('Where to go on: `next` of the page before'),
      limit: z.coerce.number().int().min(1).max(500).optional().describe('Rows at most; 200 by default'),
    }),
    response: { 200: importRows, ...refusals },
  },
} as const satisfies Endpoint;

export const watchImport = {
  method: 'GET',
  url: '/api/strategies/:strategy/imports/:import/progress',
  schema: {
    summary: 'Server-sent events: "progress" while an import is read or taken over, then "ended" with what came of it',
    tags: ['imports'],
    params: importParams,
    response: { 200: z.string().meta({ format: 'text/event-stream' }), ...refusals },
  },
} as const satisfies Endpoint;

export const cancelImport = {
  method: 'POST',
  url: '/api/strategies/:strategy/imports/:import/cancel',
  schema: {
    summary: 'Stop an import that is being read or taken over: nothing of it is written',
    tags: ['imports'],
    params: importParams,
    headers: ifMatch,
    response: { 200: importDetail, ...writeRefusals, 412: staleOf(importDetail) },
  },
} as const satisfies Endpoint;

export const commitImport = {
  method: 'POST',
  url: '/api/strategies/:strategy/imports/:import/commit',
  schema: {
    summary: 'Take an import over: all of it, or its good rows only',
    tags: ['imports'],
    params: importParams,
    querystring: z.object({ wait }),
    headers: ifMatch,
    body: z.strictObject({ mode: z.enum(['all', 'good_rows']) }),
    response: {
      200: importDetail,
      202: importDetail,
      ...writeRefusals,
      412: staleOf(importDetail),
      503: problem,
    },
  },
} as const satisfies Endpoint;

export const undoImport = {
  method: 'POST',
  url: '/api/strategies/:strategy/imports/:import/undo',
  schema: {
    summary: 'Take an import back as a whole, as long as nothing of it was changed since',
    tags: ['imports'],
    params: importParams,
    headers: ifMatch,
    response: { 200: importDetail, ...writeRefusals, 412: staleOf(importDetail) },
  },
} as const satisfies Endpoint;

export const readRefusedRows = {
  method: 'GET',
  url: '/api/strategies/:strategy/imports/:import/refused.csv',
  schema: {
    summary: 'The rows that were not taken over, with the reasons: to mend and upload again',
    tags: ['imports'],
    params: importParams,
    response: { 200: z.unknown().describe('The file'), ...refusals, 503: problem },
  },
} as const satisfies Endpoint;
