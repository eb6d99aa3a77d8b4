import { accountLinkKinds, roles } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem } from './problem.ts';
import { instant, list } from './words.ts';

const tags = ['account'] as const;

/** Longer than the rules allow, so that they can say so; short enough to be looked at. */
const password = z.string().min(1).max(600);
const emailText = z.string().min(1).max(320);
const code = z.string().max(80).describe('Six digits of the app, or a recovery code');
const token = z.string().min(1).max(200).describe('What stands behind the # of the link');

const tooMany = { 429: problem, 503: problem } as const;
/** For whoever is not signed in: no answer says 401, or nobody could ask. */
const openRefusals = { 400: problem, 403: problem, 404: problem, 409: problem, 422: problem, ...tooMany } as const;
const ownRefusals = { 400: problem, 401: problem, 403: problem, 409: problem, 422: problem, ...tooMany } as const;

const recoveryCodes = list(z.string()).describe('Shown this once; each works once');

export const signInWithPassword = {
  method: 'POST',
  url: '/api/session/password',
  schema: {
    summary: 'Sign in with e-mail and password, and a code where a second factor stands',
    tags,
    body: z.strictObject({ email: emailText, password, code: code.optional() }),
    response: {
      200: z.object({
        outcome: z
          .enum(['signed_in', 'code_needed', 'second_factor_needed'])
          .describe('code_needed: send the same again, with a code'),
        path: z.string().nullable().describe('second_factor_needed: where to set one up, which is required here'),
      }),
      ...openRefusals,
    },
  },
} as const satisfies Endpoint;

const appKey = z.object({
  secret: z.string().describe('To be typed into an app'),
  address: z.string().describe('What a QR code says to it'),
});

export const accountLink = z
  .object({
    kind: z.enum(accountLinkKinds),
    name: z.string().nullable().describe('null: whoever sets the service up says it'),
    email: z.string().nullable(),
    expiresAt: instant,
    secondFactor: z
      .enum(['offered', 'required', 'stands'])
      .describe('stands: a code of it, or a recovery code, is needed to set a new password'),
    key: appKey.nullable().describe('For the app, where no second factor stands'),
  })
  .meta({ id: 'AccountLink' });
export type AccountLink = z.output<typeof accountLink>;

export const readAccountLink = {
  method: 'POST',
  url: '/api/account-link',
  schema: {
    summary: 'What a link to set a password is for; the link stays out of addresses, and so out of logs',
    tags,
    body: z.strictObject({ token }),
    response: { 200: accountLink, ...openRefusals },
  },
} as const satisfies Endpoint;

export const acceptAccountLink = {
  method: 'POST',
  url: '/api/account-link/accept',
  schema: {
    summary: 'Set the password with a link, and sign in',
    tags,
    body: z.strictObject({
      token,
      password,
      code: code.optional().describe('Of the app, to set up a second factor or because one stands'),
      person: z
        .strictObject({ name: z.string().max(200), title: z.string().max(200), email: emailText })
        .optional()
        .describe('Of the first administrator'),
    }),
    response: { 200: z.object({ recoveryCodes: recoveryCodes.nullable() }), ...openRefusals },
  },
} as const satisfies Endpoint;

export const ownAccount = z
  .object({
    name: z.string(),
    title: z.string(),
    email: z.string().nullable(),
    section: z.string().nullable(),
    roles: list(z.enum(roles)),
    password: z.object({ changedAt: instant }).nullable().describe('null: does not sign in with a password'),
    secondFactor: z.object({ since: instant, recoveryCodesLeft: z.number() }).nullable(),
    secondFactorRequired: z.boolean(),
  })
  .meta({ id: 'OwnAccount' });
export type OwnAccount = z.output<typeof ownAccount>;

export const readOwnAccount = {
  method: 'GET',
  url: '/api/account',
  schema: { summary: 'Your own account', tags, response: { 200: ownAccount, 401: problem } },
} as const satisfies Endpoint;

export const changePassword = {
  method: 'PUT',
  url: '/api/account/password',
  schema: {
    summary: 'Change your password; your other browsers are signed out',
    tags,
    body: z.strictObject({ current: password, password }),
    response: { 200: ownAccount, ...ownRefusals },
  },
} as const satisfies Endpoint;

export const startSecondFactor = {
  method: 'POST',
  url: '/api/account/second-factor',
  schema: {
    summary: 'Begin to set up a second factor: the key for an app',
    tags,
    response: { 200: appKey, ...ownRefusals },
  },
} as const satisfies Endpoint;

export const confirmSecondFactor = {
  method: 'POST',
  url: '/api/account/second-factor/confirm',
  schema: {
    summary: 'Confirm a second factor with a first code of the app',
    tags,
    body: z.strictObject({ code }),
    response: { 200: z.object({ recoveryCodes }), ...ownRefusals },
  },
} as const satisfies Endpoint;

export const removeSecondFactor = {
  method: 'POST',
  url: '/api/account/second-factor/remove',
  schema: {
    summary: 'Do without your second factor from now on',
    tags,
    body: z.strictObject({ password, code }),
    response: { 200: ownAccount, ...ownRefusals },
  },
} as const satisfies Endpoint;

export const makeRecoveryCodes = {
  method: 'POST',
  url: '/api/account/recovery-codes',
  schema: {
    summary: 'New recovery codes; those before open nothing any more',
    tags,
    response: { 200: z.object({ recoveryCodes }), ...ownRefusals },
  },
} as const satisfies Endpoint;
