import fastifyCookie from '@fastify/cookie';
import type { Instant, SignInMethod } from '@fbs/core';
import { peopleRepository } from '@fbs/db';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Actor, Context, Service } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { hashOf } from '../sessions/begin-session.ts';
import { createSeenSessions, type SeenSessions } from '../sessions/seen-sessions.ts';
import { sessionTokenOf } from '../sessions/session-cookie.ts';
import { isOfApi, routeOf } from './route-of.ts';

type SignedIn = {
  readonly sessionId: string;
  readonly actor: Actor;
  readonly provedAt: Instant | null;
  readonly method: SignInMethod | null;
};
type Known = { readonly state: number; readonly until: Instant; readonly signedIn: SignedIn };

declare module 'fastify' {
  interface FastifyRequest {
    signedIn: SignedIn | null;
  }
}

const rememberedFor = 30_000;

/** Looks tokens up; one is remembered for as long as nothing is committed, so that reading pages costs no query. */
const sessionLookup = (service: Service, seen: SeenSessions) => {
  // in memory alone, so the token itself may be the key
  const known = new Map<string, Known>();

  const remembered = (token: string): SignedIn | undefined => {
    const each = known.get(token);
    if (each === undefined || each.state !== service.database.changes()) return undefined;
    return service.clock() < each.until ? each.signedIn : undefined;
  };

  const find = async (token: string): Promise<SignedIn | undefined> => {
    const now = service.clock();
    const state = service.database.changes();
    const found = await service.database.read((queries) => peopleRepository.findSignedIn(queries, hashOf(token), now));
    known.delete(token);
    if (found === undefined || !seen.isLive(found.sessionId, found.lastSeenAt)) return undefined;
    const { sessionId, provedAt, method, expiresAt } = found;
    const { id, name, roles, section } = found.person;
    const signedIn = { sessionId, actor: { id, name, roles, section }, provedAt, method };
    if (known.size > 1000) known.clear();
    const until = new Date(Math.min(Date.parse(now) + rememberedFor, Date.parse(expiresAt))).toISOString();
    known.set(token, { state, until, signedIn });
    return signedIn;
  };

  return { remembered, find };
};

const notSignedIn = () => new DomainError('not_signed_in', 'Sign in first, then try again.');

/** Its contract answers 401: whoever is not signed in learns that alone, and not what else the request lacks. */
const needsSomebody = ({ routeOptions }: FastifyRequest): boolean =>
  401 in ((routeOptions.schema?.response ?? {}) as Readonly<Record<number, unknown>>);

/** What a page asks for by itself, while nobody touches it, keeps no session awake. */
const isUse = (request: FastifyRequest): boolean =>
  request.headers['x-unattended'] === undefined && routeOf(request) !== '/api/events';

/** Reads the session cookie before every request below /api. */
export const readSessions = async (app: FastifyInstance, service: Service): Promise<SeenSessions> => {
  await app.register(fastifyCookie);
  app.decorateRequest('signedIn', null);
  const seen = createSeenSessions(service);
  const { remembered, find } = sessionLookup(service, seen);
  const stop = seen.keepWritten((error) => app.log.error(error));
  app.addHook('preClose', async () => {
    stop();
    await seen.writeDown();
  });
  const letIn = (request: FastifyRequest, signedIn: SignedIn): void => {
    request.signedIn = signedIn;
    if (isUse(request)) seen.note(signedIn.sessionId);
  };
  app.addHook('onRequest', (request, _reply, done) => {
    const token = isOfApi(request) ? sessionTokenOf(service, request) : undefined;
    if (token === undefined) return done();
    const known = remembered(token);
    if (known !== undefined) {
      letIn(request, known);
      return done();
    }
    find(token).then((found) => {
      if (found !== undefined) letIn(request, found);
      done();
    }, done);
  });
  return seen;
};

/** What needs somebody signed in is asked for it before anything else of the request is looked at. */
export const askWhoItIs = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.signedIn !== null || !needsSomebody(request)) return done();
    done(notSignedIn());
  });
};

export const signedInOf = (request: FastifyRequest): SignedIn | undefined => request.signedIn ?? undefined;

/** What each session may reach, for as long as it is remembered: put together once, and not with each request. */
const contexts = new WeakMap<SignedIn, { readonly service: Service; readonly context: Context }>();

/** Who asks, and what they may reach. @throws DomainError not_signed_in */
export const contextFor = (service: Service, request: FastifyRequest): Context => {
  const { signedIn } = request;
  if (signedIn === null) throw notSignedIn();
  const known = contexts.get(signedIn);
  if (known?.service === service) return known.context;
  const { actor, sessionId, provedAt } = signedIn;
  const context = { ...service, actor, sessionId, provedAt };
  contexts.set(signedIn, { service, context });
  return context;
};

/** From now on this request may only read. */
export const holdToReading = (request: FastifyRequest): void => {
  const { signedIn } = request;
  if (signedIn !== null) request.signedIn = { ...signedIn, actor: { ...signedIn.actor, archived: true } };
};
