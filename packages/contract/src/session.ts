import { modes, roles, strategyStates } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { list } from './words.ts';

export const signedInPerson = z
  .object({
    id: z.string(),
    name: z.string(),
    roles: list(z.enum(roles)),
    section: z.string().nullable(),
    permissions: list(z.string()),
  })
  .meta({ id: 'SignedInPerson' });

const persona = z.object({
  persona: z.string(),
  name: z.string(),
  title: z.string(),
  roles: list(z.enum(roles)),
  section: z.string().nullable(),
  permissions: list(z.string()),
});

export const session = z
  .object({
    mode: z.enum(modes),
    today: z.iso.date(),
    person: signedInPerson.nullable(),
    personas: list(persona).describe('Whom one may sign in as, in evaluation mode; otherwise empty'),
    strategies: list(
      z.object({
        id: z.string(),
        title: z.string(),
        firstYear: z.number(),
        lastYear: z.number(),
        state: z.enum(strategyStates),
        permissions: list(z.string()).describe('What you may do in it: in an archived one, only read and export'),
      }),
    ).describe('Empty until somebody is signed in; drafts only for those who prepare them'),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;

export const readSession = {
  method: 'GET',
  url: '/api/session',
  schema: { summary: 'Who am I, and who may I sign in as', tags: ['session'], response: { 200: session } },
} as const satisfies Endpoint;

export const signIn = {
  method: 'POST',
  url: '/api/session',
  schema: {
    summary: 'Sign in (evaluation: as one of the personas)',
    tags: ['session'],
    body: z.strictObject({ persona: z.string().min(1).max(60) }),
    response: { 200: session, 400: problem, 403: problem, 404: problem },
  },
} as const satisfies Endpoint;

export const signOut = {
  method: 'DELETE',
  url: '/api/session',
  schema: { summary: 'Sign out', tags: ['session'], response: { 200: session } },
} as const satisfies Endpoint;
