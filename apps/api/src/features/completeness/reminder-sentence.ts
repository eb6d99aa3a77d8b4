import type { Mailing } from './mail-reminders.ts';
import type { Sent } from './make-reminder.ts';

const joined = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const valuesOf = (sent: readonly Sent[]): string => {
  const places = [...new Set(sent.map(({ indicator, year }) => `${indicator} for FY ${year}`))];
  return places.length === 1 ? `${places[0]}` : `${places.length} values`;
};

const mailSentence = ({ set, mailed, withoutAddress, failed }: Mailing): string => {
  if (!set) return 'No mail server is set up: reminders stay in the product.';
  const parts = [
    ...(mailed > 0 ? ['An e-mail is on its way.'] : []),
    ...(withoutAddress.length > 0 ? [`No e-mail address is known for ${joined(withoutAddress)}.`] : []),
    ...(failed.length > 0
      ? [`The mail server did not take the letter to ${joined(failed)}; the reminder stands in My work.`]
      : []),
  ];
  return parts.join(' ');
};

/** What was done, for whoever sent the reminders. */
export const reminderSentence = (sent: readonly Sent[], mailing: Mailing): string => {
  const names = [...new Set(sent.map(({ receiver }) => receiver.name))];
  return `Reminded ${joined(names)} of ${valuesOf(sent)}. ${mailSentence(mailing)}`;
};
