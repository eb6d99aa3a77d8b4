import { linkRefusal } from '@fbs/core';
import { accountRepository, directoryRepository, type Queries } from '@fbs/db';
import { requireLocalAccounts } from '../../accounts/account-settings.ts';
import { hashOfSecret } from '../../accounts/secrets.ts';
import { hasAdministrator } from '../../accounts/standing.ts';
import type { Service } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';

type LinkWork = {
  readonly link: accountRepository.AccountLinkRow;
  /** null: whoever sets the service up. */
  readonly person: directoryRepository.DirectoryRow | null;
  /** The second factor that stands. */
  readonly factor: accountRepository.SecondFactorRow | null;
};

/** @throws DomainError not_allowed, refused where the link opens nothing (any more) */
export const loadLink = async (service: Service, queries: Queries, token: string): Promise<LinkWork> => {
  requireLocalAccounts(service);
  const link = await accountRepository.findAccountLink(queries, hashOfSecret(token));
  const refusal = linkRefusal(link, service.clock());
  if (link === undefined || refusal !== null) throw new DomainError('refused', refusal ?? '');
  if (link.personId === null) {
    if (!(await hasAdministrator(queries))) return { link, person: null, factor: null };
    throw new DomainError('refused', 'There is an administrator already: ask for an invitation.');
  }
  const person = (await directoryRepository.listDirectory(queries)).find(({ id }) => id === link.personId);
  if (person === undefined || !person.active) {
    throw new DomainError('refused', 'This account is disabled: ask an administrator.');
  }
  const factor = await accountRepository.findSecondFactor(queries, person.id);
  return { link, person, factor: factor?.confirmedAt ? factor : null };
};
