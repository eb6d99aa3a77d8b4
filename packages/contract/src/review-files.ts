import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals, staleOf, writeRefusals } from './problem.ts';
import { reviewSection } from './review-shapes.ts';
import { recordedSection, sectionParams } from './reviews.ts';
import { asOfOnly, ifMatch } from './words.ts';

const tags = ['reviews', 'evidence'] as const;
const fileParams = sectionParams.extend({ evidence: z.string().min(1).max(80).describe('The SHA-256 of the file') });
const answers = { 200: reviewSection, ...writeRefusals, 412: staleOf(recordedSection) } as const;

export const addSectionFile = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective/evidence',
  schema: {
    summary:
      'Add a file of evidence to a section (multipart/form-data: file, with an optional title before it); links are written with the section',
    tags,
    params: sectionParams,
    headers: ifMatch,
    body: z.strictObject({
      title: z.string().max(200).optional().describe('What it shows; its name where none is given'),
      file: z.unknown().meta({ format: 'binary' }).optional(),
    }),
    response: { ...answers, 413: problem, 415: problem },
  },
} as const satisfies Endpoint;

export const removeSectionFile = {
  method: 'DELETE',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective/evidence/:evidence',
  schema: {
    summary: 'Remove a file of evidence from a section; past days and signed versions keep it',
    tags,
    params: fileParams,
    headers: ifMatch,
    response: answers,
  },
} as const satisfies Endpoint;

export const readSectionFile = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective/evidence/:evidence/file',
  schema: {
    summary: 'A file of evidence itself, to be saved and never shown in the page',
    tags,
    params: fileParams,
    querystring: asOfOnly.extend({
      version: z.coerce.number().int().min(1).optional().describe('As this signed version of the review names it'),
    }),
    response: { 200: z.string().meta({ format: 'binary' }), ...refusals, 503: problem },
  },
} as const satisfies Endpoint;
