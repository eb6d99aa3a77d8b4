import type { Instant } from '@fbs/core';
import { and, asc, eq, gt, inArray, isNull, notInArray, notLike } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { credentials, secondFactors } from '../schema/accounts.ts';
import { people, personIdentities, sessions } from '../schema/people.ts';
import { auditEntries } from '../schema/service.ts';
import { illustrativePeople } from '../seed/illustrative-people.ts';
import { publishedRecord } from '../seed/places.ts';
import * as directory from './directory-repository.ts';

/** What the trail says of people: what they are and may, how they come in. */
export type PersonTrace = {
  readonly id: number;
  readonly at: Instant;
  readonly action: string;
  /** Whom it is about. */
  readonly personId: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
};

/** Of a trail that was tampered with nothing else is read: that it was is found elsewhere. */
const partsOf = (text: string | null): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
};

/** Oldest first. */
export const listPersonTraces = async (queries: Queries): Promise<PersonTrace[]> => {
  const rows = await queries
    .select()
    .from(auditEntries)
    .where(inArray(auditEntries.subjectKind, ['person', 'account']))
    .orderBy(asc(auditEntries.id));
  return rows.map(({ id, at, action, subjectId, before, after }) => ({
    ...{ id, at, action, personId: subjectId },
    ...{ before: partsOf(before), after: partsOf(after) },
  }));
};

export type PersonWords = directory.PersonWords & Pick<directory.DirectoryRow, 'active'>;

/** Whom the record of a strategy brought in while the trail did not name each of them yet: all whom nothing else did. */
const listUnnamed = async (queries: Queries, beginnings: readonly string[]): Promise<{ readonly id: string }[]> => {
  const [earlier] = await queries
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(and(eq(auditEntries.action, 'imported a strategy'), notLike(auditEntries.after, '%"people":%')))
    .limit(1);
  if (earlier === undefined) return [];
  const named = queries
    .select({ id: auditEntries.subjectId })
    .from(auditEntries)
    .where(inArray(auditEntries.action, [...beginnings]));
  return queries.select({ id: people.id }).from(people).where(notInArray(people.id, named));
};

/**
 * Whom the database began with; the trail names them together, and not each of them. `beginnings`: what brings
 * somebody in by an entry of their own.
 */
export const listFirstPeople = async (
  queries: Queries,
  beginnings: readonly string[],
): Promise<ReadonlyMap<string, Partial<PersonWords>>> => {
  const [loaded] = await queries
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(eq(auditEntries.action, 'loaded illustrative people'))
    .limit(1);
  const invented = loaded === undefined ? [] : illustrativePeople();
  const first: (Partial<PersonWords> & { readonly id: string })[] = [
    ...(await listUnnamed(queries, beginnings)).map(({ id }) => ({ id, email: null, roles: [], active: false })),
    { id: publishedRecord, email: null, section: null, roles: [], active: false },
    ...invented,
  ];
  return new Map(first.map(({ id, ...words }) => [id, words]));
};

/** A person with everything that decides what they may and how they come in. */
export type StandingPerson = PersonWords & {
  readonly id: string;
  readonly password: { readonly hash: string; readonly changedAt: Instant } | null;
  /** The key of the app, where a first code has confirmed it. */
  readonly factor: string | null;
  /** Issuer and subject of single sign-on. */
  readonly identities: readonly string[];
};

export const identityOf = (issuer: unknown, subject: unknown): string => `${issuer} ${subject}`;

const listIdentities = async (queries: Queries): Promise<ReadonlyMap<string, string[]>> => {
  const found = new Map<string, string[]>();
  for (const { personId, issuer, subject } of await queries.select().from(personIdentities)) {
    found.set(personId, [...(found.get(personId) ?? []), identityOf(issuer, subject)]);
  }
  return found;
};

export const listStandingPeople = async (queries: Queries): Promise<StandingPerson[]> => {
  const roles = await directory.listRoles(queries);
  const identities = await listIdentities(queries);
  const rows = await queries
    .select({ person: people, password: credentials, factor: secondFactors })
    .from(people)
    .leftJoin(credentials, eq(credentials.personId, people.id))
    .leftJoin(secondFactors, eq(secondFactors.personId, people.id))
    .orderBy(asc(people.position), asc(people.id));
  return rows.map(({ person: { id, name, title, email, section, active }, password, factor }) => ({
    ...{ id, name, title, email, section, active: active === 1, password },
    roles: roles.get(id) ?? [],
    factor: factor?.confirmedAt ? factor.secret : null,
    identities: identities.get(id) ?? [],
  }));
};

/** Names of people with an open session that the trail does not know to have begun. */
export const listUntracedSessions = async (queries: Queries, now: Instant): Promise<string[]> => {
  const rows = await queries
    .select({ name: people.name })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .leftJoin(
      auditEntries,
      and(
        eq(auditEntries.subjectKind, 'session'),
        eq(auditEntries.subjectId, sessions.id),
        eq(auditEntries.personId, sessions.personId),
        eq(auditEntries.action, 'signed in'),
      ),
    )
    .where(and(isNull(sessions.endedAt), gt(sessions.expiresAt, now), isNull(auditEntries.id)))
    .orderBy(asc(people.name));
  return rows.map(({ name }) => name);
};
