import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIdle, isProofRecent, type SessionSettings, sessionsTooMany } from './session-rules.ts';

const settings: SessionSettings = { idleMinutes: 30, hours: 12, most: 3, proofMinutes: 15 };
const at = (minute: number): string => new Date(Date.UTC(2026, 0, 15, 12, 0) + minute * 60_000).toISOString();

describe('a session', () => {
  it.each([
    [0, false],
    [29.999, false],
    [30, true],
    [600, true],
    // the clock was set back
    [-5, false],
  ])('that was last used %s minutes ago is idle: %s', (minutes, idle) => {
    expect(isIdle(at(0), at(minutes), settings)).toBe(idle);
  });

  it('makes room by ending those that were used longest ago, and never more than it must', () => {
    const times = fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 12 });
    fc.assert(
      fc.property(times, fc.integer({ min: 1, max: 8 }), (minutes, most) => {
        const live = minutes.map((minute) => ({ id: String(minute), lastSeenAt: at(minute) }));
        const ended = sessionsTooMany(live, { ...settings, most });
        expect(ended).toHaveLength(Math.max(0, live.length + 1 - most));
        const kept = minutes.filter((minute) => !ended.includes(String(minute)));
        expect(ended.every((id) => kept.every((minute) => minute > Number(id)))).toBe(true);
      }),
    );
  });
});

describe('a proof of who one is', () => {
  it.each([
    [0, true],
    [14.999, true],
    [15, false],
    [24 * 60, false],
    // the clock was set back: by a little, and by a day
    [-1, true],
    [-24 * 60, false],
  ])('of %s minutes ago holds: %s', (minutes, holds) => {
    expect(isProofRecent(at(0), at(minutes), settings)).toBe(holds);
  });

  it('that was never given does not hold', () => {
    expect(isProofRecent(null, at(0), settings)).toBe(false);
  });
});
