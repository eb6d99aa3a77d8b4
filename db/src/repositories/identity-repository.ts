import type { Instant } from '@fbs/core';
import { and, eq } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { personIdentities, sessions } from '../schema/people.ts';

export type IdentityKey = { readonly issuer: string; readonly subject: string };

/** The id of the person whom a provider knows by this subject. */
export const findPersonBehind = async (queries: Queries, { issuer, subject }: IdentityKey): Promise<string | null> => {
  const [row] = await queries
    .select({ personId: personIdentities.personId })
    .from(personIdentities)
    .where(and(eq(personIdentities.issuer, issuer), eq(personIdentities.subject, subject)));
  return row?.personId ?? null;
};

/** Whether a provider knows the person by another subject already. */
export const isKnownTo = async (queries: Queries, personId: string, issuer: string): Promise<boolean> => {
  const rows = await queries
    .select({ subject: personIdentities.subject })
    .from(personIdentities)
    .where(and(eq(personIdentities.personId, personId), eq(personIdentities.issuer, issuer)))
    .limit(1);
  return rows.length > 0;
};

export const addIdentity = async (
  queries: Queries,
  identity: IdentityKey & { readonly personId: string; readonly createdAt: Instant },
): Promise<void> => {
  await queries.insert(personIdentities).values(identity);
};

/** What the provider's session is ended with, kept for as long as ours lasts. */
export const findIdentityToken = async (queries: Queries, sessionId: string): Promise<string | null> => {
  const [row] = await queries
    .select({ token: sessions.identityToken })
    .from(sessions)
    .where(eq(sessions.id, sessionId));
  return row?.token ?? null;
};
