import { createHash, randomBytes } from 'node:crypto';
import { base32Of } from './time-codes.ts';

/** Of what chance made and nobody can guess, so that a plain hash keeps it safe. */
export const hashOfSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

/** For an address: 256 bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

const count = 10;

/** 120 bits each, in groups that can be read aloud: "K7QM-...". */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: count }, () => (base32Of(randomBytes(15)).match(/.{4}/g) ?? []).join('-'));

/** As it was made, however it was typed. */
export const hashOfRecoveryCode = (typed: string): string =>
  hashOfSecret(
    typed
      .toUpperCase()
      .replace(/[^A-Z0-9]/g, '')
      .replaceAll('0', 'O')
      .replaceAll('1', 'I')
      .replaceAll('8', 'B'),
  );
