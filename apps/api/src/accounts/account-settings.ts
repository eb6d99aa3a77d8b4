import { ConfigurationError } from '../configuration-error.ts';
import { DomainError } from '../domain-error.ts';

export type AccountSettings = {
  /** Whether people sign in with a password of this service; off where single sign-on alone lets people in. */
  readonly local: boolean;
  /** How long an invitation can be accepted. */
  readonly invitationDays: number;
  /** Whether everybody with a password needs a second factor. */
  readonly secondFactorRequired: boolean;
};

const choiceOf = <const T extends string>(name: string, text: string | undefined, choices: readonly [T, T]): T => {
  const known = choices.find((each) => each === (text ?? choices[0]));
  if (known === undefined) throw new ConfigurationError(`${name} is "${text}": set it to ${choices.join(' or ')}.`);
  return known;
};

const daysOf = (text = '7'): number => {
  if (!/^[1-9]\d?$/.test(text)) {
    throw new ConfigurationError(`FBS_INVITATION_DAYS is "${text}": set it to a number of days, from 1 to 99.`);
  }
  return Number(text);
};

/** @throws ConfigurationError */
export const readAccountSettings = (environment: Readonly<Record<string, string | undefined>>): AccountSettings => ({
  local: choiceOf('FBS_LOCAL_ACCOUNTS', environment.FBS_LOCAL_ACCOUNTS || undefined, ['on', 'off']) === 'on',
  invitationDays: daysOf(environment.FBS_INVITATION_DAYS || undefined),
  secondFactorRequired:
    choiceOf('FBS_SECOND_FACTOR', environment.FBS_SECOND_FACTOR || undefined, ['optional', 'required']) === 'required',
});

/** @throws DomainError not_allowed, where single sign-on alone lets people in */
export const requireLocalAccounts = ({ accounts }: { readonly accounts: AccountSettings }): void => {
  if (accounts.local) return;
  throw new DomainError('not_allowed', 'Passwords are switched off here: sign in with single sign-on.');
};
