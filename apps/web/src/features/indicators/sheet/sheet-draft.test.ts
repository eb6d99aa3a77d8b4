import type { IndicatorDefinition } from '@fbs/core';
import { expect, test } from 'vitest';
import { exampleDefinition } from '../testing/indicator-example.ts';
import { definitionOf, draftOf, emptyDraft, type SheetDraft } from './sheet-draft.ts';

const place = { objective: '1.1', code: '1.1-E' };
const full: IndicatorDefinition = {
  ...exampleDefinition,
  direction: 'maintain',
  tolerance: '1.5',
  accumulation: 'cumulative',
  cumulativeSince: '2017-10-01',
  owner: 'Grants desk',
  collectionMethod: 'Added up by hand.',
  frequency: 'Yearly',
  dueRule: { yearsAfter: 1, month: 2, day: 28 },
  limitations: 'Counts visits.',
  disaggregations: [{ dimension: 'sex', categories: ['female', 'male'], sumsToTotal: true }],
  reference: { vocabulary: 'Standard foreign assistance indicators', code: 'PS.5.1-28' },
  baseline: { value: '3420', period: 'FY 2017', source: 'Award reports' },
  dataQuality: {
    items: { verified_how: 'Two officers compare.' },
    standards: { validity: { answer: 'not_assessed', note: 'Planned.', assessedOn: '2022-03-01' } },
  },
};
const share: IndicatorDefinition = {
  ...exampleDefinition,
  kind: 'percent',
  computed: {
    kind: 'share',
    numerator: { indicator: '1.2-A', category: 'labor' },
    denominator: { indicator: '1.2-A' },
  },
};
const measured: IndicatorDefinition = { ...exampleDefinition, kind: 'percent', computed: { kind: 'targets_set' } };

test.each([
  ['a short one', exampleDefinition],
  ['a full one', full],
  ['a share', share],
  ['one that the product measures', measured],
])('a definition comes out of the form as it went in: %s', (_what, definition) => {
  expect(definitionOf(draftOf(definition, place))).toEqual(definition);
});

const draft = (changes: Partial<SheetDraft>): IndicatorDefinition =>
  definitionOf({ ...draftOf(full, place), ...changes });

test('what does not apply to the other answers is left out', () => {
  expect(draft({ direction: 'increase' }).tolerance).toBeNull();
  expect(draft({ accumulation: 'annual' }).cumulativeSince).toBeNull();
  expect(draft({ hasOwnDueDate: false }).dueRule).toBeNull();
  expect(draft({ kind: 'milestone', decimals: '2' })).toMatchObject({ decimals: 0, baseline: null });
  expect(draft({ origin: 'targets_set' })).toMatchObject({ disaggregations: [], computed: { kind: 'targets_set' } });
});

test('figures are read with their commas, and what is no number stays as it was typed', () => {
  expect(draft({ baselineValue: ' 1,234,567.50 ' }).baseline?.value).toBe('1234567.5');
  expect(draft({ baselineValue: '1,5' }).baseline?.value).toBe('1,5');
  expect(draft({ tolerance: '007' }).tolerance).toBe('7');
});

test('spaces and empty lines are nothing', () => {
  expect(draft({ owner: '  ', baselineValue: ' ', baselinePeriod: '', baselineSource: '' })).toMatchObject({
    owner: null,
    baseline: null,
  });
  expect(
    draft({ breakdowns: [{ dimension: ' age ', categories: 'adult\n\n minor ', sumsToTotal: false }] }),
  ).toMatchObject({
    disaggregations: [{ dimension: 'age', categories: ['adult', 'minor'], sumsToTotal: false }],
  });
});

test('an empty sheet is proposed and counts the fiscal year', () => {
  expect(definitionOf(emptyDraft(place))).toMatchObject({
    status: 'proposed',
    periodBasis: 'fiscal_year',
    section: '',
  });
});
