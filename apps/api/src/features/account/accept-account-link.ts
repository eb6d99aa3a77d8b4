import { randomUUID } from 'node:crypto';
import { findInPerson, type Instant, preparedEmail } from '@fbs/core';
import { accountRepository, directoryRepository, type Queries } from '@fbs/db';
import { checkPassword, refuseCode } from '../../accounts/check-password.ts';
import { hashOfRecoveryCode, hashOfSecret, newRecoveryCodes } from '../../accounts/secrets.ts';
import { accountKey, countFailure, refuseTooEarly } from '../../accounts/sign-in-throttle.ts';
import { stepOfCode } from '../../accounts/time-codes.ts';
import { takeCode } from '../../accounts/verify-password.ts';
import type { Actor, Service } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { type Browser, beginSession } from '../../sessions/begin-session.ts';
import { trace } from '../../trace.ts';
import { loadLink } from './account-link-work.ts';

type Accept = {
  readonly token: string;
  readonly password: string;
  readonly code?: string | undefined;
  readonly person?: { readonly name: string; readonly title: string; readonly email: string } | undefined;
};

type Work = Awaited<ReturnType<typeof loadLink>>;
type Owner = Actor & { readonly email: string };

const did = {
  set_up: 'set the service up',
  invitation: 'accepted the invitation',
  password_reset: 'set a new password with a link',
} as const;

/** Whose account it is; of the first administrator it does not stand yet. @throws DomainError invalid */
const ownerOf = ({ person }: Work, { person: told }: Accept): Owner => {
  if (person !== null) return { ...person, email: person.email ?? '' };
  const roles = ['administrator'] as const;
  const email = preparedEmail(told?.email ?? '');
  const words = { name: told?.name.trim() ?? '', email, section: null, roles };
  const errors = findInPerson({ ...words, title: told?.title ?? '' }, { sections: [], needsEmail: true }).map(
    (each) => ({
      ...each,
      pointer: `/person${each.pointer}`,
    }),
  );
  if (errors[0] !== undefined) throw new DomainError('invalid', errors[0].detail, { errors });
  return { ...words, id: randomUUID() };
};

/** Guessing codes with a link is slowed down like signing in. */
const countAttempt = async (service: Service, { factor }: Work, { email }: Owner): Promise<void> => {
  if (factor === null) return;
  const key = accountKey(email);
  await service.database.write(async (queries) => {
    await refuseTooEarly(queries, [key], service.clock());
    await countFailure(queries, key, service.clock());
  });
};

/** @returns recovery codes, where a second factor is set up */
const settleFactor = async (
  queries: Queries,
  { work: { link, factor }, owner, code, at }: { work: Work; owner: Owner; code: string | undefined; at: Instant },
): Promise<string[] | null> => {
  if (factor !== null) {
    if (code === undefined || !(await takeCode(queries, owner.id, { factor, code, at }))) refuseCode();
    return null;
  }
  if (code === undefined) return null;
  const lastStep = stepOfCode({ secret: link.secret, lastStep: 0 }, code, at);
  if (lastStep === null) return refuseCode();
  await accountRepository.setSecondFactor(queries, owner.id, { secret: link.secret, confirmedAt: at, lastStep });
  const codes = newRecoveryCodes();
  await accountRepository.replaceRecoveryCodes(queries, owner.id, codes.map(hashOfRecoveryCode));
  return codes;
};

const addAdministrator = async (queries: Queries, owner: Owner, title: string, at: Instant): Promise<void> => {
  if ((await accountRepository.findAccount(queries, owner.email)) !== undefined) {
    throw new DomainError('already_exists', 'This e-mail address has an account already: give another one.');
  }
  const { id, name, email, section, roles } = owner;
  await directoryRepository.addPerson(queries, { id, name, title, email, section, roles, createdAt: at });
};

/** What the trail keeps of the first administrator, whom no invitation brought in. */
const told = ({ name, email, section, roles }: Owner, { person }: Accept) => ({
  ...{ name, title: person?.title.trim() ?? '', email, section, roles, active: true },
});

/** @throws DomainError refused, invalid, already_exists, too_many_requests */
export const acceptAccountLink = async (
  service: Service,
  input: Accept,
  browser: Browser,
): Promise<{ readonly token: string; readonly recoveryCodes: string[] | null }> => {
  const { database, accounts, passwords, clock } = service;
  const { token, password, code } = input;
  const known = await database.read((queries) => loadLink(service, queries, token));
  const owner = ownerOf(known, input);
  if (code === undefined && known.factor === null && accounts.secondFactorRequired) {
    refuseCode('A second factor is required here: scan the QR code with an app, and type the code that it shows.');
  }
  checkPassword(password, { owner, secondFactor: code !== undefined });
  await countAttempt(service, known, owner);
  const hash = await passwords.hash(password);
  return database.write(async (queries) => {
    const at = clock();
    const work = await loadLink(service, queries, token);
    if (work.person === null) await addAdministrator(queries, owner, input.person?.title.trim() ?? '', at);
    const recoveryCodes = await settleFactor(queries, { work, owner, code, at });
    await accountRepository.setCredential(queries, owner.id, { hash, changedAt: at });
    await accountRepository.endAccountLinks(queries, work.link.personId, at);
    await accountRepository.forgetFailures(queries, accountKey(owner.email).key);
    await directoryRepository.endSessionsOf(queries, owner.id, { at, but: null });
    await trace(queries, { actor: owner }, at, {
      ...{ action: did[work.link.kind], kind: 'account', id: owner.id, strategy: null, before: null },
      after: {
        ...(work.person === null && told(owner, input)),
        secondFactor: recoveryCodes !== null || work.factor !== null,
        passwordChecksum: hashOfSecret(hash),
        ...(recoveryCodes !== null && { secondFactorChecksum: hashOfSecret(work.link.secret) }),
      },
    });
    return {
      recoveryCodes,
      token: await beginSession(service, queries, { person: owner, method: 'password', browser }),
    };
  });
};
