import { expect, it } from 'vitest';
import { linkExpiry, linkRefusal } from './account-link.ts';

const now = '2026-01-15T15:00:00.000Z';

it.each([
  ['set_up', '2026-01-15T15:30:00.000Z'],
  ['invitation', '2026-01-22T15:00:00.000Z'],
  ['password_reset', '2026-01-16T15:00:00.000Z'],
] as const)('a link of the kind %s ends at %s', (kind, expiresAt) => {
  expect(linkExpiry(kind, now, 7)).toBe(expiresAt);
});

it('a link is good until it was used or has expired, and then says what to do', () => {
  const link = { kind: 'invitation', expiresAt: '2026-01-15T15:00:01.000Z', endedAt: null } as const;
  expect(linkRefusal(link, now)).toBeNull();
  expect(linkRefusal({ ...link, expiresAt: now }, now)).toMatch(/has expired.*ask an administrator for a new one/);
  expect(linkRefusal({ ...link, endedAt: now }, now)).toMatch(/was used, or replaced/);
  expect(linkRefusal({ ...link, kind: 'set_up', expiresAt: now }, now)).toMatch(/Start the service again/);
  expect(linkRefusal(undefined, now)).toMatch(/not known/);
});
