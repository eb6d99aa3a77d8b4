import { plural } from '../../lib/format.ts';
import type { OverdueEntry } from './completeness-queries.ts';

export type SectionReminder = {
  readonly section: string;
  readonly entries: readonly OverdueEntry[];
  /** "Remind 2 people in IP of 3 values" */
  readonly label: string;
};

/** One reminder for each section of which somebody can still be reminded today, in the order of their first line. */
export const sectionReminders = (overdue: readonly OverdueEntry[]): SectionReminder[] => {
  const open = overdue.filter(({ rights }) => rights.remind.length > 0);
  return [...new Set(open.map(({ section }) => section))].map((section) => {
    const entries = open.filter((entry) => entry.section === section);
    const people = new Set(entries.flatMap(({ rights }) => rights.remind.map(({ id }) => id)));
    const who = plural(people.size, 'person', 'people');
    return { section, entries, label: `Remind ${who} in ${section} of ${plural(entries.length, 'value')}` };
  });
};
