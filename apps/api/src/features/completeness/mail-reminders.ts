import { reminderRepository } from '@fbs/db';
import type { Service } from '../../context.ts';
import type { Mail } from '../../mail.ts';
import { placeOf } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import type { Sender, Sent } from './make-reminder.ts';

/** Where letters leave, and where that is noted. */
type Post = Pick<Service, 'database' | 'clock' | 'mailer'>;

export type Mailing = {
  /** Whether there is a mail server at all. */
  readonly set: boolean;
  /** Reminders that left by e-mail. */
  readonly mailed: number;
  /** Names of whoever has no address, and of whoever the server did not take a letter for. */
  readonly withoutAddress: readonly string[];
  readonly failed: readonly string[];
};

const letterTo = (to: string, sender: Sender, reminders: readonly Sent[]): Mail => ({
  to,
  subject: reminders.length === 1 ? 'Reminder: a value is missing' : `Reminder: ${reminders.length} values are missing`,
  text: [
    `${sender?.name ?? 'FBS Performance'} asks you for:`,
    '',
    ...reminders.map(({ indicator, name, year, dueDay }) => `- ${indicator} ${name}, FY ${year}, due on ${dueDay}`),
    '',
    'Sign in to FBS Performance: My work leads you to each of them.',
  ].join('\n'),
});

const byReceiver = (sent: readonly Sent[]): Sent[][] => {
  const found = new Map<string, Sent[]>();
  for (const each of sent) found.set(each.receiver.id, [...(found.get(each.receiver.id) ?? []), each]);
  return [...found.values()];
};

const noteMailed = (service: Post, sender: Sender, mailed: readonly Sent[]): Promise<void> =>
  service.database.write(async (queries) => {
    const at = service.clock();
    await reminderRepository.markMailed(
      queries,
      mailed.map(({ id }) => id),
      at,
    );
    for (const { id, indicator, year, receiver } of mailed) {
      await trace(queries, { actor: sender }, at, {
        action: 'sent a reminder by e-mail',
        kind: 'reminder',
        id: placeOf(indicator, year),
        strategy: null,
        before: null,
        after: { id, receiverId: receiver.id },
      });
    }
  });

/** One letter a person, with everything that is asked for. What cannot be mailed stands in My work all the same. */
export const mailReminders = async (service: Post, sender: Sender, sent: readonly Sent[]): Promise<Mailing> => {
  const { mailer } = service;
  if (mailer === null) return { set: false, mailed: 0, withoutAddress: [], failed: [] };
  const withoutAddress: string[] = [];
  const failed: string[] = [];
  const mailed: Sent[] = [];
  for (const reminders of byReceiver(sent)) {
    const { name = '', email = null } = reminders[0]?.receiver ?? {};
    if (email === null) {
      withoutAddress.push(name);
      continue;
    }
    try {
      await mailer.send(letterTo(email, sender, reminders));
      mailed.push(...reminders);
    } catch {
      failed.push(name);
    }
  }
  if (mailed.length > 0) await noteMailed(service, sender, mailed);
  return { set: true, mailed: mailed.length, withoutAddress, failed };
};
