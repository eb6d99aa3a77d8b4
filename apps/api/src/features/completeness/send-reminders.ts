import type { Answer, sendReminders as contract } from '@fbs/contract';
import type { Year } from '@fbs/core';
import { peopleRepository, reminderRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { type Indicator, loadFacts, placeOf } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { coveredYear, indicatorOf } from '../../results/present.ts';
import { type Results, workOut } from '../../results/results.ts';
import { mailReminders } from './mail-reminders.ts';
import { makeReminder, type Sent } from './make-reminder.ts';
import { type Asking, byEntry, receiversOf, stillToRemind, whyNotAsked } from './missing-entries.ts';
import { reminderSentence } from './reminder-sentence.ts';

type Input = {
  readonly strategy: string;
  readonly entries: readonly { readonly indicator: string; readonly year: Year }[];
};

type Work = { readonly results: Results; readonly asking: Asking };

/** Why nobody is reminded of it; null where somebody is. */
const whyNot = ({ results, asking }: Work, indicator: Indicator, year: Year): string | null => {
  const place = `${indicator.code}, FY ${year}`;
  const reason = whyNotAsked(results, indicator, year);
  if (reason !== null) return `${place}: ${reason}`;
  if (stillToRemind(asking, indicator, year).length > 0) return null;
  const others = receiversOf(asking.people, indicator.definition.section).filter(({ id }) => id !== asking.actor.id);
  return others.length === 0
    ? `${place}: there is nobody but you to remind; ask an administrator to make someone a contributor of the section.`
    : `${place}: ${others.map(({ name }) => name).join(' and ')} got a reminder today already; try again tomorrow.`;
};

/**
 * Makes the reminders in one write and then sends the letters: a mail server that fails takes no reminder back.
 * @throws DomainError conflict where nobody is left to remind
 */
export const sendReminders = async (context: Context, input: Input): Promise<Answer<typeof contract>> => {
  allow(context.actor, 'send reminders');
  const sent = await context.database.write(async (queries) => {
    const moment = momentOf(undefined, context.clock());
    const facts = await loadFacts(queries, input.strategy, moment);
    const people = await peopleRepository.listActivePeople(queries);
    const reminders = byEntry(await reminderRepository.listReminders(queries, input.strategy, null));
    const asking = { facts, people, reminders, today: moment.today, actor: context.actor };
    const results = workOut(facts);
    const work: Work = { results, asking };
    const making = { queries, service: context, sender: context.actor, results };
    const asked = new Map(input.entries.map((entry) => [placeOf(entry.indicator, entry.year), entry]));
    const made: Sent[] = [];
    const reasons: string[] = [];
    for (const entry of asked.values()) {
      const indicator = indicatorOf(facts, entry.indicator);
      const year = coveredYear(facts, entry.year);
      const reason = whyNot(work, indicator, year);
      if (reason !== null) reasons.push(reason);
      else {
        for (const receiver of stillToRemind(asking, indicator, year)) {
          made.push(await makeReminder(making, indicator, year, receiver));
        }
      }
    }
    if (made.length === 0) throw new DomainError('conflict', reasons[0] ?? 'There is nobody to remind.');
    return made;
  });
  const mailing = await mailReminders(context, context.actor, sent);
  return { sent: sent.length, mailed: mailing.mailed, sentence: reminderSentence(sent, mailing) };
};
