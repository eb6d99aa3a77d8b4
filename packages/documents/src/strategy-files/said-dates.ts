import { calendarYearOf, type Day, fiscalYearOf, isDay } from '@fbs/core';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const two = (number: string | number): string => String(number).padStart(2, '0');

/** A day in one of the ways in which people and programs write it; null: none that is certain. */
export const dayFrom = (text: string): Day | null => {
  const plain = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:T.*|Z|[+-]\d\d:\d\d)?$/.exec(plain);
  const american = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  const words = /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/i.exec(plain);
  const month = words === null ? 0 : months.indexOf((words[1] ?? '').toLowerCase()) + 1;
  const day =
    iso !== null
      ? `${iso[1]}-${two(iso[2] ?? '')}-${two(iso[3] ?? '')}`
      : american !== null
        ? `${american[3]}-${two(american[1] ?? '')}-${two(american[2] ?? '')}`
        : words !== null && month > 0
          ? `${words[3]}-${two(month)}-${two(words[2] ?? '')}`
          : '';
  return isDay(day) ? day : null;
};

const yearIn = (text: string): number | null => (/^\d{4}$/.test(text.trim()) ? Number(text) : null);

export type SaidYears = {
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly repairs: readonly string[];
};

const isTold = (text: string): boolean => text.trim() !== '';

/** The fiscal years between two days; a period of whole calendar years is named by those. */
export const yearsBetween = (start: string, end: string, title: string): SaidYears => {
  const repairs: string[] = [];
  const [first, last] = [dayFrom(start), dayFrom(end)];
  for (const [text, day] of [
    [start, first],
    [end, last],
  ] as const) {
    if (isTold(text) && day === null && yearIn(text) === null)
      repairs.push(`"${text.slice(0, 40)}" is read as no day.`);
    else if (day !== null && day !== text.trim()) repairs.push(`The day "${text.trim()}" is read as ${day}.`);
  }
  const isCalendar = (first?.endsWith('-01-01') ?? false) || (last?.endsWith('-12-31') ?? false);
  const yearOf = (day: Day | null, text: string): number | null =>
    day === null ? yearIn(text) : isCalendar ? calendarYearOf(day) : fiscalYearOf(day);
  const years = { firstYear: yearOf(first, start), lastYear: yearOf(last, end) };
  if (isCalendar) repairs.push('The file counts in calendar years: they are taken as fiscal years of the same number.');
  if (years.firstYear !== null && years.lastYear !== null) return { ...years, repairs };
  const named = /\b((?:19|20|21)\d\d)\s*(?:-|–|—|to|through)\s*((?:19|20|21)\d\d)\b/.exec(title);
  if (named === null) return { ...years, repairs };
  repairs.push(`The years ${named[1]} to ${named[2]} are taken from the title.`);
  return { firstYear: Number(named[1]), lastYear: Number(named[2]), repairs };
};
