import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Service } from '../context.ts';

type Place = Pick<Service, 'publicUrl'>;

/** Whether browsers reach the service over TLS alone. */
const isBehindTls = ({ publicUrl }: Place): boolean => publicUrl?.startsWith('https:') ?? false;

/** With the prefix a browser takes the cookie from this host alone, and over TLS alone. */
const cookieName = (place: Place, name: string): string => (isBehindTls(place) ? `__Host-${name}` : name);

const sessionCookie = 'fbs_session';

/** Out of reach of scripts, and not sent along from other sites. */
const optionsFor = (place: Place) => ({
  path: '/',
  httpOnly: true,
  sameSite: 'strict' as const,
  secure: isBehindTls(place),
});

export const sessionTokenOf = (place: Place, request: FastifyRequest): string | undefined =>
  request.cookies[cookieName(place, sessionCookie)];

export const rememberSession = (service: Pick<Service, 'publicUrl' | 'sessions'>, reply: FastifyReply, token: string) =>
  reply.setCookie(cookieName(service, sessionCookie), token, {
    ...optionsFor(service),
    maxAge: service.sessions.hours * 3600,
  });

export const forgetSession = (place: Place, reply: FastifyReply) =>
  reply.clearCookie(cookieName(place, sessionCookie), optionsFor(place));

const attemptCookie = 'fbs_sign_in';

/** Comes along when the identity provider of another site sends the browser back, and lives as long as that takes. */
const attemptOptions = (place: Place) => ({ ...optionsFor(place), sameSite: 'lax' as const });

export const attemptOf = (place: Place, request: FastifyRequest): string | undefined =>
  request.cookies[cookieName(place, attemptCookie)];

export const rememberAttempt = (place: Place, reply: FastifyReply, sealed: string) =>
  reply.setCookie(cookieName(place, attemptCookie), sealed, { ...attemptOptions(place), maxAge: 600 });

export const forgetAttempt = (place: Place, reply: FastifyReply) =>
  reply.clearCookie(cookieName(place, attemptCookie), attemptOptions(place));
