import { preparedEmail } from '@fbs/core';
import { accountRepository, peopleRepository } from '@fbs/db';
import { requireLocalAccounts } from '../../accounts/account-settings.ts';
import { type Proof, prove } from '../../accounts/verify-password.ts';
import type { Service } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { type Browser, beginSession } from '../../sessions/begin-session.ts';

type SignIn = Proof & { readonly email: string };

const wrong = (withCode: boolean) =>
  new DomainError(
    'refused',
    withCode
      ? 'The password or the code is not right. Type the code that the app shows now, or a recovery code; each works once.'
      : 'The e-mail address or the password is not right. If you have forgotten it, ask an administrator for a new link.',
  );

/** @returns the token of the new session; null: a code is needed. @throws DomainError refused, too_many_requests */
export const signInWithPassword = async (
  service: Service,
  { email: typed, password, code }: SignIn,
  browser: Browser,
): Promise<string | null> => {
  requireLocalAccounts(service);
  const email = preparedEmail(typed);
  const account = await service.database.read((queries) => accountRepository.findAccount(queries, email));
  const personId = account?.active ? account.id : null;
  const subject = account?.id ?? null;
  const claim = { personId, subject, email, address: browser.address, failed: 'failed to sign in' };
  const { outcome, answer } = await prove(service, claim, { password, code }, async (queries) => {
    const people = await peopleRepository.listActivePeople(queries);
    const person = required(
      people.find(({ id }) => id === personId),
      'This account was disabled a moment ago.',
    );
    return beginSession(service, queries, { person, method: 'password', browser });
  });
  if (outcome === 'wrong') throw wrong(code !== undefined);
  return answer;
};
