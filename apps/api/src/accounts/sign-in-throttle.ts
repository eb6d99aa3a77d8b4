import { createHash } from 'node:crypto';
import { failuresNow, type Instant, type SignInDelay, secondsToWait, signInDelays, waitSentence } from '@fbs/core';
import { accountRepository, type Queries } from '@fbs/db';
import { DomainError } from '../domain-error.ts';
import { networkOf } from '../network-of.ts';

type Slowed = { readonly kind: SignInDelay; readonly key: string };

/** The name of what is slowed down; nothing that was typed can be read from it. */
const keyOf = (kind: SignInDelay, text: string): Slowed => ({
  kind,
  key: createHash('sha256').update(`${kind}:${text}`).digest('base64url'),
});

export const accountKey = (email: string): Slowed => keyOf('account', email);

export const addressKey = (address: string): Slowed => keyOf('address', networkOf(address));

/** The longest that anything is remembered. */
const remembered = (now: Instant): Instant =>
  new Date(Date.parse(now) - signInDelays.account.forgotten * 3_600_000).toISOString();

/** @throws DomainError too_many_requests, with the seconds to wait */
export const refuseTooEarly = async (queries: Queries, all: readonly Slowed[], now: Instant): Promise<void> => {
  let wait = 0;
  for (const { kind, key } of all) {
    wait = Math.max(wait, secondsToWait(kind, await accountRepository.findFailures(queries, key), now));
  }
  if (wait > 0) throw new DomainError('too_many_requests', waitSentence(wait), { retryAfter: wait });
};

export const countFailure = async (queries: Queries, { kind, key }: Slowed, now: Instant): Promise<void> => {
  const count = failuresNow(kind, await accountRepository.findFailures(queries, key), now) + 1;
  await accountRepository.setFailures(queries, key, { count, lastAt: now, since: remembered(now) });
};

const lower = async (queries: Queries, { key }: Slowed, count: (before: number) => number, now: Instant) => {
  const failures = await accountRepository.findFailures(queries, key);
  if (failures === null) return;
  const left = count(failures.count);
  if (left <= 0) return accountRepository.forgetFailures(queries, key);
  return accountRepository.setFailures(queries, key, { ...failures, count: left, since: remembered(now) });
};

/** What was counted in advance turned out to be none. */
export const takeBackFailure = (queries: Queries, slowed: Slowed, now: Instant): Promise<void> =>
  lower(queries, slowed, (count) => count - 1, now);

/** Somebody came in from there: a whole office may share the address, and mistypes now and then. */
export const halveFailures = (queries: Queries, slowed: Slowed, now: Instant): Promise<void> =>
  lower(queries, slowed, (count) => Math.floor(count / 2), now);
