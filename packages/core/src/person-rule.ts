import type { Role } from './vocabulary.ts';

export type PersonFields = {
  readonly name: string;
  readonly title: string;
  readonly email: string | null;
  readonly section: string | null;
  readonly roles: readonly Role[];
};

/** As addresses are kept and compared. */
export const preparedEmail = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/** What ends a line, steers a terminal or a letter, or turns what follows the name around. */
const steering = /[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu;

const isLine = (text: string): boolean => text.search(steering) < 0;

/** A name that somebody else's records give, as we keep names: one line of at most 100 signs; null if nothing is left. */
export const preparedName = (text: string): string | null => {
  const line = text.replace(steering, ' ').replace(/\s+/g, ' ').trim();
  return Array.from(line).slice(0, 100).join('').trim() || null;
};

const isEmail = (text: string): boolean =>
  text.length <= 254 && isLine(text) && /^[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+$/.test(text);

export type PersonFinding = { readonly pointer: string; readonly detail: string };

type Check = { readonly sections: readonly string[]; readonly needsEmail: boolean };

/** Everything that keeps a person from being saved. */
export const findInPerson = (person: PersonFields, { sections, needsEmail }: Check): PersonFinding[] => {
  const findings: PersonFinding[] = [];
  const say = (pointer: string, detail: string) => findings.push({ pointer, detail });
  if (person.name.trim() === '') say('/name', 'Give the person a name.');
  if (!isLine(person.name)) say('/name', 'Write the name in one line, without control characters.');
  if (!isLine(person.title)) say('/title', 'Write the title in one line, without control characters.');
  if (person.email === null ? needsEmail : !isEmail(person.email)) {
    say('/email', 'Give an e-mail address, for example dana.whitfield@example.gov.');
  }
  if (person.roles.length === 0) say('/roles', 'Choose at least one role; viewer reads and exports.');
  if (person.section !== null && !sections.includes(person.section)) {
    say('/section', `There is no section "${person.section}": choose ${sections.join(', ')} or none.`);
  }
  if (person.roles.includes('contributor') && person.section === null) {
    say('/section', 'Choose a section: contributors enter values for their own.');
  }
  return findings;
};

type Standing = {
  readonly id: string;
  readonly active: boolean;
  readonly roles: readonly Role[];
  readonly entered: boolean;
};

/** Somebody has to be able to let others in: whether there is another administrator who has been in. */
export const isLastAdministrator = (id: string, people: readonly Standing[]): boolean => {
  const able = people.filter(({ active, roles, entered }) => active && entered && roles.includes('administrator'));
  return able.some((each) => each.id === id) && able.length === 1;
};

export const lastAdministratorSentence =
  'This is the last administrator who can sign in: make somebody else an administrator first, and let them sign in once.';
