import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals } from './problem.ts';
import { reviewDocument, yearsDocument } from './review-document.ts';
import { reviewVersion } from './review-shapes.ts';
import { instant, list, strategyParams, year } from './words.ts';

/** What a review can be handed on as. */
export const exportFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json', 'stratml'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** StratML has no place for several reports in one file: the plan is what it says of all years. */
export const yearsFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type YearsFormat = (typeof yearsFormats)[number];

const tags = ['exports'] as const;
const reviewParams = strategyParams.extend({ year });
const version = z.coerce.number().int().min(1).optional().describe('A signed version');

export const exportReview = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews/:year/export',
  schema: {
    summary: 'The review as a file: of a signed version, or the draft where none is asked for and none is in force',
    tags,
    params: reviewParams,
    querystring: z.object({ format: z.enum(exportFormats), version }),
    response: { 200: z.union([z.string().meta({ format: 'binary' }), reviewDocument]), ...refusals, 503: problem },
  },
} as const satisfies Endpoint;

const fileSizes = z.partialRecord(z.enum(exportFormats), z.number().describe('Bytes'));

export const exportContents = z.object({
  tables: list(z.object({ title: z.string(), description: z.string(), rows: z.number() })),
  sizes: fileSizes.describe('Of each file that is made in a moment, and of what was made from this record lately'),
  estimates: fileSizes.describe('About how large the files become that take longer to make, to two digits'),
  illustrativeValues: z.number(),
  illustrativeTargets: z.number(),
  restated: z.number(),
  revisedAfterResult: z.number(),
  notHeld: list(z.string()).describe('What a version that was signed earlier does not hold, in sentences'),
});
export type ExportContents = z.output<typeof exportContents>;

export const readExportOutline = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews/:year/export/outline',
  schema: {
    summary: 'What is inside the files of a review, and how large they are',
    tags,
    params: reviewParams,
    querystring: z.object({ version }),
    response: {
      200: exportContents.extend({
        year: z.number(),
        version: z.number(),
        draft: z.boolean(),
        asOf: instant,
        sha256: z.string().nullable(),
        versions: list(reviewVersion),
        draftOffered: z.boolean().describe('false: the review is final, and its version in force takes its place'),
        names: z.record(z.enum(exportFormats), z.string()).describe('How each file will be called'),
        yearsNames: z.record(z.enum(yearsFormats), z.string()).describe('The same of the files of all years'),
      }),
      ...refusals,
      503: problem,
    },
  },
} as const satisfies Endpoint;
export type ExportOutline = z.output<(typeof readExportOutline)['schema']['response'][200]>;

export const exportYears = {
  method: 'GET',
  url: '/api/strategies/:strategy/export/years',
  schema: {
    summary: 'All years of the strategy at a glance: results and assessments of every review in one file',
    tags,
    params: strategyParams,
    querystring: z.object({ format: z.enum(yearsFormats) }),
    response: {
      200: z.union([z.string().meta({ format: 'binary' }), yearsDocument.meta({})]),
      ...refusals,
      503: problem,
    },
  },
} as const satisfies Endpoint;
