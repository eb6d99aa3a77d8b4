import { passwordRefusal, preparedPassword } from '@fbs/core';
import { DomainError } from '../domain-error.ts';
import { isLeaked } from './leaked-passwords.ts';

type Use = { readonly secondFactor: boolean; readonly owner: { readonly name: string; readonly email: string } };

const leaked =
  'This password was stolen somewhere before, so guessers try it early. Use a few words that do not belong together.';

/** @throws DomainError invalid, with what to do instead */
export const checkPassword = (password: string, use: Use): void => {
  const refusal = passwordRefusal(password, use) ?? (isLeaked(preparedPassword(password)) ? leaked : null);
  if (refusal === null) return;
  throw new DomainError('invalid', refusal, { errors: [{ pointer: '/password', detail: refusal }] });
};

/** @throws DomainError invalid */
export const refuseCode = (
  detail = 'The code is not right: type the one that the app shows now. Each works once.',
): never => {
  throw new DomainError('invalid', detail, { errors: [{ pointer: '/code', detail }] });
};
