import { accountLinkKinds, roles } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals, staleOf } from './problem.ts';
import { ifMatch, instant, list } from './words.ts';

const tags = ['people'] as const;
const params = z.object({ person: z.string().min(1).max(80) });

export const personEntry = z
  .object({
    id: z.string(),
    name: z.string(),
    title: z.string(),
    email: z.string().nullable(),
    section: z.string().nullable(),
    roles: list(z.enum(roles)),
    active: z.boolean().describe('false: disabled, cannot sign in'),
    entered: z.boolean().describe('Has set a password, signed in before, or needs no password'),
    lastSignIn: instant.nullable(),
    password: z.boolean(),
    secondFactor: z.boolean(),
    link: z
      .object({ kind: z.enum(accountLinkKinds), expiresAt: instant, expired: z.boolean() })
      .nullable()
      .describe('A link that was made and not yet used'),
    lastAdministrator: z.boolean().describe('Cannot be disabled, and stays administrator'),
    version: z.number(),
  })
  .meta({ id: 'PersonEntry' });
export type PersonEntry = z.output<typeof personEntry>;

export const people = z
  .object({
    people: list(personEntry),
    sections: list(z.object({ code: z.string(), name: z.string() })),
    passwords: z.boolean().describe('false: people come in by single sign-on alone, and no links are made'),
    invitationDays: z.number(),
    mails: z.boolean().describe('Whether links leave by e-mail too'),
  })
  .meta({ id: 'People' });
export type People = z.output<typeof people>;

export const listPeople = {
  method: 'GET',
  url: '/api/people',
  schema: {
    summary: 'Everybody with an account, and how it stands (administrators)',
    tags,
    response: { 200: people, ...refusals },
  },
} as const satisfies Endpoint;

const fields = {
  name: z.string().max(200),
  title: z.string().max(200),
  email: z.string().max(320),
  section: z.string().max(40).nullable(),
  roles: z.array(z.enum(roles)).max(roles.length),
} as const;

const madeLink = z.object({
  person: personEntry,
  link: z.object({
    path: z.string().describe('To be opened on this service; shown this once'),
    expiresAt: instant,
    mailed: z.enum(['sent', 'failed', 'off']).describe('off: no mail server is set up, or nobody said its address'),
  }),
});
export type MadeLink = z.output<typeof madeLink>;

const peopleRefusals = { ...refusals, 409: problem } as const;

export const invitePerson = {
  method: 'POST',
  url: '/api/people',
  schema: {
    summary: 'Invite somebody: a link with which they set a password, where people come in by passwords',
    tags,
    body: z.strictObject(fields),
    response: {
      201: madeLink.extend({ link: madeLink.shape.link.nullable().describe('null: single sign-on lets them in') }),
      ...peopleRefusals,
    },
  },
} as const satisfies Endpoint;

const changed = { 200: personEntry, ...peopleRefusals, 412: staleOf(personEntry), 428: problem } as const;

export const changePerson = {
  method: 'PATCH',
  url: '/api/people/:person',
  schema: {
    summary: 'Change name, title, e-mail, section or roles of a person',
    tags,
    params,
    headers: ifMatch,
    body: z.strictObject({ ...fields, email: fields.email.nullable() }).partial(),
    response: changed,
  },
} as const satisfies Endpoint;

export const disablePerson = {
  method: 'POST',
  url: '/api/people/:person/disable',
  schema: {
    summary: 'Let somebody in no more: signed out at once, the name stays in the history',
    tags,
    params,
    headers: ifMatch,
    response: changed,
  },
} as const satisfies Endpoint;

export const enablePerson = {
  method: 'POST',
  url: '/api/people/:person/enable',
  schema: {
    summary: 'Let somebody in again',
    tags,
    params,
    headers: ifMatch,
    response: changed,
  },
} as const satisfies Endpoint;

export const makeAccountLink = {
  method: 'POST',
  url: '/api/people/:person/link',
  schema: {
    summary: 'A new link with which somebody sets a password; those before open nothing any more',
    tags,
    params,
    body: z.strictObject({
      removeSecondFactor: z.boolean().describe('For whoever lost the app and the recovery codes'),
    }),
    response: { 200: madeLink, ...peopleRefusals },
  },
} as const satisfies Endpoint;
