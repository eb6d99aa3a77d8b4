import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idleStep } from './idle-step.ts';

const minute = 60_000;
const at = (minutes: number, touched = -60, idleMinutes = 30) =>
  idleStep({ now: minutes * minute, usedAt: 0, touchedAt: touched * minute, idleMinutes });

describe('a page that nobody asks anything', () => {
  it('is fine until two minutes before the end, and then says how long is left', () => {
    expect(at(27.9)).toEqual({ kind: 'fine' });
    expect(at(28.1)).toEqual({ kind: 'warn', minutes: 2 });
    expect(at(29.5)).toEqual({ kind: 'warn', minutes: 1 });
    expect(at(30)).toEqual({ kind: 'over' });
  });

  it('is kept while somebody touches it, now and then, and in the last minute too', () => {
    expect(at(4, 3.9)).toEqual({ kind: 'fine' });
    expect(at(6, 5.9)).toEqual({ kind: 'keep' });
    expect(at(29.9, 29.8)).toEqual({ kind: 'keep' });
    // whoever touched it long ago was heard of then
    expect(at(28.5, 20)).toEqual({ kind: 'warn', minutes: 2 });
  });

  it('is warned in time, however short a session is', () => {
    expect(at(0.4, -60, 1)).toEqual({ kind: 'fine' });
    expect(at(0.6, -60, 1)).toEqual({ kind: 'warn', minutes: 1 });
  });

  it('is never over without a warning of twenty seconds that comes before', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1440 }), (idleMinutes) => {
        const end = idleMinutes * minute - 20_000;
        expect(idleStep({ now: end, usedAt: 0, touchedAt: -minute, idleMinutes })).toMatchObject({ kind: 'warn' });
      }),
    );
  });
});
