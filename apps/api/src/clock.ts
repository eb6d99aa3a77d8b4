import type { Instant } from '@fbs/core';

/**
 * The machine's clock, which never goes back here: where it is set back, time goes on from where it was. Otherwise a
 * session that is over would hold again, and a later vintage would stand before an earlier one.
 * `notBefore`: the last moment that the records know. Its text is made once a millisecond.
 */
export const systemClock = (notBefore: Instant | null = null): (() => Instant) => {
  let ahead = (notBefore === null ? Date.now() : Math.max(Date.now(), Date.parse(notBefore))) - performance.now();
  let at = Number.NaN;
  let text = '';
  return () => {
    const running = performance.now();
    ahead = Math.max(ahead, Date.now() - running);
    const now = Math.floor(ahead + running);
    if (now !== at) {
      at = now;
      text = new Date(now).toISOString();
    }
    return text;
  };
};

/** What the console says where the machine's clock is behind the records; null where it is not. */
export const clockWarning = (last: Instant | null, now: Date = new Date()): string | null => {
  // clocks are put right by seconds all the time
  if (last === null || Date.parse(last) - now.getTime() < 60_000) return null;
  return `The clock of this machine (${now.toISOString()}) is behind the last entry of the records (${last}): the service goes on from that moment. Set the clock right, then start the service again.`;
};
