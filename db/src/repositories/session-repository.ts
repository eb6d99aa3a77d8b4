import type { Instant, SignInMethod } from '@fbs/core';
import { and, count, desc, eq, gt, inArray, isNull, lte, or, sql } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { sessions } from '../schema/people.ts';

export type SessionRow = {
  readonly id: string;
  readonly personId: string;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant;
  readonly method: SignInMethod | null;
  readonly address: string | null;
  readonly browser: string | null;
};

const lastSeen = sql<string>`coalesce(${sessions.lastSeenAt}, ${sessions.createdAt})`;

/** When a session ended, or is to be ended; `idleBefore`: not seen since then. */
type Limits = { readonly now: Instant; readonly idleBefore: Instant };

/** A person's sessions that still live, the one seen last first. */
export const listSessions = async (
  queries: Queries,
  personId: string,
  { now, idleBefore }: Limits,
): Promise<SessionRow[]> => {
  const rows = await queries
    .select({
      id: sessions.id,
      personId: sessions.personId,
      createdAt: sessions.createdAt,
      lastSeenAt: lastSeen,
      method: sessions.method,
      address: sessions.address,
      browser: sessions.browser,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        gt(lastSeen, idleBefore),
      ),
    )
    .orderBy(desc(lastSeen), desc(sessions.id));
  return rows.map((row) => ({ ...row, method: row.method as SignInMethod | null }));
};

export const endSessions = async (queries: Queries, ids: readonly string[], at: Instant): Promise<void> => {
  if (ids.length === 0) return;
  const ended = { endedAt: at, identityToken: null };
  await queries
    .update(sessions)
    .set(ended)
    .where(inArray(sessions.id, [...ids]));
};

/** A session that has not ended; how long it was left alone is not looked at. */
export const findSession = async (
  queries: Queries,
  id: string,
  now: Instant,
): Promise<{ readonly id: string; readonly personId: string } | null> => {
  const [row] = await queries
    .select({ id: sessions.id, personId: sessions.personId })
    .from(sessions)
    .where(and(eq(sessions.id, id), isNull(sessions.endedAt), gt(sessions.expiresAt, now)));
  return row ?? null;
};

const lapsed = ({ now, idleBefore }: Limits) =>
  and(isNull(sessions.endedAt), or(lte(sessions.expiresAt, now), lte(lastSeen, idleBefore)));

/** Sessions whose time is over, and that nobody has ended yet. */
export const listLapsedSessions = async (queries: Queries, limits: Limits): Promise<string[]> => {
  const rows = await queries.select({ id: sessions.id }).from(sessions).where(lapsed(limits)).limit(500);
  return rows.map(({ id }) => id);
};

/** How many sessions have neither ended nor expired. */
export const countLiveSessions = async (queries: Queries, now: Instant): Promise<number> => {
  const [row] = await queries
    .select({ sessions: count() })
    .from(sessions)
    .where(and(isNull(sessions.endedAt), gt(sessions.expiresAt, now)));
  return row?.sessions ?? 0;
};

/** Notes when sessions were seen; what another process noted later stays. */
export const noteSeen = async (queries: Queries, seen: ReadonlyMap<string, Instant>): Promise<void> => {
  for (const [id, at] of seen) {
    await queries
      .update(sessions)
      .set({ lastSeenAt: at })
      .where(and(eq(sessions.id, id), isNull(sessions.endedAt), sql`${lastSeen} < ${at}`));
  }
};

/** From then on the session is known by another token alone. */
export const noteProof = async (
  queries: Queries,
  id: string,
  { at, tokenHash }: { readonly at: Instant; readonly tokenHash: string },
): Promise<void> => {
  await queries.update(sessions).set({ provedAt: at, tokenHash }).where(eq(sessions.id, id));
};
