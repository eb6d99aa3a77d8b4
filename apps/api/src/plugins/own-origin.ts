import type { Mode } from '@fbs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { DomainError } from '../domain-error.ts';

type Site = { readonly mode: Mode; readonly publicUrl: string | null };

const reading = ['GET', 'HEAD', 'OPTIONS'];

const isThisMachine = (host: string): boolean => /^(127(\.\d+){3}|localhost|\[::1\])(:\d+)?$/i.test(host);

const hostOf = (origin: string): string | null => (URL.canParse(origin) ? new URL(origin).host : null);

/**
 * Whether a page of ours sent it. A page that has the name of this host is ours, but where a public address is set, or
 * where anybody may take any role: there a foreign name could be made to lead to this machine.
 */
const isOwn = (origin: string, request: FastifyRequest, { mode, publicUrl }: Site): boolean => {
  if (origin === publicUrl) return true;
  const anyName = mode === 'production' && publicUrl === null;
  return hostOf(origin) === request.host && (anyName || isThisMachine(request.host));
};

const notOurs = (origin: string): DomainError =>
  new DomainError(
    'not_allowed',
    `The request came from a page of another site (${origin.slice(0, 100)}); nothing was changed. Work on the service's own pages; where this is its address, an administrator has to set FBS_PUBLIC_URL to it.`,
  );

/**
 * Refuses writes that a page of another site has made a browser send, besides SameSite. Browsers name the origin of
 * every write; a program that names none has no cookies that somebody else could use.
 */
export const refuseOtherOrigins = (app: FastifyInstance, site: Site): void => {
  app.addHook('onRequest', (request, _reply, done) => {
    if (reading.includes(request.method)) return done();
    const { origin, 'sec-fetch-site': relation } = request.headers;
    if (origin !== undefined && !isOwn(origin, request, site)) return done(notOurs(origin));
    if (relation === 'cross-site' || relation === 'same-site') return done(notOurs(relation));
    done();
  });
};
