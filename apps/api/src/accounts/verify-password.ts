import type { Instant } from '@fbs/core';
import { accountRepository, type Queries } from '@fbs/db';
import type { Service } from '../context.ts';
import { trace } from '../trace.ts';
import { hashOfRecoveryCode } from './secrets.ts';
import {
  accountKey,
  addressKey,
  countFailure,
  halveFailures,
  refuseTooEarly,
  takeBackFailure,
} from './sign-in-throttle.ts';
import { stepOfCode } from './time-codes.ts';

/** What somebody shows to be who they are; `code`: of the app, or a recovery code. */
export type Proof = { readonly password: string; readonly code?: string | undefined };

/** code_needed: the password is right, and a second factor stands. */
export type ProofOutcome = 'proved' | 'code_needed' | 'wrong';

type Claim = {
  /** Whose account is claimed; null: there is none, which takes as long and sounds the same. */
  readonly personId: string | null;
  /** Whom a failure is noted under; null: nobody known. */
  readonly subject: string | null;
  /** What the account is slowed down by. */
  readonly email: string;
  /** Where the request comes from; null: not slowed down by it, since somebody is signed in there. */
  readonly address: string | null;
  /** For the trail: "failed to sign in". */
  readonly failed: string;
};

type Account = {
  readonly hash: string | null;
  readonly factor: accountRepository.SecondFactorRow | undefined;
};

const nobodys: Account = { hash: null, factor: undefined };

const accountOf = async (queries: Queries, personId: string | null): Promise<Account> => {
  if (personId === null) return nobodys;
  const credential = await accountRepository.findCredential(queries, personId);
  const factor = await accountRepository.findSecondFactor(queries, personId);
  return { hash: credential?.hash ?? null, factor: factor?.confirmedAt ? factor : undefined };
};

/** Uses a code up. @returns whether it was one */
export const takeCode = async (
  queries: Queries,
  personId: string,
  {
    factor,
    code,
    at,
  }: { readonly factor: accountRepository.SecondFactorRow; readonly code: string; readonly at: Instant },
): Promise<boolean> => {
  const step = stepOfCode(factor, code, at);
  if (step !== null) {
    await accountRepository.setSecondFactor(queries, personId, { ...factor, lastStep: step });
    return true;
  }
  const hash = hashOfRecoveryCode(code);
  const open = await accountRepository.listRecoveryCodes(queries, personId);
  if (!open.includes(hash)) return false;
  await accountRepository.useRecoveryCode(queries, personId, { hash, at });
  await trace(queries, { actor: { id: personId, name: '', roles: [], section: null } }, at, {
    ...{ action: 'used a recovery code', kind: 'account', id: personId, strategy: null },
    ...{ before: { left: open.length }, after: { left: open.length - 1 } },
  });
  return true;
};

const judge = async (queries: Queries, claim: Claim, proof: Proof, at: Instant): Promise<ProofOutcome> => {
  const { personId } = claim;
  const { factor } = await accountOf(queries, personId);
  if (personId === null) return 'wrong';
  if (factor === undefined) return 'proved';
  if (proof.code === undefined) return 'code_needed';
  return (await takeCode(queries, personId, { factor, code: proof.code, at })) ? 'proved' : 'wrong';
};

const noteFailure = async (queries: Queries, { subject, address, failed }: Claim, at: Instant): Promise<void> => {
  if (address !== null) await countFailure(queries, addressKey(address), at);
  await trace(queries, { actor: null }, at, {
    ...{ action: failed, kind: 'session', id: subject ?? 'an account that does not exist', strategy: null },
    ...{ before: null, after: { address } },
  });
};

const forgetFailures = async (queries: Queries, { email, address }: Claim, at: Instant): Promise<void> => {
  await accountRepository.forgetFailures(queries, accountKey(email).key);
  if (address !== null) await halveFailures(queries, addressKey(address), at);
};

/**
 * Looks at a proof, slowed down by account and address. An attempt counts as failed before the password is compared, so
 * that many at once are not let through together. `proved` runs in the write that takes a good proof.
 * @throws DomainError too_many_requests, unavailable
 */
export const prove = async <T>(
  service: Service,
  claim: Claim,
  proof: Proof,
  proved: (queries: Queries, at: Instant) => Promise<T>,
): Promise<{ readonly outcome: ProofOutcome; readonly answer: T | null }> => {
  const { database, clock, passwords } = service;
  const account = accountKey(claim.email);
  const slowed = claim.address === null ? [account] : [account, addressKey(claim.address)];
  await database.read((queries) => refuseTooEarly(queries, slowed, clock()));
  const known = await database.write(async (queries) => {
    await refuseTooEarly(queries, slowed, clock());
    await countFailure(queries, account, clock());
    return accountOf(queries, claim.personId);
  });
  const matches = await passwords.matches(known.hash, proof.password);
  return database.write(async (queries) => {
    const at = clock();
    // a password that was changed meanwhile proves nothing any more
    const stands = matches && (await accountOf(queries, claim.personId)).hash === known.hash;
    const outcome = stands ? await judge(queries, claim, proof, at) : 'wrong';
    if (outcome === 'wrong') await noteFailure(queries, claim, at);
    else if (outcome === 'code_needed') await takeBackFailure(queries, account, at);
    else await forgetFailures(queries, claim, at);
    return { outcome, answer: outcome === 'proved' ? await proved(queries, at) : null };
  });
};

/**
 * Whether this is the password of somebody who is signed in, and where a second factor stands, a code of it.
 * @throws DomainError too_many_requests, unavailable
 */
export const verifyPassword = async (
  service: Service,
  personId: string,
  password: string,
  code?: string,
): Promise<ProofOutcome> => {
  const email = await service.database.read((queries) => accountRepository.findEmail(queries, personId));
  const claim: Claim = {
    personId,
    subject: personId,
    email: email ?? personId,
    address: null,
    failed: 'failed to confirm a password',
  };
  return (await prove(service, claim, { password, code }, async () => null)).outcome;
};
