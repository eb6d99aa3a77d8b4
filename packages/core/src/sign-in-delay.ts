import type { Instant } from './vocabulary.ts';

export type SignInFailures = { readonly count: number; readonly lastAt: Instant };

type Delay = {
  /** So many failures cost nothing. */
  readonly free: number;
  /** Seconds; doubled with every failure. */
  readonly first: number;
  readonly most: number;
  /** Hours without a failure after which it begins anew. */
  readonly forgotten: number;
};

/** Many people may share an address, so it is slowed down later and less than an account. */
export const signInDelays = {
  account: { free: 5, first: 5, most: 900, forgotten: 24 },
  address: { free: 30, first: 5, most: 60, forgotten: 1 },
} as const satisfies Record<string, Delay>;
export type SignInDelay = keyof typeof signInDelays;

const secondsSince = (at: Instant, now: Instant): number => (Date.parse(now) - Date.parse(at)) / 1000;

/** The failures that still count; a clock that was set back forgets none. */
export const failuresNow = (kind: SignInDelay, failures: SignInFailures | null, now: Instant): number => {
  if (failures === null) return 0;
  return secondsSince(failures.lastAt, now) < signInDelays[kind].forgotten * 3600 ? failures.count : 0;
};

/** Seconds until the next attempt is let through; 0: now. */
export const secondsToWait = (kind: SignInDelay, failures: SignInFailures | null, now: Instant): number => {
  const { free, first, most } = signInDelays[kind];
  const count = failuresNow(kind, failures, now);
  if (failures === null || count < free) return 0;
  const delay = Math.min(most, first * 2 ** Math.min(count - free, 30));
  // after a clock was set back nobody waits longer than the delay itself
  return Math.min(delay, Math.max(0, Math.ceil(delay - secondsSince(failures.lastAt, now))));
};

const inWords = (seconds: number): string => {
  if (seconds < 60) return seconds === 1 ? '1 second' : `${seconds} seconds`;
  const minutes = Math.ceil(seconds / 60);
  return minutes === 1 ? '1 minute' : `${minutes} minutes`;
};

export const waitSentence = (seconds: number): string =>
  `Signing in failed too often: wait ${inWords(seconds)}, then try again. An administrator can give you a new link to set your password.`;
