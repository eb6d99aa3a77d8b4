import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Instant } from '@fbs/core';
import type { Attempt } from './identity-provider.ts';
import type { SingleSignOnSettings } from './single-sign-on-settings.ts';

/** A sign-in that is under way, as the browser carries it until it comes back. */
export type KeptAttempt = Attempt & {
  /** Where the person was going; null: nowhere in particular. */
  readonly returnTo: string | null;
  /** Somebody who is signed in shows that it is still them. */
  readonly proves: boolean;
  /** The session that the browser had; the cookie of it does not come along from the provider. */
  readonly sessionId: string | null;
  readonly until: Instant;
};

const algorithm = 'aes-256-gcm';
const [nonceBytes, tagBytes] = [12, 16];

/** Every process of the service knows the key, and nobody else: it comes from what the provider and the service share. */
const keyOf = ({ clientSecret, issuer }: SingleSignOnSettings): Buffer =>
  Buffer.from(hkdfSync('sha256', clientSecret, 'fbs single sign-on', issuer, 32));

/** Neither readable nor changeable for who carries it. */
export const sealAttempt = (settings: SingleSignOnSettings, attempt: KeptAttempt): string => {
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv(algorithm, keyOf(settings), nonce);
  const sealed = Buffer.concat([cipher.update(JSON.stringify(attempt), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
};

/** null: not sealed here, or changed since. */
export const openAttempt = (settings: SingleSignOnSettings, text: string): KeptAttempt | null => {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length < nonceBytes + tagBytes) return null;
  try {
    const decipher = createDecipheriv(algorithm, keyOf(settings), bytes.subarray(0, nonceBytes));
    decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const opened = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
    // what opens was sealed here, so it is what it was
    return JSON.parse(opened.toString('utf8')) as KeptAttempt;
  } catch {
    return null;
  }
};
