import type { Day, Instant, Year } from '@fbs/core';
import { and, asc, eq, inArray, isNull, lte } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { reminders } from '../schema/collaboration.ts';
import { people } from '../schema/people.ts';

export type ReminderRow = {
  readonly indicatorId: string;
  readonly year: Year;
  readonly receiverId: string;
  /** null: the service itself. */
  readonly senderId: string | null;
  readonly day: Day;
};

/** Who was reminded of which value until `until` (null: now), oldest first. */
export const listReminders = async (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
): Promise<ReminderRow[]> =>
  queries
    .select({
      indicatorId: reminders.indicatorId,
      year: reminders.year,
      receiverId: reminders.receiverId,
      senderId: reminders.senderId,
      day: reminders.day,
    })
    .from(reminders)
    .where(and(eq(reminders.strategyId, strategyId), until === null ? undefined : lte(reminders.at, until)))
    .orderBy(asc(reminders.at));

export type UnseenRow = {
  readonly indicatorId: string;
  readonly year: Year;
  /** A name; null: the service itself. */
  readonly sender: string | null;
  readonly day: Day;
};

/** What a person was reminded of and has not marked as seen, oldest first. */
export const listUnseen = async (queries: Queries, strategyId: string, receiverId: string): Promise<UnseenRow[]> =>
  queries
    .select({
      indicatorId: reminders.indicatorId,
      year: reminders.year,
      sender: people.name,
      day: reminders.day,
    })
    .from(reminders)
    .leftJoin(people, eq(people.id, reminders.senderId))
    .where(and(eq(reminders.strategyId, strategyId), eq(reminders.receiverId, receiverId), isNull(reminders.seenAt)))
    .orderBy(asc(reminders.at));

export type NewReminder = ReminderRow & {
  readonly id: string;
  readonly strategyId: string;
  readonly at: Instant;
};

export const addReminder = async (queries: Queries, reminder: NewReminder): Promise<void> => {
  await queries.insert(reminders).values(reminder);
};

export const markMailed = async (queries: Queries, ids: readonly string[], at: Instant): Promise<void> => {
  await queries
    .update(reminders)
    .set({ mailedAt: at })
    .where(inArray(reminders.id, [...ids]));
};

/** Marks every reminder of an indicator-year as seen by its receiver. @returns how many were not seen before */
export const markSeen = async (
  queries: Queries,
  { indicatorId, year, receiverId }: Omit<ReminderRow, 'day' | 'senderId'>,
  at: Instant,
): Promise<number> => {
  const seen = await queries
    .update(reminders)
    .set({ seenAt: at })
    .where(
      and(
        eq(reminders.indicatorId, indicatorId),
        eq(reminders.year, year),
        eq(reminders.receiverId, receiverId),
        isNull(reminders.seenAt),
      ),
    )
    .returning({ id: reminders.id });
  return seen.length;
};
