import { roleLabels } from '@fbs/core';
import type { PersonEntry, PersonWords } from './people-queries.ts';

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

/** What a form says of a person; roles in one order, so that the same is the same. */
export const wordsOf = ({ name, title, email, section, roles }: PersonEntry): PersonWords => ({
  ...{ name, title, section, email: email ?? '' },
  roles: [...roles].sort(),
});

const shown = ({ name, title, email, section, roles }: PersonWords): readonly (readonly [string, string])[] => [
  ['Name', name],
  ['Title', title],
  ['E-mail', email],
  ['Section', section ?? ''],
  [
    'Roles',
    [...roles]
      .sort()
      .map((role) => roleLabels[role])
      .join(', '),
  ],
];

/** How a person stands where that is not what was typed: "Title: Analyst". */
export const differing = (typed: PersonWords, now: PersonWords): string[] => {
  const mine = shown(typed);
  return shown(now).flatMap(([label, text], index) =>
    text === mine[index]?.[1] ? [] : [`${label}: ${text === '' ? 'none' : text}`],
  );
};
