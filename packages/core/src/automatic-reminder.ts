import { addDays } from './fiscal-year.ts';
import type { Day } from './vocabulary.ts';

/** So many days before and after the due day people are reminded; null: not on that side. */
export type AutomaticReminders = { readonly daysBefore: number | null; readonly daysAfter: number | null };

const isDays = (value: unknown): boolean => value === null || (Number.isInteger(value) && Number(value) >= 0);

/** The setting as it is stored; anything else than two numbers of days counts as off. */
export const automaticRemindersOf = (stored: unknown): AutomaticReminders | null => {
  if (typeof stored !== 'object' || stored === null) return null;
  const { daysBefore = null, daysAfter = null } = stored as Partial<Record<keyof AutomaticReminders, unknown>>;
  if (!isDays(daysBefore) || !isDays(daysAfter)) return null;
  return { daysBefore: daysBefore as number | null, daysAfter: daysAfter as number | null };
};

type Missing = {
  readonly dueDay: Day;
  readonly today: Day;
  /** The day of the last automatic reminder; null: there was none. */
  readonly last: Day | null;
};

/**
 * Whether a missing value is to be asked for today: once before and once after its due day. A day on which the service
 * did not run is made up for on the next.
 */
export const isReminderDue = ({ dueDay, today, last }: Missing, setting: AutomaticReminders): boolean => {
  const { daysBefore, daysAfter } = setting;
  const first = daysBefore === null ? null : addDays(dueDay, -daysBefore);
  const second = daysAfter === null ? null : addDays(dueDay, Math.max(daysAfter, 1));
  if (second !== null && today >= second) return last === null || last < second;
  return first !== null && today >= first && today <= dueDay && (last === null || last < first);
};
