import type { OwnAccount } from '@fbs/contract';
import { accountRepository, directoryRepository } from '@fbs/db';
import { checkPassword } from '../../accounts/check-password.ts';
import { hashOfSecret } from '../../accounts/secrets.ts';
import { verifyPassword } from '../../accounts/verify-password.ts';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { describeAccount, requirePassword } from './own-account.ts';

/** Other browsers are signed out. @throws DomainError invalid, conflict, too_many_requests */
export const changePassword = async (
  context: Context,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<OwnAccount> => {
  const { database, actor, passwords, clock } = context;
  const { confirmed, email } = await database.read((queries) => requirePassword(context, queries));
  checkPassword(password, { secondFactor: confirmed !== null, owner: { name: actor.name, email } });
  if ((await verifyPassword(context, actor.id, current)) === 'wrong') {
    const detail = 'This is not your present password.';
    throw new DomainError('invalid', detail, { errors: [{ pointer: '/current', detail }] });
  }
  const hash = await passwords.hash(password);
  return database.write(async (queries) => {
    const at = clock();
    await accountRepository.setCredential(queries, actor.id, { hash, changedAt: at });
    await accountRepository.endAccountLinks(queries, actor.id, at);
    await directoryRepository.endSessionsOf(queries, actor.id, { at, but: context.sessionId });
    await trace(queries, context, at, {
      ...{ action: 'changed the password', kind: 'account', id: actor.id, strategy: null },
      ...{ before: null, after: { passwordChecksum: hashOfSecret(hash) } },
    });
    return describeAccount(context, queries);
  });
};
