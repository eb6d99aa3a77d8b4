import { expect, test } from 'vitest';
import { definitionDifferences } from './definition-facts.ts';
import { exampleDefinition } from './testing/indicator-example.ts';

test('a change of data quality is told item by item', () => {
  const before = { ...exampleDefinition, dataQuality: { items: { source: 'Awards' }, standards: {} } };
  const after = {
    ...before,
    dataQuality: {
      items: { source: 'Reports' },
      standards: { validity: { answer: 'concern' as const, note: 'Counts visits.', assessedOn: '2022-03-01' } },
    },
  };
  expect(definitionDifferences(before, after)).toEqual([
    { term: 'Data quality, source of the data', before: 'Awards', after: 'Reports' },
    { term: 'Data quality, validity', before: 'not set', after: 'Concern; Counts visits.; March 1, 2022' },
  ]);
});
