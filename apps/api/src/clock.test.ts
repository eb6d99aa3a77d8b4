import { afterEach, expect, it, vi } from 'vitest';
import { clockWarning, systemClock } from './clock.ts';

afterEach(() => {
  vi.restoreAllMocks();
});

const hour = 3_600_000;
const noon = Date.parse('2026-03-01T12:00:00.000Z');

/** What the machine says: the time of day, and how long it has been running. */
const machine = () => {
  const says = { date: noon, running: 5000 };
  vi.spyOn(Date, 'now').mockImplementation(() => says.date);
  vi.spyOn(performance, 'now').mockImplementation(() => says.running);
  return says;
};

it('is that of the machine', () => {
  const says = machine();
  const clock = systemClock();
  expect(clock()).toBe('2026-03-01T12:00:00.000Z');
  says.date += hour;
  says.running += hour;
  expect(clock()).toBe('2026-03-01T13:00:00.000Z');
});

it('goes on from where it was while the machine is set back, and with the machine once that is ahead again', () => {
  const says = machine();
  const clock = systemClock();
  says.date -= 13 * hour;
  expect(clock()).toBe('2026-03-01T12:00:00.000Z');
  says.running += hour;
  says.date += hour;
  expect(clock()).toBe('2026-03-01T13:00:00.000Z');
  says.date += 20 * hour;
  expect(clock()).toBe('2026-03-01T20:00:00.000Z');
});

it('begins with the last moment of the records where the machine is behind it', () => {
  machine();
  expect(systemClock('2026-03-02T00:00:00.000Z')()).toBe('2026-03-02T00:00:00.000Z');
  expect(systemClock('2026-02-02T00:00:00.000Z')()).toBe('2026-03-01T12:00:00.000Z');
});

it('says at the start what is wrong with it, and what to do', () => {
  const now = new Date(noon);
  expect(clockWarning('2026-03-02T00:00:00.000Z', now)).toMatch(/is behind the last entry .* Set the clock right/);
  expect(clockWarning('2026-03-01T12:00:30.000Z', now)).toBeNull();
  expect(clockWarning(null, now)).toBeNull();
});
