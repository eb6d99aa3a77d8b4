import type { Instant, Role } from './vocabulary.ts';

/** How long a session lasts, and how long it counts who somebody has proved to be. */
export type SessionSettings = {
  /** Minutes without a request after which a session has ended. */
  readonly idleMinutes: number;
  /** Hours after which a session has ended, however much it is used. */
  readonly hours: number;
  /** Sessions that one person may have at a time; a further one ends the one that was used longest ago. */
  readonly most: number;
  /** Minutes for which a proof of who one is holds for what is hard to undo. */
  readonly proofMinutes: number;
};

const minutesBetween = (from: Instant, to: Instant): number => (Date.parse(to) - Date.parse(from)) / 60_000;

export const isIdle = (lastSeenAt: Instant, now: Instant, { idleMinutes }: SessionSettings): boolean =>
  minutesBetween(lastSeenAt, now) >= idleMinutes;

/** A clock that was set back makes no old proof new: one from the future holds no longer than one from the past. */
export const isProofRecent = (provedAt: Instant | null, now: Instant, { proofMinutes }: SessionSettings): boolean =>
  provedAt !== null && Math.abs(minutesBetween(provedAt, now)) < proofMinutes;

type Used = { readonly id: string; readonly lastSeenAt: Instant };

/** Which sessions have to end so that one more fits: those used longest ago. */
export const sessionsTooMany = (live: readonly Used[], { most }: SessionSettings): string[] =>
  [...live]
    .sort((a, b) => (a.lastSeenAt < b.lastSeenAt ? 1 : a.lastSeenAt > b.lastSeenAt ? -1 : 0))
    .slice(Math.max(0, most - 1))
    .map(({ id }) => id);

/** Who enters or decides begins with what waits; who reads and who administers, with the overview. */
export const beginsWithWork = (roles: readonly Role[]): boolean =>
  roles.some((role) => role !== 'viewer' && role !== 'administrator');
