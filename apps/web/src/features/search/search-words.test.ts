import { describe, expect, test } from 'vitest';
import type { SearchResult } from './search-queries.ts';
import { circumstancesOf, codeOf, destinationOf, sayFound, whyNotAsked } from './search-words.ts';

const result = (more: Partial<SearchResult> = {}): SearchResult => ({
  code: null,
  title: [],
  excerpt: [],
  year: null,
  indicator: null,
  framework: null,
  objective: null,
  person: null,
  at: null,
  illustrative: false,
  draft: false,
  ...more,
});

describe('a result', () => {
  test.each([
    ['indicator', result({ code: '1.2-D' }), { to: '/indicators/$code', params: { code: '1.2-D' } }],
    ['objective', result({ code: '1.2' }), { to: '/objectives/$code', params: { code: '1.2' } }],
    ['goal', result({ code: '1' }), { to: '/goals/$code', params: { code: '1' } }],
    [
      'element',
      result({ code: '1.3', framework: 'JSP' }),
      { to: '/linkages/$framework/$element', params: { framework: 'JSP', element: '1.3' } },
    ],
    [
      'comment',
      result({ indicator: '1.2-D', year: 2022 }),
      { to: '/indicators/$code', params: { code: '1.2-D' }, search: { year: 2022 } },
    ],
    ['review', result({ year: 2021 }), { to: '/reviews/$year', params: { year: '2021' } }],
    [
      'review_section',
      result({ year: 2021, objective: '2.1' }),
      { to: '/reviews/$year', params: { year: '2021' }, search: { objective: '2.1' } },
    ],
    ['person', result(), null],
  ] as const)('of kind %s leads to its place', (kind, found, destination) => {
    expect(destinationOf(kind, found)).toEqual(destination);
  });

  test('says to what, when and whom it belongs', () => {
    const comment = result({ indicator: '1.2-D', year: 2022, person: 'Priya Nair', at: '2022-12-01T10:00:00Z' });
    expect([codeOf(comment), circumstancesOf(comment)]).toEqual(['1.2-D', 'FY 2022, Priya Nair, Dec. 1, 2022']);
    expect(circumstancesOf(result({ year: 2022, draft: true }))).toBe('FY 2022, not submitted');
    expect(codeOf(result({ code: '1.3', framework: 'JSP' }))).toBeNull();
  });
});

test.each([
  ['', 'Type a code such as 1.2-D, a word or a name.'],
  ['  ', 'Type a code such as 1.2-D, a word or a name.'],
  ['\u{1F642} --', 'Type at least one letter or digit.'],
  ['x'.repeat(201), 'Search for up to 200 characters: shorten what you look for.'],
  ['x', null],
])('for %j it is said what to type', (q, why) => {
  expect(whyNotAsked(q)).toBe(why);
});

test('what was found is counted in words', () => {
  const group = { kind: 'person', count: 1, results: [] } as const;
  expect(sayFound({ total: 0, groups: [], narrowed: false })).toBe('Nothing found');
  expect(sayFound({ total: 1, groups: [group], narrowed: false })).toBe('1 result in People');
  const two = { total: 4, groups: [group, { ...group, kind: 'note', count: 3 }] } as const;
  expect(sayFound({ ...two, narrowed: false })).toBe('4 results in 2 kinds');
  expect(sayFound({ ...two, narrowed: true })).toMatch(/^4 results in 2 kinds\. These words stand nearly everywhere/);
});
