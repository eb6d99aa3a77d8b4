import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals } from './problem.ts';
import { reviewDocument } from './review-document.ts';
import { strategyParams, year } from './words.ts';

/** What a review can be handed on as. */
export const exportFormats = ['docx', 'pdf', 'xlsx', 'csv', 'json', 'stratml'] as const;
export type ExportFormat = (typeof exportFormats)[number];

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
