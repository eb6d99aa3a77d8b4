import type { Instant, Role } from '@fbs/core';
import { and, asc, desc, eq, isNotNull, isNull, max, ne } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { credentials, secondFactors } from '../schema/accounts.ts';
import { people, personRoles, sessions } from '../schema/people.ts';
import { sections } from '../schema/plan.ts';
import { publishedRecord } from '../seed/places.ts';

/** A person as administrators keep them. */
export type DirectoryRow = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly email: string | null;
  readonly section: string | null;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly version: number;
  /** One of the people of the evaluation, who need no password there. */
  readonly persona: boolean;
  readonly password: boolean;
  readonly secondFactor: boolean;
  readonly lastSignIn: Instant | null;
};

/** The roles of each person, in alphabetical order. */
export const listRoles = async (queries: Queries): Promise<ReadonlyMap<string, Role[]>> => {
  const rows = await queries.select().from(personRoles).orderBy(asc(personRoles.role));
  const found = new Map<string, Role[]>();
  for (const { personId, role } of rows) found.set(personId, [...(found.get(personId) ?? []), role as Role]);
  return found;
};

const listLastSignIns = async (queries: Queries): Promise<ReadonlyMap<string, Instant | null>> => {
  const rows = await queries
    .select({ personId: sessions.personId, at: max(sessions.createdAt) })
    .from(sessions)
    .groupBy(sessions.personId);
  return new Map(rows.map(({ personId, at }) => [personId, at]));
};

/** Everybody but the one who stands for the public record; who can sign in first. */
export const listDirectory = async (queries: Queries): Promise<DirectoryRow[]> => {
  const roles = await listRoles(queries);
  const signIns = await listLastSignIns(queries);
  const rows = await queries
    .select({ person: people, hash: credentials.hash, confirmedAt: secondFactors.confirmedAt })
    .from(people)
    .leftJoin(credentials, eq(credentials.personId, people.id))
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .where(ne(people.id, publishedRecord))
    .orderBy(desc(people.active), asc(people.position), asc(people.name), asc(people.id));
  return rows.map(({ person: { id, name, title, email, section, version, active, persona }, hash, confirmedAt }) => ({
    ...{ id, name, title, email, section, version },
    roles: roles.get(id) ?? [],
    active: active === 1,
    persona: persona !== null,
    password: hash !== null,
    secondFactor: confirmedAt !== null,
    lastSignIn: signIns.get(id) ?? null,
  }));
};

/** The sections that a person may belong to, over all strategies. */
export const listSectionNames = async (
  queries: Queries,
): Promise<readonly { readonly code: string; readonly name: string }[]> => {
  const rows = await queries
    .select({ code: sections.code, name: sections.name })
    .from(sections)
    .orderBy(asc(sections.position), asc(sections.code));
  return [...new Map(rows.map((row) => [row.code, row])).values()];
};

export type PersonWords = Pick<DirectoryRow, 'name' | 'title' | 'email' | 'section' | 'roles'>;

const setRoles = async (queries: Queries, personId: string, roles: readonly Role[]): Promise<void> => {
  await queries.delete(personRoles).where(eq(personRoles.personId, personId));
  if (roles.length === 0) return;
  await queries.insert(personRoles).values(roles.map((role) => ({ personId, role })));
};

export const addPerson = async (
  queries: Queries,
  { roles, ...person }: PersonWords & { readonly id: string; readonly createdAt: Instant },
): Promise<void> => {
  const [last] = await queries.select({ position: max(people.position) }).from(people);
  const position = (last?.position ?? 0) + 1;
  await queries.insert(people).values({ ...person, position, active: 1, illustrative: 0, version: 1 });
  await setRoles(queries, person.id, roles);
};

type Change = PersonWords & { readonly active: boolean; readonly version: number };

/** `version` is the one that the change leads to. */
export const changePerson = async (
  queries: Queries,
  id: string,
  { roles, active, ...words }: Change,
): Promise<void> => {
  await queries
    .update(people)
    .set({ ...words, active: active ? 1 : 0 })
    .where(eq(people.id, id));
  await setRoles(queries, id, roles);
};

/** Signs somebody out everywhere, or everywhere but in one session. */
export const endSessionsOf = async (
  queries: Queries,
  personId: string,
  { at, but }: { readonly at: Instant; readonly but: string | null },
): Promise<void> => {
  await queries
    .update(sessions)
    .set({ endedAt: at, identityToken: null })
    .where(
      and(
        eq(sessions.personId, personId),
        isNull(sessions.endedAt),
        but === null ? isNotNull(sessions.id) : ne(sessions.id, but),
      ),
    );
};
