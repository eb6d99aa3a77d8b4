import { preparedEmail } from '@fbs/core';
import { accountRepository, peopleRepository, type Queries } from '@fbs/db';
import { requireLocalAccounts } from '../../accounts/account-settings.ts';
import { makeLink } from '../../accounts/make-link.ts';
import { type Proof, prove } from '../../accounts/verify-password.ts';
import type { Service } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { type Browser, beginSession } from '../../sessions/begin-session.ts';
import { trace } from '../../trace.ts';

type SignIn = Proof & { readonly email: string };

const wrong = (withCode: boolean) =>
  new DomainError(
    'refused',
    withCode
      ? 'The password or the code is not right. Type the code that the app shows now, or a recovery code; each works once.'
      : 'The e-mail address or the password is not right. If you have forgotten it, ask an administrator for a new link.',
  );

type Entered =
  | { readonly outcome: 'signed_in'; readonly token: string }
  | { readonly outcome: 'code_needed' }
  | { readonly outcome: 'second_factor_needed'; readonly path: string };

/** Whoever lacks a second factor that is required since is led to set one up, instead of in. */
const enter = async (
  service: Service,
  queries: Queries,
  { personId, browser }: { readonly personId: string | null; readonly browser: Browser },
): Promise<Entered> => {
  const people = await peopleRepository.listActivePeople(queries);
  const person = required(
    people.find(({ id }) => id === personId),
    'This account was disabled a moment ago.',
  );
  const factor = await accountRepository.findSecondFactor(queries, person.id);
  if (service.accounts.secondFactorRequired && !factor?.confirmedAt) {
    const { path } = await makeLink(service, queries, { kind: 'password_reset', personId: person.id });
    await trace(queries, { actor: person }, service.clock(), {
      ...{ action: 'was led to set up a second factor', kind: 'account', id: person.id, strategy: null },
      ...{ before: null, after: null },
    });
    return { outcome: 'second_factor_needed', path };
  }
  return { outcome: 'signed_in', token: await beginSession(service, queries, { person, method: 'password', browser }) };
};

/** @throws DomainError refused, too_many_requests */
export const signInWithPassword = async (
  service: Service,
  { email: typed, password, code }: SignIn,
  browser: Browser,
): Promise<Entered> => {
  requireLocalAccounts(service);
  const email = preparedEmail(typed);
  const account = await service.database.read((queries) => accountRepository.findAccount(queries, email));
  const personId = account?.active ? account.id : null;
  const subject = account?.id ?? null;
  const claim = { personId, subject, email, address: browser.address, failed: 'failed to sign in' };
  const { outcome, answer } = await prove(service, claim, { password, code }, (queries) =>
    enter(service, queries, { personId, browser }),
  );
  if (outcome === 'wrong') throw wrong(code !== undefined);
  return answer ?? { outcome: 'code_needed' };
};
