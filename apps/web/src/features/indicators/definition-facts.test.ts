import { expect, test } from 'vitest';
import { definitionDifferences, definitionFacts, missingFacts } from './definition-facts.ts';
import { exampleDefinition } from './testing/indicator-example.ts';

const wordsOf = (term: string, more = {}) =>
  definitionFacts({ ...exampleDefinition, ...more }, 'International Programs (IP)').find((fact) => fact.term === term)
    ?.words;

test('the due date is said in words, by default and where it is set', () => {
  expect(wordsOf('Due')).toBe('November 30 of the same year');
  expect(wordsOf('Due', { periodBasis: 'calendar_year' })).toBe('July 31 of the year after');
  expect(wordsOf('Due', { dueRule: { yearsAfter: 1, month: 2, day: 15 } })).toBe(
    'February 15 of the year after (set for this indicator)',
  );
});

test('a computed indicator says of what it is worked out', () => {
  const computed = {
    kind: 'share',
    numerator: { indicator: '1.2-A', category: 'labor' },
    denominator: { indicator: '1.2-A' },
  } as const;
  expect(wordsOf('Worked out as', { computed })).toBe('labor of 1.2-A divided by 1.2-A, in percent');
});

test('baseline, tolerance and breakdowns carry their units and meaning', () => {
  expect(wordsOf('Baseline', { baseline: { value: '2180', period: 'FY 2017', source: 'Award reports' } })).toBe(
    '2,180 people (FY 2017; Award reports)',
  );
  expect(wordsOf('Direction', { direction: 'maintain', tolerance: '2' })).toBe('To be kept, within 2 either way');
  expect(
    wordsOf('Breakdowns', {
      disaggregations: [{ dimension: 'sex', categories: ['female', 'male'], sumsToTotal: true }],
    }),
  ).toBe('By sex: female, male (they add up to the total)');
});

test('what the sheet does not say is named', () => {
  const facts = definitionFacts({ ...exampleDefinition, owner: 'Program officer' }, 'IP');
  expect(missingFacts(facts)).toEqual(['collection', 'frequency', 'baseline', 'limitations']);
});

test('an earlier version is told by what the next one changed', () => {
  const later = { ...exampleDefinition, definition: 'People who completed a training, online or in person.' };
  expect(definitionDifferences(exampleDefinition, later)).toEqual([
    {
      term: 'What counts',
      before: 'People who completed a training.',
      after: 'People who completed a training, online or in person.',
    },
  ]);
  expect(definitionDifferences(exampleDefinition, exampleDefinition)).toEqual([]);
});
