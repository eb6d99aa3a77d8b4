import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Instant } from '@fbs/core';

/** Codes of an app by RFC 6238: six digits, a new one every 30 seconds, HMAC-SHA-1, which every app can. */
const stepSeconds = 30;
const digits = 6;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Base32 (RFC 4648) without padding, as apps take it. */
export const base32Of = (bytes: Uint8Array): string => {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => letters[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
};

const bytesOf = (base32: string): Buffer => {
  const bits = [...base32].map((letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/** As long as the hash, as the RFC asks. */
export const newSecret = (): string => base32Of(randomBytes(20));

export const stepAt = (now: Instant): number => Math.floor(Date.parse(now) / 1000 / stepSeconds);

export const codeAt = (secret: string, step: number): string => {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 10 ** digits).padStart(digits, '0');
};

const isSame = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * The step that a code belongs to: this one, or one before or after for clocks that differ. Only steps later than the
 * last that was used count, so that a code that somebody saw opens nothing a second time. null: not a code of now.
 */
export const stepOfCode = (
  { secret, lastStep }: { readonly secret: string; readonly lastStep: number },
  code: string,
  now: Instant,
): number | null => {
  const typed = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(typed)) return null;
  const fitting = [-1, 0, 1].map((away) => stepAt(now) + away).filter((step) => isSame(codeAt(secret, step), typed));
  return fitting.find((step) => step > lastStep) ?? null;
};

/** What a QR code says to an app. */
export const keyAddress = (secret: string, email: string): string => {
  const issuer = 'FBS Performance';
  const query = new URLSearchParams({ secret, issuer, algorithm: 'SHA1', digits: '6', period: '30' });
  return `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(email)}?${String(query).replaceAll('+', '%20')}`;
};
