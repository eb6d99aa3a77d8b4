import { expect, it } from 'vitest';
import { base32Of, codeAt, keyAddress, newSecret, stepAt, stepOfCode } from './time-codes.ts';

const secret = base32Of(Buffer.from('12345678901234567890'));
const at = (seconds: number) => new Date(seconds * 1000).toISOString();

// RFC 6238, appendix B, for SHA-1; its eight digits end in our six
it.each([
  [59, '94287082'],
  [1111111109, '07081804'],
  [1111111111, '14050471'],
  [1234567890, '89005924'],
  [2000000000, '69279037'],
  [20000000000, '65353130'],
])('at %i seconds an app shows the end of %s', (seconds, digits) => {
  expect(codeAt(secret, stepAt(at(seconds)))).toBe(digits.slice(2));
});

// RFC 4648, section 10
it.each([
  ['f', 'MY'],
  ['fo', 'MZXQ'],
  ['foobar', 'MZXW6YTBOI'],
])('writes %s as %s', (text, base32) => {
  expect(base32Of(Buffer.from(text))).toBe(base32);
});

it('takes a code of now and of the step before and after, each step once', () => {
  const now = at(1234567890);
  const step = stepAt(now);
  expect(stepOfCode({ secret, lastStep: 0 }, ' 005 924 ', now)).toBe(step);
  for (const away of [-1, 0, 1]) {
    expect(stepOfCode({ secret, lastStep: 0 }, codeAt(secret, step + away), now)).toBe(step + away);
  }
  for (const away of [-2, 2]) expect(stepOfCode({ secret, lastStep: 0 }, codeAt(secret, step + away), now)).toBeNull();
  expect(stepOfCode({ secret, lastStep: step }, codeAt(secret, step), now)).toBeNull();
  expect(stepOfCode({ secret, lastStep: step }, codeAt(secret, step - 1), now)).toBeNull();
  expect(stepOfCode({ secret, lastStep: step }, codeAt(secret, step + 1), now)).toBe(step + 1);
});

it.each(['', '00592', '0059245', 'abcdef', '00592４', 'null'])('takes "%s" for no code', (text) => {
  expect(stepOfCode({ secret, lastStep: 0 }, text, at(1234567890))).toBeNull();
});

it('makes secrets of 160 bits, and says them in the way of apps', () => {
  expect(newSecret()).toMatch(/^[A-Z2-7]{32}$/);
  expect(newSecret()).not.toBe(newSecret());
  const address = new URL(keyAddress(secret, 'ada+x@example.gov'));
  expect(address.href).toMatch(/^otpauth:\/\/totp\/FBS%20Performance:ada%2Bx%40example.gov\?secret=/);
  expect(Object.fromEntries(address.searchParams)).toEqual({
    ...{ secret, issuer: 'FBS Performance', algorithm: 'SHA1', digits: '6', period: '30' },
  });
});
