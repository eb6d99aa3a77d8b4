import type { OwnAccount } from '@fbs/contract';
import { accountRepository, directoryRepository, type Queries } from '@fbs/db';
import { requireLocalAccounts } from '../../accounts/account-settings.ts';
import type { Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';

export const describeAccount = async (context: Context, queries: Queries): Promise<OwnAccount> => {
  const { id } = context.actor;
  const person = required(
    (await directoryRepository.listDirectory(queries)).find((each) => each.id === id),
    'This account does not stand any more.',
  );
  const credential = await accountRepository.findCredential(queries, id);
  const factor = await accountRepository.findSecondFactor(queries, id);
  const codes = await accountRepository.listRecoveryCodes(queries, id);
  const { name, title, email, section, roles } = person;
  return {
    ...{ name, title, email, section, roles },
    password: credential === undefined ? null : { changedAt: credential.changedAt },
    secondFactor: factor?.confirmedAt ? { since: factor.confirmedAt, recoveryCodesLeft: codes.length } : null,
    secondFactorRequired: context.accounts.secondFactorRequired,
  };
};

export const readOwnAccount = (context: Context): Promise<OwnAccount> =>
  context.database.read((queries) => describeAccount(context, queries));

/** What stands of one's own: the hash of the password, and the second factor. @throws DomainError not_allowed, conflict */
export const requirePassword = async (context: Context, queries: Queries) => {
  requireLocalAccounts(context);
  const credential = await accountRepository.findCredential(queries, context.actor.id);
  if (credential === undefined) {
    throw new DomainError(
      'conflict',
      'You sign in without a password of this service, so there is nothing to change here.',
    );
  }
  const factor = await accountRepository.findSecondFactor(queries, context.actor.id);
  const email = (await accountRepository.findEmail(queries, context.actor.id)) ?? context.actor.name;
  return { credential, email, factor: factor ?? null, confirmed: factor?.confirmedAt ? factor : null };
};
