import { type AutomaticReminders, isReminderDue, type Year } from '@fbs/core';
import { peopleRepository, planRepository, type Queries, reminderRepository } from '@fbs/db';
import type { Service } from '../../context.ts';
import { inForce, isPerformance, yearsOf } from '../../results/lines.ts';
import { type Indicator, loadFacts, placeOf } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { type Results, workOut } from '../../results/results.ts';
import { loadSettings } from '../../results/settings.ts';
import { mailReminders } from './mail-reminders.ts';
import { makeReminder, type Sent } from './make-reminder.ts';
import { byEntry, type Receiver, type Reminders, receiversOf, whyNotAsked } from './missing-entries.ts';

/** What it takes to remind: no person asks for it. */
export type Reminding = Pick<Service, 'database' | 'clock' | 'mailer'>;

type Asking = {
  readonly results: Results;
  readonly people: readonly Receiver[];
  readonly reminders: Reminders;
  readonly setting: AutomaticReminders;
};

/** Whom to ask for a value today: nobody where it is not the day, and nobody twice a day. */
const toRemind = ({ results, people, reminders, setting }: Asking, indicator: Indicator, year: Year): Receiver[] => {
  if (whyNotAsked(results, indicator, year) !== null) return [];
  const { today } = results.facts.moment;
  const rows = reminders.get(placeOf(indicator.id, year)) ?? [];
  const last = rows.filter(({ senderId }) => senderId === null).at(-1)?.day ?? null;
  const { dueDay } = results.entry(indicator, year);
  if (!isReminderDue({ dueDay, today, last }, setting)) return [];
  return receiversOf(people, indicator.definition.section).filter(
    ({ id }) => !rows.some((row) => row.receiverId === id && row.day === today),
  );
};

const remindIn = async (
  queries: Queries,
  service: Reminding,
  strategyId: string,
  setting: AutomaticReminders,
): Promise<Sent[]> => {
  const facts = await loadFacts(queries, strategyId, momentOf(undefined, service.clock()));
  const results = workOut(facts);
  const people = await peopleRepository.listActivePeople(queries);
  const reminders = byEntry(await reminderRepository.listReminders(queries, strategyId, null));
  const sent: Sent[] = [];
  for (const year of yearsOf(facts)) {
    for (const indicator of inForce(facts).filter(isPerformance)) {
      for (const receiver of toRemind({ results, people, reminders, setting }, indicator, year)) {
        sent.push(await makeReminder({ queries, service, sender: null, results }, indicator, year, receiver));
      }
    }
  }
  return sent;
};

/** Reminds people around the due days, where the settings say so. @returns how many were made */
export const sendAutomaticReminders = async (service: Reminding): Promise<number> => {
  const { reminders: setting } = await service.database.read((queries) => loadSettings(queries));
  if (setting.daysBefore === null && setting.daysAfter === null) return 0;
  const sent = await service.database.write(async (queries) => {
    const made: Sent[] = [];
    for (const { id, state } of await planRepository.listStrategies(queries)) {
      if (state !== 'in_force') continue;
      made.push(...(await remindIn(queries, service, id, setting)));
    }
    return made;
  });
  await mailReminders(service, null, sent);
  return sent.length;
};
