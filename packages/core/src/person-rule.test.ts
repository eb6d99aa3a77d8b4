import { expect, it } from 'vitest';
import { findInPerson, isLastAdministrator, preparedEmail, preparedName } from './person-rule.ts';

const check = { sections: ['IP', 'RPA'], needsEmail: true };
const person = { name: 'Ana', title: '', email: 'ana@example.gov', section: null, roles: ['viewer'] } as const;

it.each([
  ['nothing', {}, []],
  ['a name', { name: ' ' }, ['/name']],
  ['a name in one line', { name: 'Ana\nBcc: all@example.gov' }, ['/name']],
  ['a name that turns nothing around', { name: 'Ana \u202egro' }, ['/name']],
  ['a title without signs that nobody sees', { title: 'Chief\u0000' }, ['/title']],
  ['an address', { email: null }, ['/email']],
  ['an address without signs that nobody sees', { email: 'a\u0000na@example.gov' }, ['/email']],
  ['a whole address', { email: 'ana@' }, ['/email']],
  ['an address without a name around it', { email: 'Ana <ana@example.gov>' }, ['/email']],
  ['a role', { roles: [] }, ['/roles']],
  ['a section that there is', { section: 'XX' }, ['/section']],
  ['a section for a contributor', { roles: ['contributor' as const] }, ['/section']],
] as const)('a person lacks %s', (_what, change, pointers) => {
  expect(findInPerson({ ...person, ...change }, check).map(({ pointer }) => pointer)).toEqual(pointers);
});

it('an address is the same in capitals and with spaces around it', () => {
  expect(preparedEmail(' Ana@Example.GOV ')).toBe('ana@example.gov');
});

it.each([
  [' Lea\n Ortiz\u202e ', 'Lea Ortiz'],
  ['\u0000\u2066 \n', null],
  ['😀'.repeat(300), '😀'.repeat(100)],
])('a name of somebody else’s records is kept as one line: %j', (given, kept) => {
  expect(preparedName(given)).toBe(kept);
});

it('the last administrator is the only one who is active and has been in', () => {
  const first = { id: 'a', active: true, roles: ['administrator'] as const, entered: true };
  expect(isLastAdministrator('a', [first])).toBe(true);
  expect(isLastAdministrator('a', [first, { ...first, id: 'b' }])).toBe(false);
  expect(isLastAdministrator('a', [first, { ...first, id: 'b', entered: false }])).toBe(true);
  expect(isLastAdministrator('a', [first, { ...first, id: 'b', active: false }])).toBe(true);
  expect(isLastAdministrator('a', [first, { ...first, id: 'b', roles: ['viewer'] }])).toBe(true);
  expect(isLastAdministrator('b', [first, { ...first, id: 'b', roles: ['viewer'] }])).toBe(false);
});
