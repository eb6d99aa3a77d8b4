import { expect, it } from 'vitest';
import { createPasswordHasher } from './password-hasher.ts';

const cheap = { cost: { memoryCost: 8, timeCost: 1 } };

it('keeps argon2id with 19 MiB and two passes, never the password', async () => {
  const hash = await createPasswordHasher().hash('violet kettle under nine bridges');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(hash).not.toContain('violet');
});

it('finds a password again however its accents were typed, and no other', async () => {
  const hasher = createPasswordHasher(cheap);
  const hash = await hasher.hash('caf\u00e9 unter neun Br\u00fccken');
  expect(await hasher.matches(hash, 'cafe\u0301 unter neun Bru\u0308cken')).toBe(true);
  expect(await hasher.matches(hash, 'cafe unter neun Brucken')).toBe(false);
  expect(await hasher.matches(null, 'the password of nobody')).toBe(false);
  expect(await hasher.hash('the same')).not.toBe(await hasher.hash('the same'));
});

it.each(['\ud800'.repeat(20), '\u0000'.repeat(20), '\ufdfa'.repeat(128), '🌵'.repeat(64)])(
  'takes any text: %j',
  async (text) => {
    const hasher = createPasswordHasher(cheap);
    expect(await hasher.matches(await hasher.hash(text), text)).toBe(true);
  },
);

it('does all of many at once, and says so where there are too many', async () => {
  const hasher = createPasswordHasher({ ...cheap, atOnce: 1, mostWaiting: 3 });
  const asked = await Promise.allSettled(Array.from({ length: 6 }, () => hasher.hash('one of many')));
  expect(asked.map(({ status }) => status)).toEqual([
    ...['fulfilled', 'fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'rejected'],
  ]);
  expect(asked[5]).toMatchObject({ reason: { code: 'unavailable' } });
  expect(await hasher.hash('afterwards')).toContain('$argon2id$');
});
