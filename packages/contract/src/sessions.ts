import { signInMethods } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { instant, list } from './words.ts';

export const ownSessions = z
  .object({
    sessions: list(
      z.object({
        id: z.string(),
        current: z.boolean().describe('The one that asks'),
        method: z.enum(signInMethods).nullable().describe('How it began; null: from before that was kept'),
        browser: z.string().nullable().describe('What the browser says of itself'),
        address: z.string().nullable(),
        since: instant,
        lastSeen: instant.describe('To about a minute'),
      }),
    ),
    idleMinutes: z.number().describe('Without a request for so long, a session ends'),
    hours: z.number().describe('After so long a session ends in any case'),
  })
  .meta({ id: 'OwnSessions' });
export type OwnSessions = z.output<typeof ownSessions>;

export const listSessions = {
  method: 'GET',
  url: '/api/sessions',
  schema: {
    summary: 'Where you are signed in',
    tags: ['session'],
    response: { 200: ownSessions, 401: problem },
  },
} as const satisfies Endpoint;

export const endSession = {
  method: 'DELETE',
  url: '/api/sessions/:session',
  schema: {
    summary: 'Sign out one of your other browsers',
    tags: ['session'],
    params: z.object({ session: z.string().min(1).max(80) }),
    response: { 200: ownSessions, 401: problem, 404: problem },
  },
} as const satisfies Endpoint;

export const endOtherSessions = {
  method: 'DELETE',
  url: '/api/sessions',
  schema: {
    summary: 'Sign out everywhere but here',
    tags: ['session'],
    response: { 200: ownSessions, 401: problem },
  },
} as const satisfies Endpoint;

export const endSessionsOf = {
  method: 'DELETE',
  url: '/api/people/:person/sessions',
  schema: {
    summary: 'Sign somebody out everywhere (administrators)',
    tags: ['session'],
    params: z.object({ person: z.string().min(1).max(80) }),
    response: {
      200: z.object({ ended: z.number().int().describe('How many sessions there were') }),
      401: problem,
      403: problem,
      404: problem,
    },
  },
} as const satisfies Endpoint;
