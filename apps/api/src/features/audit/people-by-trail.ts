import { peopleRecordRepository } from '@fbs/db';

type Words = peopleRecordRepository.PersonWords;
type PersonTrace = peopleRecordRepository.PersonTrace;

/** What the trail says that a person is, and how they come in; what it never said is left out. */
export type ByTrail = {
  words: Partial<Words>;
  /** `checksum`: undefined where the entry is from before they carried one. */
  password: { readonly at: string; readonly checksum: unknown } | null;
  factor: { readonly checksum: unknown } | null;
  readonly identities: readonly string[];
  /** A link to set a password was made, and not used since. */
  hasLink: boolean;
  /** What an entry shows to have been otherwise than the trail had it until then. */
  readonly findings: string[];
};

const kept = ['name', 'title', 'email', 'section', 'roles', 'active'] as const;

const wordsIn = (said: PersonTrace['before']): Partial<Words> =>
  Object.fromEntries(kept.filter((key) => key in said).map((key) => [key, said[key]]));

const shown: Readonly<Record<keyof Words, string>> = {
  name: 'name',
  title: 'title',
  email: 'e-mail address',
  section: 'section',
  roles: 'roles',
  active: 'account',
};

const inWords = (value: unknown): string => {
  if (value === null || value === undefined || value === '') return 'empty';
  if (typeof value === 'boolean') return value ? 'enabled' : 'disabled';
  return Array.isArray(value) ? [...value].sort().join(', ') || 'empty' : `“${value}”`;
};

const verb = (key: keyof Words, past: boolean): string => {
  if (key === 'roles') return past ? 'were' : 'are';
  return past ? 'was' : 'is';
};

/** A sentence for everything that differs; what one side does not say does not. `before`: of what entry. */
export const differences = (
  name: string,
  { is, trail, before }: { readonly is: Partial<Words>; readonly trail: Partial<Words>; readonly before?: PersonTrace },
): string[] =>
  kept
    .filter((key) => key in is && key in trail && inWords(is[key]) !== inWords(trail[key]))
    .map((key) => {
      const when = before === undefined ? '' : ` before entry ${before.id} of ${before.at}`;
      const found = `The ${shown[key]} of ${name} ${verb(key, before !== undefined)} ${inWords(is[key])}${when}`;
      const changed = key === 'roles' ? 'they were' : 'it was';
      return `${found}, by the trail ${inWords(trail[key])}: ${changed} changed past the product.`;
    });

const newcomer = (words: Partial<Words>): ByTrail => ({
  words,
  ...{ password: null, factor: null, identities: [], hasLink: false, findings: [] },
});

const linked = (known: ByTrail, { after }: PersonTrace): Partial<ByTrail> => ({
  identities: [...known.identities, peopleRecordRepository.identityOf(after.issuer, after.subject)],
});

const linkMade = (): Partial<ByTrail> => ({ hasLink: true });

const factorAfter = ({ factor }: ByTrail, { after }: PersonTrace): ByTrail['factor'] => {
  if (after.secondFactor === false) return null;
  return 'secondFactorChecksum' in after || factor === null ? { checksum: after.secondFactorChecksum } : factor;
};

const passwordSet = (known: ByTrail, entry: PersonTrace): Partial<ByTrail> => ({
  password: { at: entry.at, checksum: entry.after.passwordChecksum },
  factor: factorAfter(known, entry),
  hasLink: false,
});

const passwordSetByLink = (known: ByTrail, entry: PersonTrace): Partial<ByTrail> => {
  const { name } = known.words;
  // earlier entries came without one where a second factor was to be set up
  if (!known.hasLink && 'passwordChecksum' in entry.after) {
    known.findings.push(
      `The password of ${name ?? entry.personId} was set in entry ${entry.id} by a link that nobody made: it was put in past the product.`,
    );
  }
  return passwordSet(known, entry);
};

/** What an entry changes; of entries that are not named here it is their words alone. */
const changes: Readonly<Record<string, (known: ByTrail, entry: PersonTrace) => Partial<ByTrail>>> = {
  'invited a person': linkMade,
  'made a link to set a password': (known, entry) => ({ hasLink: true, factor: factorAfter(known, entry) }),
  'made a link to set a password at the console': ({ factor }, { after }) => ({
    hasLink: true,
    factor: after.removedSecondFactor === true ? null : factor,
  }),
  'was led to set up a second factor': linkMade,
  'set the service up': passwordSet,
  'accepted the invitation': passwordSetByLink,
  'set a new password with a link': passwordSetByLink,
  'changed the password': ({ factor }, { at, after }) => ({
    password: { at, checksum: after.passwordChecksum },
    hasLink: false,
    factor,
  }),
  'set up a second factor': (known, entry) => ({ factor: factorAfter(known, entry) }),
  'removed the second factor': () => ({ factor: null }),
  'was linked to single sign-on': linked,
  'was added by single sign-on': linked,
};

/** Whom an entry brings in. Those before it may say less of them than is known. */
const begins: Readonly<Record<string, Partial<Words>>> = {
  'set the service up': { section: null, roles: ['administrator'], active: true },
  'invited a person': { active: true },
  'added a person': { active: true },
  'was added by single sign-on': { active: true },
  'came with a strategy': {},
};

/** What brings somebody in. */
export const beginnings: readonly string[] = Object.keys(begins);

/** Goes through the trail of people from whom the database began with. An entry that fits nobody brings nobody in. */
export const followTrail = (
  first: ReadonlyMap<string, Partial<Words>>,
  entries: readonly PersonTrace[],
): ReadonlyMap<string, ByTrail> => {
  const people = new Map([...first].map(([id, words]) => [id, newcomer(words)]));
  for (const entry of entries) {
    const { personId, action, before, after } = entry;
    const known = people.get(personId) ?? (action in begins ? newcomer(begins[action] ?? {}) : undefined);
    if (known === undefined) continue;
    const was = wordsIn(before);
    known.findings.push(...differences(known.words.name ?? personId, { is: was, trail: known.words, before: entry }));
    people.set(personId, {
      ...known,
      words: { ...known.words, ...was, ...wordsIn(after) },
      ...changes[action]?.(known, entry),
    });
  }
  return people;
};
