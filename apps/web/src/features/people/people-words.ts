import type { PersonEntry } from './people-queries.ts';

export const standings = ['active', 'invited', 'disabled'] as const;
export type Standing = (typeof standings)[number];

export const standingLabels: Readonly<Record<Standing, string>> = {
  active: 'Active',
  invited: 'Invited',
  disabled: 'Disabled',
};

/** Invited: has not been in yet. */
export const standingOf = ({ active, entered }: Pick<PersonEntry, 'active' | 'entered'>): Standing => {
  if (!active) return 'disabled';
  return entered ? 'active' : 'invited';
};

type Filter = { readonly words: string; readonly standing: Standing | '' };

/** Every word has to be found in name, title, e-mail, section or roles. */
export const narrowed = (people: readonly PersonEntry[], { words, standing }: Filter): PersonEntry[] => {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  return people.filter((person) => {
    const { name, title, email, section, roles } = person;
    const text = [name, title, email ?? '', section ?? '', ...roles].join(' ').toLowerCase();
    return (standing === '' || standingOf(person) === standing) && wanted.every((word) => text.includes(word));
  });
};
