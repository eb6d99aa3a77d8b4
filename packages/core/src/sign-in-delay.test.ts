import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failuresNow, secondsToWait, signInDelays, waitSentence } from './sign-in-delay.ts';

const lastAt = '2026-01-15T15:00:00.000Z';
const later = (seconds: number) => new Date(Date.parse(lastAt) + seconds * 1000).toISOString();

describe('after failures', () => {
  it.each([
    ['account', 0, 0],
    ['account', 4, 0],
    ['account', 5, 5],
    ['account', 6, 10],
    ['account', 9, 80],
    ['account', 30, 900],
    ['account', 100_000, 900],
    ['address', 29, 0],
    ['address', 30, 5],
    ['address', 33, 40],
    ['address', 60, 60],
  ] as const)('an %s that failed %i times waits %i seconds', (kind, count, seconds) => {
    expect(secondsToWait(kind, { count, lastAt }, lastAt)).toBe(seconds);
  });

  it('the wait passes, and after a while everything is forgotten', () => {
    const failures = { count: 7, lastAt };
    expect(secondsToWait('account', failures, later(5))).toBe(15);
    expect(secondsToWait('account', failures, later(20))).toBe(0);
    expect(failuresNow('account', failures, later(20))).toBe(7);
    expect(failuresNow('account', failures, later(24 * 3600))).toBe(0);
    expect(secondsToWait('account', null, lastAt)).toBe(0);
  });

  it('nobody waits longer than the longest delay, whatever the clock does', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: -1e7, max: 1e7 }), (count, seconds) => {
        const wait = secondsToWait('account', { count, lastAt }, later(seconds));
        return wait >= 0 && wait <= signInDelays.account.most;
      }),
    );
  });

  it.each([
    [1, 'wait 1 second,'],
    [59, 'wait 59 seconds,'],
    [61, 'wait 2 minutes,'],
    [60, 'wait 1 minute,'],
  ])('%i seconds are said as "%s"', (seconds, words) => {
    expect(waitSentence(seconds)).toContain(words);
  });
});
