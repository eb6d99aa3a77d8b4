import type { Instant, Role, SignInMethod } from '@fbs/core';
import { and, asc, eq, gt, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { people, personRoles, sessions } from '../schema/people.ts';

export type PersonRow = {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly section: string | null;
  readonly persona: string | null;
  readonly roles: readonly Role[];
};

const columns = {
  id: people.id,
  name: people.name,
  title: people.title,
  section: people.section,
  persona: people.persona,
  role: personRoles.role,
} as const;

type Joined = Omit<PersonRow, 'roles'> & { readonly role: string | null };

const gathered = (rows: readonly Joined[]): PersonRow[] => {
  const byId = new Map<string, Omit<PersonRow, 'roles'> & { roles: Role[] }>();
  for (const { role, ...person } of rows) {
    const known = byId.get(person.id) ?? { ...person, roles: [] };
    if (role !== null) known.roles.push(role as Role);
    byId.set(person.id, known);
  }
  return [...byId.values()];
};

/** The people one can sign in as in evaluation mode. */
export const listPersonas = async (queries: Queries): Promise<PersonRow[]> =>
  gathered(
    await queries
      .select(columns)
      .from(people)
      .leftJoin(personRoles, eq(personRoles.personId, people.id))
      .where(and(isNotNull(people.persona), eq(people.active, 1)))
      .orderBy(asc(people.position), asc(personRoles.role)),
  );

export type ActivePersonRow = PersonRow & { readonly email: string | null };

/** Everybody who may sign in, with the address to write to. */
export const listActivePeople = async (queries: Queries): Promise<ActivePersonRow[]> => {
  const rows = await queries
    .select({ ...columns, email: people.email })
    .from(people)
    .leftJoin(personRoles, eq(personRoles.personId, people.id))
    .where(eq(people.active, 1))
    .orderBy(asc(people.position), asc(personRoles.role));
  const emails = new Map(rows.map(({ id, email }) => [id, email]));
  return gathered(rows.map(({ email: _email, ...row }) => row)).map((person) => ({
    ...person,
    email: emails.get(person.id) ?? null,
  }));
};

/** Names of everybody, for what was recorded by id. */
export const listNames = async (queries: Queries): Promise<Map<string, string>> => {
  const rows = await queries.select({ id: people.id, name: people.name }).from(people);
  return new Map(rows.map((row) => [row.id, row.name]));
};

export type NewSession = {
  readonly id: string;
  readonly tokenHash: string;
  readonly personId: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly provedAt?: Instant | null;
  readonly method?: SignInMethod;
  readonly address?: string | null;
  readonly browser?: string | null;
  readonly identityToken?: string | null;
};

export const addSession = async (queries: Queries, session: NewSession): Promise<void> => {
  await queries.insert(sessions).values(session);
};

export type FoundSession = {
  readonly sessionId: string;
  readonly expiresAt: Instant;
  readonly lastSeenAt: Instant;
  readonly provedAt: Instant | null;
  readonly method: SignInMethod | null;
  readonly person: PersonRow;
};

/** Who is signed in with a token, as long as the session lives and the person is active. */
export const findSignedIn = async (
  queries: Queries,
  tokenHash: string,
  now: Instant,
): Promise<FoundSession | undefined> => {
  const rows = await queries
    .select({ session: sessions, ...columns })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(personRoles, eq(personRoles.personId, people.id))
    .where(
      and(
        eq(sessions.tokenHash, tokenHash),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, now),
        eq(people.active, 1),
      ),
    );
  const [first] = rows;
  const [person] = gathered(rows.map(({ session: _session, ...row }) => row));
  if (first === undefined || person === undefined) return undefined;
  const { id: sessionId, expiresAt, createdAt, lastSeenAt, provedAt, method } = first.session;
  const known = { sessionId, expiresAt, lastSeenAt: lastSeenAt ?? createdAt, provedAt };
  return { ...known, method: method as SignInMethod | null, person };
};

/** Which of these sessions still live: neither ended nor expired, of people who may sign in. With when they were seen. */
export const listLiveSessions = async (
  queries: Queries,
  ids: readonly string[],
  now: Instant,
): Promise<readonly { readonly id: string; readonly lastSeenAt: Instant }[]> => {
  const rows = await queries
    .select({ id: sessions.id, createdAt: sessions.createdAt, lastSeenAt: sessions.lastSeenAt })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(inArray(sessions.id, [...ids]), isNull(sessions.endedAt), gt(sessions.expiresAt, now), eq(people.active, 1)),
    );
  return rows.map(({ id, createdAt, lastSeenAt }) => ({ id, lastSeenAt: lastSeenAt ?? createdAt }));
};

export const endSession = async (queries: Queries, id: string, at: Instant): Promise<void> => {
  await queries.update(sessions).set({ endedAt: at, identityToken: null }).where(eq(sessions.id, id));
};
