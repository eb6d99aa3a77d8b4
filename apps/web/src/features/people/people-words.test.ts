import { expect, test } from 'vitest';
import type { PersonEntry } from './people-queries.ts';
import { differing, narrowed, standingOf, wordsOf } from './people-words.ts';

const ana: PersonEntry = {
  ...{ id: 'a', name: 'Ana Lopez', title: 'Analyst', email: 'ana@example.gov', section: 'IP', roles: ['contributor'] },
  ...{ active: true, entered: true, lastSignIn: null, password: true, secondFactor: false, link: null },
  ...{ lastAdministrator: false, version: 1 },
};
const bo: PersonEntry = {
  ...ana,
  id: 'b',
  name: 'Bo Chen',
  title: '',
  email: null,
  section: null,
  roles: ['reviewer'],
  entered: false,
};
const cy: PersonEntry = { ...bo, id: 'c', name: 'Cy Ito', active: false };

test('somebody who has not been in is invited, and whoever is disabled is that first of all', () => {
  expect([ana, bo, cy].map(standingOf)).toEqual(['active', 'invited', 'disabled']);
});

test.each([
  ['', '', ['a', 'b', 'c']],
  ['LOPEZ', '', ['a']],
  ['ana contributor', '', ['a']],
  ['ana reviewer', '', []],
  ['reviewer', 'invited', ['b']],
  ['', 'disabled', ['c']],
] as const)('the words "%s" and the account "%s" leave %j', (words, standing, ids) => {
  expect(narrowed([ana, bo, cy], { words, standing }).map(({ id }) => id)).toEqual(ids);
});

test('where somebody else was faster, it says how a person stands now and not what both agree on', () => {
  const typed = { ...wordsOf(ana), title: 'Senior analyst', roles: ['viewer' as const, 'contributor' as const] };
  const theirs = wordsOf({ ...ana, title: '', section: null, roles: ['contributor', 'viewer'] });
  expect(differing(typed, theirs)).toEqual(['Title: none', 'Section: none']);
  expect(differing(typed, wordsOf(ana))).toEqual(['Title: Analyst', 'Roles: Contributor']);
  expect(differing(typed, typed)).toEqual([]);
});
