import { type Instant, isIdle } from '@fbs/core';
import { peopleRepository, sessionRepository } from '@fbs/db';
import type { Service } from '../context.ts';

/** Every read would become a write, were this noted at once. */
const noteEveryMs = 60_000;

const later = (a: Instant, b: Instant | undefined): Instant => (b !== undefined && b > a ? b : a);

/** Moments before which a session that was not seen since has ended. */
export const limitsOf = ({ clock, sessions }: Pick<Service, 'clock' | 'sessions'>) => {
  const now = clock();
  return { now, idleBefore: new Date(Date.parse(now) - sessions.idleMinutes * 60_000).toISOString() };
};

/** When each session was last used: kept in memory, and written down together about once a minute. */
export const createSeenSessions = (service: Service) => {
  const { database, clock, sessions } = service;
  let unwritten = new Map<string, Instant>();
  const isLive = (id: string, lastSeenAt: Instant): boolean =>
    !isIdle(later(lastSeenAt, unwritten.get(id)), clock(), sessions);

  const writeDown = async (): Promise<void> => {
    if (unwritten.size === 0) return;
    const seen = unwritten;
    unwritten = new Map();
    await database.writeAside((queries) => sessionRepository.noteSeen(queries, seen));
  };

  /** What lapsed is ended for good: a clock that is set back opens no door again. */
  const endLapsed = async (): Promise<void> => {
    const limits = limitsOf(service);
    const ids = await database.read((queries) => sessionRepository.listLapsedSessions(queries, limits));
    if (ids.length > 0) await database.write((queries) => sessionRepository.endSessions(queries, ids, limits.now));
  };

  const writeAndEnd = async (): Promise<void> => {
    await writeDown();
    await endLapsed();
  };

  return {
    note: (id: string): void => {
      unwritten.set(id, clock());
    },
    isLive,
    /** Which of these sessions still live. */
    living: async (ids: readonly string[]): Promise<ReadonlySet<string>> => {
      const now = clock();
      const rows = await database.read((queries) => peopleRepository.listLiveSessions(queries, ids, now));
      return new Set(rows.filter(({ id, lastSeenAt }) => isLive(id, lastSeenAt)).map(({ id }) => id));
    },
    writeDown,
    /** Begins to write down now and then; what it gives back ends that. */
    keepWritten: (onError: (error: unknown) => void): (() => void) => {
      const timer = setInterval(() => void writeAndEnd().catch(onError), noteEveryMs);
      timer.unref();
      return () => clearInterval(timer);
    },
    writeAndEnd,
  };
};
export type SeenSessions = ReturnType<typeof createSeenSessions>;
