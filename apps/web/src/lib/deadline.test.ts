import { expect, it } from 'vitest';
import { formatDeadline } from './deadline.ts';

it.each([
  ['UTC', '2026-01-22T15:00:00.000Z', 'Jan. 22, 2026, 3:00 p.m. UTC'],
  ['America/New_York', '2026-01-22T15:00:00.000Z', 'Jan. 22, 2026, 10:00 a.m. EST (Jan. 22, 2026, 3:00 p.m. UTC)'],
  ['America/New_York', '2026-07-01T02:30:00.000Z', 'June 30, 2026, 10:30 p.m. EDT (July 1, 2026, 2:30 a.m. UTC)'],
  ['Europe/Berlin', '2026-01-22T23:05:00.000Z', 'Jan. 23, 2026, 12:05 a.m. GMT+1 (Jan. 22, 2026, 11:05 p.m. UTC)'],
])('in %s, %s is said by the own clock and in UTC', (zone, instant, said) => {
  expect(formatDeadline(instant, zone)).toBe(said);
});
