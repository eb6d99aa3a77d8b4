import { preparedEmail } from '@fbs/core';
import { accountRepository } from '@fbs/db';
import type { Service } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { trace } from '../trace.ts';
import { makeLink } from './make-link.ts';

type LetIn = { readonly email: string; readonly removeSecondFactor: boolean };

/**
 * For whoever runs the service, where no administrator can get in any more.
 * @returns the path of a link to set a new password. @throws DomainError not_found, conflict
 */
export const letIn = (
  service: Pick<Service, 'accounts' | 'database' | 'clock'>,
  { email, removeSecondFactor }: LetIn,
): Promise<string> =>
  service.database.write(async (queries) => {
    const account = await accountRepository.findAccount(queries, preparedEmail(email));
    if (account === undefined) throw new DomainError('not_found', `Nobody has an account with the address ${email}.`);
    if (!account.active) {
      throw new DomainError('conflict', 'This account is disabled: let an administrator in, who enables it.');
    }
    if (removeSecondFactor) await accountRepository.removeSecondFactor(queries, account.id);
    const { path } = await makeLink(service, queries, { kind: 'password_reset', personId: account.id });
    await trace(queries, { actor: null }, service.clock(), {
      ...{ action: 'made a link to set a password at the console', kind: 'account', id: account.id, strategy: null },
      ...{ before: null, after: { removedSecondFactor: removeSecondFactor } },
    });
    return path;
  });
