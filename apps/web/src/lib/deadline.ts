import { formatInstant } from './format.ts';

const zoneOf = (moment: Date, timeZone: string | undefined): string =>
  new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'short' })
    .formatToParts(moment)
    .find(({ type }) => type === 'timeZoneName')?.value ?? 'UTC';

/**
 * A moment until which somebody has to have acted, by the clock on their wall, and in UTC as everywhere else:
 * "Jan. 22, 2026, 10:00 a.m. EST (Jan. 22, 2026, 3:00 p.m. UTC)". `timeZone` is the browser's unless it is given.
 */
export const formatDeadline = (instant: string, timeZone?: string): string => {
  const moment = new Date(instant);
  const inUtc = `${formatInstant(instant)} UTC`;
  const zone = zoneOf(moment, timeZone);
  // Sweden writes days and times as ISO does
  const own = moment.toLocaleString('sv-SE', { timeZone }).replace(' ', 'T');
  return zone === 'UTC' ? inUtc : `${formatInstant(own)} ${zone} (${inUtc})`;
};
