import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestLimits } from '../configuration.ts';
import { DomainError } from '../domain-error.ts';
import { networkOf } from '../network-of.ts';
import { isOfApi } from './route-of.ts';
import { signedInOf } from './sign-in-sessions.ts';

const window = 60_000;
/** So many callers a minute are told apart; the others count together. */
const mostCallers = 50_000;

/** How often each caller asked in this minute. */
const countByMinute = () => {
  let minute = 0;
  let counts = new Map<string, number>();
  return (caller: string, now: number): number => {
    const present = Math.floor(now / window);
    if (present !== minute) {
      minute = present;
      counts = new Map();
    }
    const key = counts.size < mostCallers || counts.has(caller) ? caller : '';
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
};

const tooMany = (seconds: number): DomainError =>
  new DomainError(
    'too_many_requests',
    `More requests have come from here than the service takes in a minute: go on in ${seconds} seconds.`,
  );

/**
 * Holds each session, and each address for those who are not signed in, to so many requests a minute. Counted in the
 * memory of this process, since counting must cost reading next to nothing.
 */
export const limitRequests = (app: FastifyInstance, { ofSession, ofAddress }: RequestLimits): void => {
  const [sessions, addresses] = [countByMinute(), countByMinute()];
  const isOver = (request: FastifyRequest, now: number): boolean => {
    const signedIn = signedInOf(request);
    if (signedIn !== undefined) return ofSession > 0 && sessions(signedIn.sessionId, now) > ofSession;
    return ofAddress > 0 && addresses(networkOf(request.ip), now) > ofAddress;
  };
  if (ofSession === 0 && ofAddress === 0) return;
  app.addHook('onRequest', (request, reply, done) => {
    const now = Date.now();
    if (!isOfApi(request) || !isOver(request, now)) return done();
    const seconds = Math.ceil((window - (now % window)) / 1000);
    reply.header('retry-after', seconds);
    done(tooMany(seconds));
  });
};
