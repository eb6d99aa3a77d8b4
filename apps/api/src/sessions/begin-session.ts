import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { type Instant, type SignInMethod, sessionsTooMany } from '@fbs/core';
import { peopleRepository, type Queries, sessionRepository } from '@fbs/db';
import type { FastifyRequest } from 'fastify';
import type { Actor, Service } from '../context.ts';
import { trace } from '../trace.ts';
import { limitsOf } from './seen-sessions.ts';

/** Only the hash of a token is stored: a copied database opens no session. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** The browser that signs in: what it says of itself, where it is, and the session it had until now. */
export type Browser = {
  readonly address: string;
  readonly name: string | null;
  readonly sessionId: string | null;
};

const mostOfName = 300;

export const browserOf = (request: FastifyRequest, sessionId: string | undefined): Browser => ({
  address: request.ip,
  name: request.headers['user-agent']?.slice(0, mostOfName) ?? null,
  sessionId: sessionId ?? null,
});

type SignIn = {
  readonly person: Actor;
  readonly method: SignInMethod;
  readonly browser: Browser;
  readonly identityToken?: string;
};

/** Ends what the browser had, and what is too much for one person, for the new session. */
const makeRoom = async (
  service: Service,
  queries: Queries,
  { person, method, browser }: SignIn,
  now: Instant,
): Promise<void> => {
  const own = browser.sessionId === null ? [] : [browser.sessionId];
  const live = await sessionRepository.listSessions(queries, person.id, limitsOf(service));
  const others = live.filter(({ id }) => id !== browser.sessionId);
  // a persona is not one person
  const tooMany = method === 'persona' ? [] : sessionsTooMany(others, service.sessions);
  await sessionRepository.endSessions(queries, [...own, ...tooMany], now);
};

const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * In the caller's write: the session goes on, proved, with a new token; whoever had got hold of the one before is out.
 * @returns the token, which goes to the browser by `rememberSession`
 */
export const renewSession = async (
  { clock }: Pick<Service, 'clock'>,
  queries: Queries,
  { person, sessionId, method }: { readonly person: Actor; readonly sessionId: string; readonly method: SignInMethod },
): Promise<string> => {
  const at = clock();
  const token = newToken();
  await sessionRepository.noteProof(queries, sessionId, { at, tokenHash: hashOf(token) });
  await trace(queries, { actor: person }, at, {
    ...{ action: 'confirmed who they are', kind: 'session', id: sessionId, strategy: null },
    ...{ before: null, after: { method } },
  });
  return token;
};

/** In the caller's write: a new session with a new token, which goes to the browser by `rememberSession`. */
export const beginSession = async (service: Service, queries: Queries, signIn: SignIn): Promise<string> => {
  const { person, method, browser, identityToken = null } = signIn;
  const now = service.clock();
  await makeRoom(service, queries, signIn, now);
  const token = newToken();
  const id = randomUUID();
  await peopleRepository.addSession(queries, {
    id,
    tokenHash: hashOf(token),
    personId: person.id,
    createdAt: now,
    expiresAt: new Date(Date.parse(now) + service.sessions.hours * 3_600_000).toISOString(),
    provedAt: method === 'persona' ? null : now,
    method,
    address: browser.address,
    browser: browser.name,
    identityToken,
  });
  await trace(queries, { actor: person }, now, {
    action: 'signed in',
    kind: 'session',
    id,
    strategy: null,
    before: null,
    after: { method, address: browser.address },
  });
  return token;
};
