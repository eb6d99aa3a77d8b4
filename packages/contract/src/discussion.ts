import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { entryParams } from './entry.ts';
import { problem, refusals, staleOf } from './problem.ts';
import { asOfOnly, day, ifMatch, instant, list, whoAndWhen } from './words.ts';

const tags = ['discussion'] as const;
const commentParams = entryParams.extend({ comment: z.string().min(1).max(80) });

export const comment = z
  .object({
    id: z.string(),
    text: z.string().describe('Plain text'),
    mentions: list(z.object({ id: z.string(), name: z.string() })),
    person: z.string(),
    at: instant,
    resolved: whoAndWhen.nullable(),
    version: z.number(),
  })
  .meta({ id: 'Comment' });
export type Comment = z.output<typeof comment>;

export const discussion = z
  .object({
    asOf: day.nullable(),
    comments: list(comment).describe('Oldest first'),
    open: z.number().describe('How many are not resolved'),
    people: list(z.object({ id: z.string(), name: z.string(), title: z.string() })).describe('Who can be mentioned'),
    unseen: z.number().describe('Open comments that mention whoever asks, and are new to them'),
    rights: z.object({ write: z.boolean() }),
  })
  .meta({ id: 'Discussion' });
export type Discussion = z.output<typeof discussion>;

export const readDiscussion = {
  method: 'GET',
  url: '/api/strategies/:strategy/indicators/:indicator/discussion/:year',
  schema: {
    summary: 'What people say to each other about an indicator-year',
    tags,
    params: entryParams,
    querystring: asOfOnly,
    response: { 200: discussion, ...refusals },
  },
} as const satisfies Endpoint;

export const addComment = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators/:indicator/discussion/:year',
  schema: {
    summary: 'Write a comment on an indicator-year',
    tags,
    params: entryParams,
    body: z.strictObject({
      text: z.string().max(4000),
      mentions: z.array(z.string().max(80)).max(50).optional().describe('Ids of the people it is meant for'),
    }),
    response: { 201: comment, ...refusals, 422: problem },
  },
} as const satisfies Endpoint;

const moved = { 200: comment, ...refusals, 409: problem, 412: staleOf(comment), 428: problem } as const;

export const resolveComment = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators/:indicator/discussion/:year/:comment/resolve',
  schema: {
    summary: 'Mark a comment as resolved',
    tags,
    params: commentParams,
    headers: ifMatch,
    response: moved,
  },
} as const satisfies Endpoint;

export const reopenComment = {
  method: 'POST',
  url: '/api/strategies/:strategy/indicators/:indicator/discussion/:year/:comment/reopen',
  schema: {
    summary: 'Open a resolved comment again',
    tags,
    params: commentParams,
    headers: ifMatch,
    response: moved,
  },
} as const satisfies Endpoint;
