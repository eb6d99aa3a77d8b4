import type { Role } from '@fbs/core';
import type { Queries } from '../database.ts';
import { people, personRoles } from '../schema/people.ts';
import { insertRows } from './insert-rows.ts';
import { noonOf } from './places.ts';
import { readSeedJson } from './seed-files.ts';

type Persona = {
  readonly persona: string;
  readonly name: string;
  readonly title: string;
  readonly section: string | null;
  readonly roles: readonly Role[];
};

/** Before the first thing that any of them does. */
const joinedOn = '2018-06-01';

const listPersonas = () => readSeedJson<readonly Persona[]>('illustrative/people.json');

/** Whom the evaluation begins with, as everybody in it was at first. */
export const illustrativePeople = () =>
  listPersonas().map(({ persona: id, ...words }) => ({ ...words, id, email: null, active: true }));

/** Invented people to sign in as; a person's id is the persona, so that a history reads by itself. */
export const seedIllustrativePeople = async (queries: Queries): Promise<number> => {
  const listed = listPersonas();
  await insertRows(
    queries,
    people,
    listed.map(({ persona, name, title, section }, index) => ({
      id: persona,
      name,
      title,
      section,
      persona,
      position: index + 1,
      active: 1,
      illustrative: 1,
      version: 1,
      createdAt: noonOf(joinedOn),
    })),
  );
  await insertRows(
    queries,
    personRoles,
    listed.flatMap(({ persona, roles }) => roles.map((role) => ({ personId: persona, role }))),
  );
  return listed.length;
};
