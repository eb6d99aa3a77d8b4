import { createHash } from 'node:crypto';
import type { Instant } from '@fbs/core';
import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Queries } from '../database.ts';
import { people, sessions } from '../schema/people.ts';
import { auditEntries, auditHashes } from '../schema/service.ts';

export type AuditEntry = {
  readonly at: Instant;
  /** null: the service itself, or somebody who was not signed in. */
  readonly personId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly strategyId: string | null;
  /** Any JSON value; null: there was nothing. */
  readonly before: unknown;
  readonly after: unknown;
};

export type AuditRow = AuditEntry & {
  readonly id: number;
  readonly person: string | null;
  /** Whom it is about, where it is about a person: an account and a session are somebody's. */
  readonly about: { readonly id: string; readonly name: string } | null;
};

/** Kinds of things that are a person, and a session that is one's. */
const personalKinds = ['person', 'account', 'session'];
const subjects = alias(people, 'subjects');

type StoredEntry = typeof auditEntries.$inferSelect;

const jsonOrNull = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

const readJson = (text: string | null): unknown => (text === null ? null : JSON.parse(text));

/** Over the bytes as they are stored, so that nothing can be changed without breaking the chain. */
const linkOf = (previous: string, entry: StoredEntry): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        previous,
        entry.id,
        entry.at,
        entry.personId,
        entry.action,
        entry.subjectKind,
        entry.subjectId,
        entry.strategyId,
        entry.before,
        entry.after,
      ]),
    )
    .digest('hex');

/** What the first entry leans on. */
const beginning = '';

const batch = 500;

export type TrailEnd = { readonly entryId: number; readonly hash: string };

/** The last entry, with the link that holds all before it. */
export const readTrailEnd = async (queries: Queries): Promise<TrailEnd> => {
  const [last] = await queries.select().from(auditHashes).orderBy(desc(auditHashes.entryId)).limit(1);
  return last ?? { entryId: 0, hash: beginning };
};

/** The links of some entries; one that is not there has none. */
export const listLinks = async (queries: Queries, ids: readonly number[]): Promise<ReadonlyMap<number, string>> => {
  const rows =
    ids.length === 0
      ? []
      : await queries
          .select()
          .from(auditHashes)
          .where(inArray(auditHashes.entryId, [...ids]));
  return new Map(rows.map(({ entryId, hash }) => [entryId, hash]));
};

/** Leaves a trace of a write, chained to the one before; to be called in the same work. */
export const addAuditEntry = async (queries: Queries, entry: AuditEntry): Promise<void> => {
  const { hash: previous } = await readTrailEnd(queries);
  const [stored] = await queries
    .insert(auditEntries)
    .values({ ...entry, before: jsonOrNull(entry.before), after: jsonOrNull(entry.after) })
    .returning();
  if (stored === undefined) throw new Error('the audit entry was not stored');
  await queries.insert(auditHashes).values({ entryId: stored.id, hash: linkOf(previous, stored) });
};

const entriesAfter = (queries: Queries, id: number): Promise<StoredEntry[]> =>
  Promise.resolve(
    queries.select().from(auditEntries).where(gt(auditEntries.id, id)).orderBy(asc(auditEntries.id)).limit(batch),
  );

/** Chains the entries that came without one: those of the seed, and of a database from before there was a chain. */
export const chainAuditEntries = async (queries: Queries): Promise<void> => {
  let { entryId, hash } = await readTrailEnd(queries);
  for (let rows = await entriesAfter(queries, entryId); rows.length > 0; rows = await entriesAfter(queries, entryId)) {
    const links = rows.map((row) => {
      hash = linkOf(hash, row);
      entryId = row.id;
      return { entryId, hash };
    });
    await queries.insert(auditHashes).values(links);
  }
};

/** Entries that stand without any chain; only a database from before there was one has them. */
export const lacksChain = async (queries: Queries): Promise<boolean> => {
  const [first] = await queries.select({ id: auditEntries.id }).from(auditEntries).limit(1);
  const [link] = await queries.select({ id: auditHashes.entryId }).from(auditHashes).limit(1);
  return first !== undefined && link === undefined;
};

