import type { Day, Year } from './vocabulary.ts';

const millisecondsOfDay = 86_400_000;

const timeOf = (day: Day): number =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00.000Z`) : Number.NaN;

const dayOf = (time: number): Day => new Date(time).toISOString().slice(0, 10);

/** A real calendar day: "2020-02-29" is, "2021-02-29" is not. */
export const isDay = (text: string): boolean => {
  const time = timeOf(text);
  return !Number.isNaN(time) && dayOf(time) === text;
};

const requiredTimeOf = (day: Day): number => {
  if (!isDay(day)) throw new RangeError(`"${day}" is not a day`);
  return timeOf(day);
};

export const addDays = (day: Day, days: number): Day => dayOf(requiredTimeOf(day) + days * millisecondsOfDay);

/** Days from the first to the second; negative where the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  (requiredTimeOf(to) - requiredTimeOf(from)) / millisecondsOfDay;

/** The day of a year and month, moved back to the month's last day where the month is shorter. */
export const dayInMonth = (year: Year, month: number, day: number): Day => {
  const lastDay = new Date(Date.UTC(year, month, 0)).getUTCDate();
  const parts = [String(year).padStart(4, '0'), month, Math.min(day, lastDay)];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
};

export const calendarYearOf = (day: Day): Year => new Date(requiredTimeOf(day)).getUTCFullYear();

/** The U.S. fiscal year (31 U.S.C. 1102): October belongs to the next year. Throws where the text is not a day. */
export const fiscalYearOf = (day: Day): Year => {
  const date = new Date(requiredTimeOf(day));
  return date.getUTCMonth() >= 9 ? date.getUTCFullYear() + 1 : date.getUTCFullYear();
};

/** "2018-2022", and "2011" where it is one year; `between` stands between the two. */
export const yearSpan = (first: Year, last: Year, between = '-'): string =>
  first === last ? `${first}` : `${first}${between}${last}`;

export const fiscalYearStart = (year: Year): Day => dayInMonth(year - 1, 10, 1);

export const fiscalYearEnd = (year: Year): Day => dayInMonth(year, 9, 30);
