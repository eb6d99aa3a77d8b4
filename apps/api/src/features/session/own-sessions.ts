import type { OwnSessions } from '@fbs/contract';
import { peopleRepository, type Queries, sessionRepository } from '@fbs/db';
import { allow, type Context, requireRecentProof } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { limitsOf } from '../../sessions/seen-sessions.ts';
import { trace } from '../../trace.ts';

const liveOf = (context: Context, queries: Queries, person: string) =>
  sessionRepository.listSessions(queries, person, limitsOf(context));

const present = async (context: Context, queries: Queries): Promise<OwnSessions> => {
  const { idleMinutes, hours } = context.sessions;
  const rows = await liveOf(context, queries, context.actor.id);
  const sessions = rows.map(({ id, method, browser, address, createdAt, lastSeenAt }) => {
    const current = id === context.sessionId;
    const lastSeen = current ? context.clock() : lastSeenAt;
    return { id, current, method, browser, address, since: createdAt, lastSeen };
  });
  return { sessions, idleMinutes, hours };
};

/** Where the actor is signed in: this browser, and others. */
export const listSessions = (context: Context): Promise<OwnSessions> =>
  context.database.read((queries) => present(context, queries));

const traceEnded = (context: Context, queries: Queries, id: string): Promise<void> =>
  trace(queries, context, context.clock(), {
    action: 'ended a session',
    kind: 'session',
    id,
    strategy: null,
    before: null,
    after: null,
  });

const endThem = async (context: Context, queries: Queries, ids: readonly string[]): Promise<void> => {
  await sessionRepository.endSessions(queries, ids, context.clock());
  for (const id of ids) await traceEnded(context, queries, id);
};

/** @throws DomainError proof_needed; not_found for what is over, or somebody else's, or the session that asks */
export const endSession = (context: Context, { session }: { readonly session: string }): Promise<OwnSessions> => {
  requireRecentProof(context);
  return context.database.write(async (queries) => {
    const live = await liveOf(context, queries, context.actor.id);
    const found = required(
      live.find(({ id }) => id === session),
      'That browser is not signed in any more.',
    );
    if (found.id === context.sessionId)
      throw new DomainError('not_found', 'This is your own session: sign out instead.');
    await endThem(context, queries, [found.id]);
    return present(context, queries);
  });
};

/** @throws DomainError proof_needed */
export const endOtherSessions = (context: Context): Promise<OwnSessions> => {
  requireRecentProof(context);
  return context.database.write(async (queries) => {
    const live = await liveOf(context, queries, context.actor.id);
    const others = live.map(({ id }) => id).filter((id) => id !== context.sessionId);
    await endThem(context, queries, others);
    return present(context, queries);
  });
};

/** @throws DomainError not_allowed, proof_needed, not_found */
export const endSessionsOf = (
  context: Context,
  { person }: { readonly person: string },
): Promise<{ readonly ended: number }> => {
  allow(context.actor, 'manage people');
  requireRecentProof(context);
  return context.database.write(async (queries) => {
    const names = await peopleRepository.listNames(queries);
    required(names.get(person), 'There is no such person: look them up in the list of people.');
    const ids = (await liveOf(context, queries, person)).map(({ id }) => id);
    await endThem(context, queries, ids);
    return { ended: ids.length };
  });
};
