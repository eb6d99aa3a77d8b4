import type { AccountLinkKind, Instant, SignInFailures } from '@fbs/core';
import { and, asc, eq, isNull, lt } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { accountLinks, credentials, recoveryCodes, secondFactors, signInFailures } from '../schema/accounts.ts';
import { people } from '../schema/people.ts';

/** The account behind an address; addresses are kept prepared. */
export const findAccount = async (
  queries: Queries,
  email: string,
): Promise<{ readonly id: string; readonly active: boolean } | undefined> => {
  const [row] = await queries
    .select({ id: people.id, active: people.active })
    .from(people)
    .where(eq(people.email, email));
  return row && { id: row.id, active: row.active === 1 };
};

export const findEmail = async (queries: Queries, personId: string): Promise<string | null> => {
  const [row] = await queries.select({ email: people.email }).from(people).where(eq(people.id, personId));
  return row?.email ?? null;
};

export type CredentialRow = { readonly hash: string; readonly changedAt: Instant };

export const findCredential = async (queries: Queries, personId: string): Promise<CredentialRow | undefined> => {
  const [row] = await queries
    .select({ hash: credentials.hash, changedAt: credentials.changedAt })
    .from(credentials)
    .where(eq(credentials.personId, personId));
  return row;
};

export const setCredential = async (
  queries: Queries,
  personId: string,
  { hash, changedAt }: CredentialRow,
): Promise<void> => {
  await queries
    .insert(credentials)
    .values({ personId, hash, changedAt })
    .onConflictDoUpdate({ target: credentials.personId, set: { hash, changedAt } });
};

export type SecondFactorRow = {
  readonly secret: string;
  /** null: begun, not yet confirmed by a first code. */
  readonly confirmedAt: Instant | null;
  readonly lastStep: number;
};

export const findSecondFactor = async (queries: Queries, personId: string): Promise<SecondFactorRow | undefined> => {
  const [row] = await queries
    .select({
      secret: secondFactors.secret,
      confirmedAt: secondFactors.confirmedAt,
      lastStep: secondFactors.lastStep,
    })
    .from(secondFactors)
    .where(eq(secondFactors.personId, personId));
  return row;
};

export const setSecondFactor = async (queries: Queries, personId: string, row: SecondFactorRow): Promise<void> => {
  await queries
    .insert(secondFactors)
    .values({ personId, ...row })
    .onConflictDoUpdate({ target: secondFactors.personId, set: row });
};

/** With its recovery codes, which open nothing without it. */
export const removeSecondFactor = async (queries: Queries, personId: string): Promise<void> => {
  await queries.delete(secondFactors).where(eq(secondFactors.personId, personId));
  await queries.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
};

export const replaceRecoveryCodes = async (
  queries: Queries,
  personId: string,
  hashes: readonly string[],
): Promise<void> => {
  await queries.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId));
  await queries.insert(recoveryCodes).values(hashes.map((hash) => ({ personId, hash })));
};

/** Hashes of the codes that were not used. */
export const listRecoveryCodes = async (queries: Queries, personId: string): Promise<string[]> => {
  const rows = await queries
    .select({ hash: recoveryCodes.hash })
    .from(recoveryCodes)
    .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)));
  return rows.map(({ hash }) => hash);
};

export const useRecoveryCode = async (
  queries: Queries,
  personId: string,
  { hash, at }: { readonly hash: string; readonly at: Instant },
): Promise<void> => {
  await queries
    .update(recoveryCodes)
    .set({ usedAt: at })
    .where(and(eq(recoveryCodes.personId, personId), eq(recoveryCodes.hash, hash)));
};

export type AccountLinkRow = {
  readonly id: string;
  readonly kind: AccountLinkKind;
  /** null: whoever sets the service up. */
  readonly personId: string | null;
  readonly tokenHash: string;
  readonly secret: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly endedAt: Instant | null;
};

/** A new link of a person, or to set the service up; those before it open nothing any more. */
export const addAccountLink = async (queries: Queries, row: AccountLinkRow): Promise<void> => {
  await endAccountLinks(queries, row.personId, row.createdAt);
  await queries.insert(accountLinks).values(row);
};

export const endAccountLinks = async (queries: Queries, personId: string | null, at: Instant): Promise<void> => {
  const whose = personId === null ? isNull(accountLinks.personId) : eq(accountLinks.personId, personId);
  await queries
    .update(accountLinks)
    .set({ endedAt: at })
    .where(and(whose, isNull(accountLinks.endedAt)));
};

const linkOf = (row: typeof accountLinks.$inferSelect): AccountLinkRow => ({
  ...row,
  kind: row.kind as AccountLinkKind,
});

export const findAccountLink = async (queries: Queries, tokenHash: string): Promise<AccountLinkRow | undefined> => {
  const [row] = await queries.select().from(accountLinks).where(eq(accountLinks.tokenHash, tokenHash));
  return row && linkOf(row);
};

/** The links of people that were neither used nor replaced, expired ones among them. */
export const listOpenLinks = async (queries: Queries): Promise<AccountLinkRow[]> => {
  const rows = await queries
    .select()
    .from(accountLinks)
    .where(isNull(accountLinks.endedAt))
    .orderBy(asc(accountLinks.createdAt));
  return rows.map(linkOf);
};

export const findFailures = async (queries: Queries, key: string): Promise<SignInFailures | null> => {
  const [row] = await queries
    .select({ count: signInFailures.count, lastAt: signInFailures.lastAt })
    .from(signInFailures)
    .where(eq(signInFailures.key, key));
  return row ?? null;
};

/** Also forgets everything from before `since`, so that the table stays as small as what counts. */
export const setFailures = async (
  queries: Queries,
  key: string,
  { count, lastAt, since }: SignInFailures & { readonly since: Instant },
): Promise<void> => {
  await queries.delete(signInFailures).where(lt(signInFailures.lastAt, since));
  await queries
    .insert(signInFailures)
    .values({ key, count, lastAt })
    .onConflictDoUpdate({ target: signInFailures.key, set: { count, lastAt } });
};

export const forgetFailures = async (queries: Queries, key: string): Promise<void> => {
  await queries.delete(signInFailures).where(eq(signInFailures.key, key));
};
