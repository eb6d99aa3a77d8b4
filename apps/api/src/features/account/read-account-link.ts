import type { AccountLink } from '@fbs/contract';
import { keyAddress } from '../../accounts/time-codes.ts';
import type { Service } from '../../context.ts';
import { loadLink } from './account-link-work.ts';

/** @throws DomainError refused */
export const readAccountLink = (service: Service, token: string): Promise<AccountLink> =>
  service.database.read(async (queries) => {
    const { link, person, factor } = await loadLink(service, queries, token);
    const { kind, expiresAt, secret } = link;
    const wanted = service.accounts.secondFactorRequired ? 'required' : 'offered';
    return {
      kind,
      expiresAt,
      name: person?.name ?? null,
      email: person?.email ?? null,
      secondFactor: factor === null ? wanted : 'stands',
      key: factor === null ? { secret, address: keyAddress(secret, person?.email ?? 'administrator') } : null,
    };
  });
