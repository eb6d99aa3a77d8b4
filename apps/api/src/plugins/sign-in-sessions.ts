import { createHash, randomBytes, randomUUID } from 'node:crypto';
import fastifyCookie from '@fastify/cookie';
import type { Instant } from '@fbs/core';
import { peopleRepository } from '@fbs/db';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Actor, Context, Service } from '../context.ts';
import { DomainError } from '../domain-error.ts';

const cookieName = 'fbs_session';
const hours = 12;

/** Only the hash of a token is stored: a copied database opens no session. */
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

type SignedIn = { readonly sessionId: string; readonly actor: Actor };
type Known = { readonly state: number; readonly until: Instant; readonly signedIn: SignedIn };

const signedInBy = new WeakMap<FastifyRequest, SignedIn>();

const rememberedFor = 30_000;

/** Looks tokens up; one is remembered for as long as nothing is committed, so that reading pages costs no query. */
const sessionLookup = (service: Service) => {
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
    if (found === undefined) return undefined;
    const { id, name, roles, section } = found.person;
    const signedIn = { sessionId: found.sessionId, actor: { id, name, roles, section } };
    if (known.size > 1000) known.clear();
    const until = new Date(Math.min(Date.parse(now) + rememberedFor, Date.parse(found.expiresAt))).toISOString();
    known.set(token, { state, until, signedIn });
    return signedIn;
  };

  return { remembered, find };
};

const notSignedIn = () => new DomainError('not_signed_in', 'Sign in first, then try again.');

/** Its contract answers 401: whoever is not signed in learns that alone, and not what else the request lacks. */
const needsSomebody = ({ routeOptions }: FastifyRequest): boolean =>
  401 in ((routeOptions.schema?.response ?? {}) as Readonly<Record<number, unknown>>);

/** Reads the session cookie before every request below /api. */
export const readSessions = async (app: FastifyInstance, service: Service): Promise<void> => {
  await app.register(fastifyCookie);
  const { remembered, find } = sessionLookup(service);
  app.addHook('onRequest', (request, _reply, done) => {
    if (!request.url.startsWith('/api/')) return done();
    const goOn = (signedIn: SignedIn | undefined) => {
      if (signedIn !== undefined) signedInBy.set(request, signedIn);
      done();
    };
    const token = request.cookies[cookieName];
    const known = token === undefined ? undefined : remembered(token);
    if (token === undefined || known !== undefined) return goOn(known);
    find(token).then(goOn, done);
  });
};

/** What needs somebody signed in is asked for it before anything else of the request is looked at. */
export const askWhoItIs = (app: FastifyInstance): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    if (signedInBy.has(request) || !needsSomebody(request)) return done();
    done(notSignedIn());
  });
};

export const signedInOf = (request: FastifyRequest): SignedIn | undefined => signedInBy.get(request);

/** Who asks, and what they may reach. @throws DomainError not_signed_in */
export const contextFor = (service: Service, request: FastifyRequest): Context => {
  const signedIn = signedInBy.get(request);
  if (signedIn === undefined) throw notSignedIn();
  return { ...service, actor: signedIn.actor };
};

/** From now on this request may only read. */
export const holdToReading = (request: FastifyRequest): void => {
  const signedIn = signedInBy.get(request);
  if (signedIn !== undefined) signedInBy.set(request, { ...signedIn, actor: { ...signedIn.actor, archived: true } });
};

/** A new session for the database, and the token for the browser. */
export const newSession = (personId: string, now: Instant) => {
  const token = randomBytes(32).toString('base64url');
  const expiresAt: Instant = new Date(Date.parse(now) + hours * 3_600_000).toISOString();
  return { token, session: { id: randomUUID(), tokenHash: hashOf(token), personId, createdAt: now, expiresAt } };
};

/** Out of reach of scripts, and not sent along from other sites. */
const cookieOptions = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

export const rememberSession = (reply: FastifyReply, token: string): void => {
  reply.setCookie(cookieName, token, { ...cookieOptions, maxAge: hours * 3600 });
};

export const forgetSession = (reply: FastifyReply): void => {
  reply.clearCookie(cookieName, cookieOptions);
};
