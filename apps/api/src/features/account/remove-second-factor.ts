import type { OwnAccount } from '@fbs/contract';
import { accountRepository, directoryRepository } from '@fbs/db';
import { checkPassword } from '../../accounts/check-password.ts';
import { verifyPassword } from '../../accounts/verify-password.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { describeAccount, requirePassword } from './own-account.ts';

/**
 * Other browsers are signed out.
 * @throws DomainError conflict, invalid where the password is too short to stand alone, refused, too_many_requests
 */
export const removeSecondFactor = async (
  context: Context,
  { password, code }: { readonly password: string; readonly code: string },
): Promise<OwnAccount> => {
  const { database, accounts, actor } = context;
  const { confirmed, email } = await database.read((queries) => requirePassword(context, queries));
  if (confirmed === null) throw new DomainError('conflict', 'There is no second factor to remove.');
  if (accounts.secondFactorRequired) {
    throw new DomainError('conflict', 'A second factor is required here, so yours has to stay.');
  }
  if ((await verifyPassword(context, actor.id, password, code)) !== 'proved') {
    throw new DomainError('refused', 'The password or the code is not right. Each code works once.');
  }
  checkPassword(password, { secondFactor: false, owner: { name: actor.name, email } });
  return database.write(async (queries) => {
    const at = context.clock();
    await accountRepository.removeSecondFactor(queries, actor.id);
    await directoryRepository.endSessionsOf(queries, actor.id, { at, but: context.sessionId });
    await trace(queries, context, at, {
      ...{ action: 'removed the second factor', kind: 'account', id: actor.id, strategy: null },
      ...{ before: { secondFactor: true }, after: { secondFactor: false } },
    });
    return describeAccount(context, queries);
  });
};
