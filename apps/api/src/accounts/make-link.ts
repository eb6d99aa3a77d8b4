import { randomUUID } from 'node:crypto';
import { type AccountLinkKind, type Instant, linkExpiry } from '@fbs/core';
import { accountRepository, type Queries } from '@fbs/db';
import type { Service } from '../context.ts';
import { hashOfSecret, newToken } from './secrets.ts';
import { newSecret } from './time-codes.ts';

export type NewLink = {
  /** Below the address of the service. The token stands behind #, which browsers send nowhere. */
  readonly path: string;
  readonly expiresAt: Instant;
};

/** In the caller's write; links before it open nothing any more. `personId` null: for whoever sets the service up. */
export const makeLink = async (
  { clock, accounts }: Pick<Service, 'clock' | 'accounts'>,
  queries: Queries,
  { kind, personId }: { readonly kind: AccountLinkKind; readonly personId: string | null },
): Promise<NewLink> => {
  const token = newToken();
  const createdAt = clock();
  const expiresAt = linkExpiry(kind, createdAt, accounts.invitationDays);
  await accountRepository.addAccountLink(queries, {
    ...{ id: randomUUID(), kind, personId, createdAt, expiresAt },
    ...{ tokenHash: hashOfSecret(token), secret: newSecret(), endedAt: null },
  });
  return { path: `/welcome#${token}`, expiresAt };
};
