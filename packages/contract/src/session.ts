import { assessments, modes, roles, signInMethods, strategyStates } from '@fbs/core';
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
    method: z.enum(signInMethods).nullable().describe('How they signed in'),
    idleMinutes: z.number().describe('After so long without use the session ends'),
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
    dataVersion: z.number().describe('Raised by every write: what is asked for after this is no older'),
    person: signedInPerson.nullable(),
    signIn: z.object({
      password: z.boolean().describe('Whether accounts of this service can sign in'),
      singleSignOn: z.string().nullable().describe('What the office calls its single sign-on; null: there is none'),
    }),
    personas: list(persona).describe('Whom one may sign in as, in evaluation mode; otherwise empty'),
    assessmentNames: z.record(z.enum(assessments), z.string()).describe('What the office calls them'),
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
  schema: {
    summary: 'Sign out',
    tags: ['session'],
    response: {
      200: session
        .extend({
          leaveTo: z.string().nullable().describe('Where the browser also ends the session of single sign-on'),
        })
        .meta({}),
    },
  },
} as const satisfies Endpoint;

export const proveIdentity = {
  method: 'POST',
  url: '/api/session/proof',
  schema: {
    summary: 'Show by your password that it is still you, for what is hard to undo',
    tags: ['session'],
    body: z.strictObject({ password: z.string().min(1).max(600), code: z.string().max(80).optional() }),
    response: {
      200: z.object({
        outcome: z.enum(['proved', 'code_needed']).describe('code_needed: send the same again, with a code'),
      }),
      400: problem,
      401: problem,
      403: problem,
      429: problem,
      503: problem,
    },
  },
} as const satisfies Endpoint;

const elsewhere = z.string().describe('A redirect; there is nothing to read');

export const beginSingleSignOn = {
  method: 'GET',
  url: '/api/session/single-sign-on',
  schema: {
    summary: 'Leads a browser to the identity provider of the office',
    tags: ['session'],
    querystring: z.object({
      returnTo: z.string().max(2000).optional().describe('Where to go afterwards, on this site'),
      prove: z.literal('true').optional().describe('Whoever is signed in shows that it is still them'),
    }),
    response: { 302: elsewhere, 400: problem, 404: problem },
  },
} as const satisfies Endpoint;

export const endSingleSignOn = {
  method: 'GET',
  url: '/api/session/single-sign-on/return',
  schema: {
    summary: 'Where the identity provider sends a browser back to',
    tags: ['session'],
    response: { 302: elsewhere, 404: problem },
  },
} as const satisfies Endpoint;
