import type { Instant } from '@fbs/core';
import { peopleRecordRepository, type Queries } from '@fbs/db';
import { hashOfSecret } from '../../accounts/secrets.ts';
import { type ByTrail, beginnings, differences, followTrail } from './people-by-trail.ts';

type Standing = peopleRecordRepository.StandingPerson;

/** Entries from before they carried checksums say when, and not what. */
const isPassword = ({ hash, changedAt }: NonNullable<Standing['password']>, said: ByTrail['password']): boolean =>
  said !== null && said.at === changedAt && (said.checksum === undefined || said.checksum === hashOfSecret(hash));

const passwordFindings = ({ name, password }: Standing, said: ByTrail): string[] => {
  if (password === null) {
    return said.password === null ? [] : [`The password of ${name} was taken away past the product.`];
  }
  if (isPassword(password, said.password)) return [];
  return [`The password of ${name} was set past the product: it is not the one that the trail knows of.`];
};

const factorFindings = ({ name, factor }: Standing, said: ByTrail): string[] => {
  const what = `The second factor of ${name}`;
  if (factor === null) return said.factor === null ? [] : [`${what} was taken away past the product.`];
  if (said.factor === null) return [`${what} was set up past the product.`];
  const { checksum } = said.factor;
  return checksum === undefined || checksum === hashOfSecret(factor) ? [] : [`${what} was changed past the product.`];
};

const identityFindings = ({ name, identities }: Standing, said: ByTrail): string[] =>
  identities
    .filter((identity) => !said.identities.includes(identity))
    .map((identity) => `${name} was linked to “${identity}” of single sign-on past the product.`);

const findingsOf = (person: Standing, said: ByTrail | undefined): string[] => {
  if (said === undefined)
    return [`${person.name} was put among the people past the product: no entry brought them in.`];
  return [
    ...said.findings,
    ...differences(person.name, { is: person, trail: said.words }),
    ...passwordFindings(person, said),
    ...factorFindings(person, said),
    ...identityFindings(person, said),
  ];
};

/**
 * What people are and may, and how they come in, against what the trail says of it. @returns how many were looked at,
 * and a sentence for each difference
 */
export const checkPeople = async (
  queries: Queries,
  now: Instant,
): Promise<{ readonly checked: number; readonly findings: string[] }> => {
  const people = await peopleRecordRepository.listStandingPeople(queries);
  const first = await peopleRecordRepository.listFirstPeople(queries, beginnings);
  const trail = followTrail(first, await peopleRecordRepository.listPersonTraces(queries));
  const here = new Set(people.map(({ id }) => id));
  const gone = [...trail].filter(([id]) => !here.has(id));
  const strangers = await peopleRecordRepository.listUntracedSessions(queries, now);
  return {
    checked: people.length,
    findings: [
      ...people.flatMap((person) => findingsOf(person, trail.get(person.id))),
      ...gone.map(([id, { words }]) => `${words.name ?? id} was removed from the people past the product.`),
      ...strangers.map((name) => `A session of ${name} was begun past the product: nobody signed in for it.`),
    ],
  };
};
