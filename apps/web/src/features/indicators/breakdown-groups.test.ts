import { expect, test } from 'vitest';
import { breakdownGroups } from './breakdown-groups.ts';

const people = { kind: 'number', decimals: 0, unit: 'people' } as const;
const bySex = { dimension: 'sex', categories: ['female', 'male'], sumsToTotal: true };
const byType = { dimension: 'trafficking type', categories: ['labor'], sumsToTotal: false };

test('categories are grouped by dimension, with their share of the value', () => {
  const rows = [
    { dimension: 'sex', category: 'female', value: '5975' },
    { dimension: 'sex', category: 'male', value: '2930' },
  ];
  expect(breakdownGroups(rows, '8905', [bySex], people)).toEqual([
    {
      dimension: 'sex',
      sums: true,
      lines: [
        { category: 'female', figure: '5,975', share: '67.1%', length: 67.1 },
        { category: 'male', figure: '2,930', share: '32.9%', length: 32.9 },
      ],
    },
  ]);
});

test('a part of the total is not said to add up to it', () => {
  const rows = [{ dimension: 'trafficking type', category: 'labor', value: '1115' }];
  expect(breakdownGroups(rows, '9876', [byType], people)[0]).toMatchObject({ sums: false });
});

test('without a total, or with a total of 0, there is no share', () => {
  const rows = [{ dimension: 'sex', category: 'female', value: '3' }];
  expect(breakdownGroups(rows, null, [bySex], people)[0]?.lines[0]).toMatchObject({ share: null, length: 0 });
  expect(breakdownGroups(rows, '0', [bySex], people)[0]?.lines[0]).toMatchObject({ share: null, length: 0 });
});

test('a share above the whole is said as it is, while its bar ends at the frame', () => {
  const rows = [{ dimension: 'sex', category: 'female', value: '15' }];
  expect(breakdownGroups(rows, '10', [bySex], people)[0]?.lines[0]).toMatchObject({ share: '150.0%', length: 100 });
});

test('a dimension that the definition no longer names is still shown', () => {
  const rows = [{ dimension: 'country', category: 'Ghana', value: '2' }];
  expect(breakdownGroups(rows, '4', [bySex], people).map(({ dimension }) => dimension)).toEqual(['country']);
});