export type AuditFilter = {
  readonly person?: string | undefined;
  readonly kind?: string | undefined;
  /** A part of the subject's id, of the action, or of the name of whom it is about, in any case. */
  readonly text?: string | undefined;
  /** Moments: from, inclusive; to, exclusive. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
};

/** `%` and `_` are meant as they are typed. */
const containing = (text: string): string => `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;

const isAboutSomebodyCalled = (text: string): SQL => {
  const isCalled = sql`${people.name} like ${containing(text)} escape '\\'`;
  const called = sql`select ${people.id} from ${people} where ${isCalled}`;
  const theirSessions = sql`select ${sessions.id} from ${sessions} where ${sessions.personId} in (${called})`;
  return sql`(${auditEntries.subjectKind} in ${personalKinds} and (${auditEntries.subjectId} in (${called}) or ${auditEntries.subjectId} in (${theirSessions})))`;
};

const conditionsOf = ({ person, kind, text, from, to }: AuditFilter): SQL | undefined =>
  and(
    person === undefined ? undefined : eq(auditEntries.personId, person),
    kind === undefined ? undefined : eq(auditEntries.subjectKind, kind),
    from === undefined ? undefined : gte(auditEntries.at, from),
    to === undefined ? undefined : lt(auditEntries.at, to),
    text === undefined
      ? undefined
      : or(
          sql`${auditEntries.subjectId} like ${containing(text)} escape '\\'`,
          sql`${auditEntries.action} like ${containing(text)} escape '\\'`,
          isAboutSomebodyCalled(text),
        ),
  );

/** One page of the trail, newest first; `before` is the id that the page before ended with. */
export const listAuditPage = async (
  queries: Queries,
  filter: AuditFilter,
  page: { readonly before?: number | undefined; readonly limit: number },
): Promise<AuditRow[]> => {
  const rows = await queries
    .select({ entry: auditEntries, person: people.name, aboutId: subjects.id, aboutName: subjects.name })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .leftJoin(sessions, and(eq(auditEntries.subjectKind, 'session'), eq(sessions.id, auditEntries.subjectId)))
    .leftJoin(
      subjects,
      and(
        inArray(auditEntries.subjectKind, personalKinds),
        eq(subjects.id, sql`coalesce(${sessions.personId}, ${auditEntries.subjectId})`),
      ),
    )
    .where(and(conditionsOf(filter), page.before === undefined ? undefined : lt(auditEntries.id, page.before)))
    .orderBy(desc(auditEntries.id))
    .limit(page.limit);
  return rows.map(({ entry, person, aboutId, aboutName }) => ({
    ...entry,
    person,
    about: aboutId === null || aboutName === null ? null : { id: aboutId, name: aboutName },
    before: readJson(entry.before),
    after: readJson(entry.after),
  }));
};

export const countAuditEntries = async (queries: Queries, filter: AuditFilter): Promise<number> => {
  const [row] = await queries.select({ count: sql<number>`count(*)` }).from(auditEntries).where(conditionsOf(filter));
  return row?.count ?? 0;
};

/** What kinds of things the trail speaks of. */
export const listAuditKinds = async (queries: Queries): Promise<string[]> => {
  const rows = await queries
    .selectDistinct({ kind: auditEntries.subjectKind })
    .from(auditEntries)
    .orderBy(asc(auditEntries.subjectKind));
  return rows.map(({ kind }) => kind);
};

/** The latest moment that anything was written down for. */
export const lastMoment = async (queries: Queries): Promise<Instant | null> => {
  const [row] = await queries.select({ at: sql<Instant | null>`max(${auditEntries.at})` }).from(auditEntries);
  return row?.at ?? null;
};

export type ChainReport = { readonly entries: number; readonly findings: readonly string[] };

const gapSentence = (first: number, last: number): string =>
  first === last ? `Entry ${first} was removed.` : `Entries ${first} to ${last} were removed.`;

type ChainWalk = { readonly findings: string[]; previous: string; expected: number; entries: number };

/** After a finding the walk goes on from what is stored, so that each spot is named once. */
const walkRow = (walk: ChainWalk, entry: StoredEntry, hash: string | null): void => {
  const { findings, previous, expected } = walk;
  if (entry.id > expected) findings.push(gapSentence(expected, entry.id - 1));
  if (hash === null) findings.push(`Entry ${entry.id} was inserted past the product: it has no link in the chain.`);
  else if (entry.id === expected && linkOf(previous, entry) !== hash)
    findings.push(`Entry ${entry.id} (${entry.action}, ${entry.at}) was changed: its link does not fit.`);
  walk.previous = hash ?? previous;
  walk.expected = entry.id + 1;
  walk.entries += 1;
};

/** The highest number that the database ever gave to an entry: the tail of a trail cannot vanish unseen. */
const highestGiven = async (queries: Queries): Promise<number> => {
  const [row] = await queries
    .select({ seq: sql<number>`seq` })
    .from(sql`sqlite_sequence`)
    .where(sql`name = 'audit_entries'`);
  return row?.seq ?? 0;
};

const linksWithoutEntry = async (queries: Queries): Promise<number> => {
  const rows = await queries
    .select({ id: auditHashes.entryId })
    .from(auditHashes)
    .leftJoin(auditEntries, eq(auditEntries.id, auditHashes.entryId))
    .where(isNull(auditEntries.id));
  return rows.length;
};

/** Walks the whole trail and names every entry that was changed, removed or inserted past the product. */
export const verifyAuditChain = async (queries: Queries): Promise<ChainReport> => {
  const walk: ChainWalk = { findings: [], previous: beginning, expected: 1, entries: 0 };
  for (;;) {
    const rows = await queries
      .select({ entry: auditEntries, hash: auditHashes.hash })
      .from(auditEntries)
      .leftJoin(auditHashes, eq(auditHashes.entryId, auditEntries.id))
      .where(gt(auditEntries.id, walk.expected - 1))
      .orderBy(asc(auditEntries.id))
      .limit(batch);
    for (const { entry, hash } of rows) walkRow(walk, entry, hash);
    if (rows.length === 0) break;
  }
  const { findings, entries, expected } = walk;
  const highest = await highestGiven(queries);
  if (highest >= expected) findings.push(gapSentence(expected, highest));
  const orphans = await linksWithoutEntry(queries);
  if (orphans > 0 && findings.length === 0) findings.push(`${orphans} links of the chain have lost their entry.`);
  return { entries, findings };
};
