import { evidenceFileTypes } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { entryParams } from './entry.ts';
import { problem, refusals } from './problem.ts';
import { asOfOnly, day, instant, list } from './words.ts';

const tags = ['evidence'] as const;
const pieceParams = entryParams.extend({ evidence: z.string().min(1).max(80) });

/** A link, or a file: the fields of the other kind are null. */
export const evidencePiece = z
  .object({
    id: z.string(),
    kind: z.enum(['link', 'file']),
    title: z.string(),
    url: z.string().nullable(),
    fileName: z.string().nullable(),
    fileType: z.enum(evidenceFileTypes).nullable().describe('Recognized from what the file holds, not from its name'),
    size: z.number().nullable().describe('In bytes'),
    person: z.string(),
    at: instant,
  })
  .meta({ id: 'EvidencePiece' });
export type EvidencePiece = z.output<typeof evidencePiece>;

export const evidence = z
  .object({
    asOf: day.nullable(),
    pieces: list(evidencePiece).describe('Oldest first'),
    withheld: z.boolean().describe('Evidence of a figure that is not reported yet is shown to its own section alone'),
    sizeLimit: z.number().describe('How large a file may be, in megabytes'),
    rights: z.object({
      change: z.boolean(),
      lock: z.string().nullable().describe('Why nothing may be added or removed'),
    }),
  })
  .meta({ id: 'Evidence' });
export type Evidence = z.output<typeof evidence>;

export const readEvidence = {
  method: 'GET',
  url: '/api/strategies/:strategy/indicators/:indicator/evidence/:year',
  schema: {
    summary: 'What shows that the figure of an indicator-year is right: links and files',
    tags,
    params: entryParams,
    querystring: asOfOnly,
    response: { 200: evidence, ...refusals },
  },
} as const satisfies Endpoint;

export const addEvidence = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators/:indicator/evidence/:year',
  schema: {
    summary:
      'Add a link (JSON: title and url), or a file (multipart/form-data: file, with an optional title before it)',
    tags,
    params: entryParams,
    body: z.strictObject({
      title: z.string().max(200).optional().describe('What it shows; of a file, its name where none is given'),
      url: z.string().max(2000).optional().describe('Of a link: an http or https address'),
      file: z.unknown().meta({ format: 'binary' }).optional(),
    }),
    response: { 201: evidencePiece, ...refusals, 409: problem, 413: problem, 415: problem, 422: problem },
  },
} as const satisfies Endpoint;

export const removeEvidence = {
  method: 'DELETE',
  url: '/api/strategies/:strategy/indicators/:indicator/evidence/:year/:evidence',
  schema: {
    summary: 'Remove a piece of evidence from the list; past days still show it',
    tags,
    params: pieceParams,
    response: { 200: evidence, ...refusals, 409: problem },
  },
} as const satisfies Endpoint;

export const readEvidenceFile = {
  method: 'GET',
  url: '/api/strategies/:strategy/indicators/:indicator/evidence/:year/:evidence/file',
  schema: {
    summary: 'The file itself, to be saved and never shown in the page',
    tags,
    params: pieceParams,
    querystring: asOfOnly,
    response: { 200: z.string().meta({ format: 'binary' }), ...refusals, 503: problem },
  },
} as const satisfies Endpoint;
