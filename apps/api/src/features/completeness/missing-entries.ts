import { type Day, isReported, permits, type Year } from '@fbs/core';
import type { peopleRepository, reminderRepository } from '@fbs/db';
import type { Actor } from '../../context.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { type Facts, type Indicator, placeOf } from '../../results/load-facts.ts';
import type { Results } from '../../results/results.ts';

export type Receiver = peopleRepository.ActivePersonRow;

/** Whom to ask for a figure of a section: its contributors; where it has none its planners, else all planners. */
export const receiversOf = (people: readonly Receiver[], section: string): Receiver[] => {
  const own = people.filter((person) => person.section === section);
  const contributors = own.filter(({ roles }) => roles.includes('contributor'));
  if (contributors.length > 0) return contributors;
  const planners = own.filter(({ roles }) => roles.includes('planner'));
  return planners.length > 0 ? planners : people.filter(({ roles }) => roles.includes('planner'));
};

/** Why nobody can enter a figure now, or that nobody has to; null where it can be asked for. */
export const whyNotAsked = (results: Results, indicator: Indicator, year: Year): string | null => {
  const { facts } = results;
  const { state } = results.entry(indicator, year);
  const closed = closedOf(facts, indicator, year);
  if (closed !== null) return closed.sentence;
  if (indicator.definition.computed !== null) return 'This figure is computed from others; ask for those instead.';
  if (facts.reviews.get(year)?.state === 'in_clearance') {
    return `The review of FY ${year} is in clearance; a reviewer has to return it before values are entered.`;
  }
  if (isReported(state)) return 'This value is reported already.';
  if (results.standing(indicator, year).isNew) return 'This indicator was added after the period was over.';
  return state === 'not_applicable' ? 'This value is marked not applicable.' : null;
};

export type Reminders = ReadonlyMap<string, readonly reminderRepository.ReminderRow[]>;

export const byEntry = (rows: readonly reminderRepository.ReminderRow[]): Reminders => {
  const found = new Map<string, reminderRepository.ReminderRow[]>();
  for (const row of rows) {
    const place = placeOf(row.indicatorId, row.year);
    found.set(place, [...(found.get(place) ?? []), row]);
  }
  return found;
};

export type Asking = {
  readonly facts: Facts;
  readonly people: readonly Receiver[];
  readonly reminders: Reminders;
  readonly today: Day;
  readonly actor: Actor;
};

/** Whom a reminder of this figure would still reach today: not oneself, and nobody twice a day. */
export const stillToRemind = (asking: Asking, indicator: Indicator, year: Year): Receiver[] => {
  const { people, reminders, today, actor } = asking;
  const sent = reminders.get(placeOf(indicator.id, year)) ?? [];
  return receiversOf(people, indicator.definition.section).filter(
    ({ id }) => id !== actor.id && !sent.some((row) => row.receiverId === id && row.day === today),
  );
};

/** Whom the person who asks may still remind. */
export const mayRemind = (asking: Asking, results: Results, indicator: Indicator, year: Year): Receiver[] =>
  asking.facts.moment.asOf === null &&
  permits(asking.actor, 'send reminders') &&
  whyNotAsked(results, indicator, year) === null
    ? stillToRemind(asking, indicator, year)
    : [];
