import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ComparedRow,
  comparisonSentence,
  measuresChanged,
  ratingMoveOf,
  restatementsOf,
  type SideFacts,
  sideChangesOf,
  type TargetStep,
  targetRevisionsOf,
  type ValueStep,
} from './side-by-side.ts';
import { exampleDefinition } from './testing/example-definition.ts';
import { ratings, recordedStates } from './vocabulary.ts';

const step = (change: Partial<ValueStep>): ValueStep => ({
  state: 'approved',
  value: '10',
  reason: null,
  person: 'Priya Nair',
  at: '2021-01-01T00:00:00.000Z',
  illustrative: false,
  ...change,
});

describe('a rating', () => {
  test.each([
    ['below_target', 'on_target', 'rating_rose'],
    ['below_target', 'improved_target_not_met', 'rating_rose'],
    ['above_target', 'on_target', 'rating_fell'],
    ['not_rated', 'below_target', 'newly_rated'],
    ['on_target', 'not_rated', 'no_longer_rated'],
    ['on_target', 'on_target', null],
    ['not_rated', 'not_rated', null],
  ] as const)('from %s to %s: %s', (before, after, move) => {
    expect(ratingMoveOf(before, after)).toBe(move);
  });

  test('that rose one way fell the other way', () => {
    const rating = fc.constantFrom(...ratings);
    const opposite = {
      rating_rose: 'rating_fell',
      rating_fell: 'rating_rose',
      newly_rated: 'no_longer_rated',
      no_longer_rated: 'newly_rated',
    } as Record<string, string>;
    fc.assert(
      fc.property(rating, rating, (a, b) => {
        const move = ratingMoveOf(a, b);
        expect(ratingMoveOf(b, a)).toBe(move === null ? null : opposite[move]);
      }),
    );
  });
});

describe('a figure is restated', () => {
  test('when it had been approved and another one replaces it, with the reason of the correction', () => {
    const steps = [
      step({ state: 'draft', value: '8' }),
      step({ state: 'submitted', value: '9' }),
      step({ value: '9' }),
      step({ state: 'submitted', value: '10', reason: 'Digits swapped', at: '2021-02-01T00:00:00.000Z' }),
      step({ value: '10', person: 'Rosa Lindqvist' }),
    ];
    expect(restatementsOf(steps)).toEqual([
      {
        before: '9',
        after: '10',
        reason: 'Digits swapped',
        person: 'Priya Nair',
        at: '2021-02-01T00:00:00.000Z',
        illustrative: false,
      },
    ]);
  });

  test('not before it was approved, not by a draft, and not by the same figure written otherwise', () => {
    expect(restatementsOf([step({ state: 'submitted', value: '9' }), step({ state: 'submitted' }), step({})])).toEqual(
      [],
    );
    expect(restatementsOf([step({}), step({ state: 'returned', value: '11' })])).toEqual([]);
    expect(restatementsOf([step({ value: '10' }), step({ value: '10.0' })])).toEqual([]);
  });

  test('again where a correction came back, with the reason that was given for it', () => {
    const found = restatementsOf([
      step({ value: '9' }),
      step({ state: 'submitted', value: '12', reason: 'Late report' }),
      step({ state: 'returned', value: '12' }),
      step({ state: 'submitted', value: '11' }),
      step({ value: '11' }),
    ]);
    expect(found.map(({ before, after, reason }) => [before, after, reason])).toEqual([
      ['9', '12', 'Late report'],
      ['12', '11', 'Late report'],
    ]);
  });

  test('so that the restatements lead from the first approved figure to the last reported one', () => {
    const steps = fc.array(
      fc.record({ state: fc.constantFrom(...recordedStates), value: fc.option(fc.constantFrom('1', '2', '3')) }),
    );
    fc.assert(
      fc.property(steps, (drawn) => {
        const found = restatementsOf(drawn.map(step));
        for (const [index, { before, after }] of found.entries()) {
          expect(before).not.toBe(after);
          if (index > 0) expect(before).toBe(found[index - 1]?.after);
        }
        const reported = drawn.filter(({ state, value }) => /approved|submitted/.test(state) && value !== null);
        if (found.length > 0) expect(found.at(-1)?.after).toBe(reported.at(-1)?.value);
      }),
    );
  });
});

const targetStep = (value: string | null, change: Partial<TargetStep> = {}): TargetStep => ({
  value,
  low: null,
  high: null,
  noTargetReason: null,
  reason: null,
  afterResult: false,
  person: 'Jonah Reyes',
  at: '2021-01-01T00:00:00.000Z',
  illustrative: false,
  ...change,
});

test('a target is set once, and revised when its figure changes', () => {
  const found = targetRevisionsOf([targetStep('10'), targetStep('10'), targetStep('8', { afterResult: true })]);
  expect(found.map(({ before, after, afterResult }) => [before?.value, after.value, afterResult])).toEqual([
    [undefined, '10', false],
    ['10', '8', true],
  ]);
});

test('a new owner changes nothing of what is measured; another unit does', () => {
  const before = exampleDefinition();
  expect(measuresChanged(before, exampleDefinition({ owner: 'Priya Nair', name: 'Renamed' }))).toEqual([]);
  expect(measuresChanged(before, exampleDefinition({ unit: 'cases', tolerance: '2' }))).toEqual(['unit', 'tolerance']);
});

const sides = (change: Partial<SideFacts>): SideFacts => ({
  kind: 'years',
  from: { state: 'approved', value: '9', text: null, rating: 'on_target' },
  to: { state: 'approved', value: '10', text: null, rating: 'on_target' },
  restatements: 0,
  revisions: [],
  definitionChanged: false,
  ...change,
});

describe('what is different', () => {
  const same = { state: 'frozen', value: '9', text: null, rating: 'on_target' } as const;
  const missing = { state: 'not_reported', value: null, text: null, rating: 'not_rated' } as const;
  test.each([
    ['nothing', sides({ to: same }), []],
    ['two years have two figures', sides({}), ['value_changed']],
    ['another figure of the same year on a later day', sides({ kind: 'days' }), ['restated']],
    ['a figure came', sides({ from: missing }), ['newly_rated', 'newly_reported']],
    ['a figure went', sides({ to: missing }), ['no_longer_rated', 'no_longer_reported']],
    ['a draft is no figure', sides({ from: missing, to: { ...missing, state: 'draft', value: '4' } }), []],
    ['an indicator came', sides({ from: null, to: missing }), ['added']],
    ['an indicator was retired', sides({ from: missing, to: null }), ['retired']],
    [
      'a target was revised when the result was known',
      sides({ to: same, revisions: [{ before: { value: '8', low: null, high: null }, afterResult: true }] }),
      ['target_revised_after_result'],
    ],
    ['a target was set', sides({ to: same, revisions: [{ before: null, afterResult: false }] }), ['target_set']],
    ['the definition changed', sides({ to: same, definitionChanged: true }), ['definition_changed']],
  ] as const)('%s', (_name, facts, changes) => {
    expect(sideChangesOf(facts)).toEqual(changes);
  });
});

describe('the sentence', () => {
  const row = (...changes: ComparedRow['changes']): ComparedRow => ({ changes, difference: { meaning: 'good' } });
  const years = { kind: 'years', from: 'FY 2021', to: 'FY 2022' } as const;
  const days = { ...years, kind: 'days' } as const;
  test.each([
    [[], years, 'Nothing changed.'],
    [[row('rating_rose'), row('rating_rose'), row('rating_fell')], days, '2 ratings rose and 1 fell.'],
    [[row('rating_fell', 'restated')], days, '1 rating fell and 1 figure was restated.'],
    [
      [row('newly_rated'), row('no_longer_rated'), row('value_changed')],
      years,
      '1 indicator is rated only in FY 2022, 1 is rated only in FY 2021 and 1 figure is better.',
    ],
    [[row('newly_reported', 'target_set')], days, '1 figure is newly reported and 1 target was set.'],
    [[row('target_revised_after_result')], years, '1 target was revised (after the result was known).'],
    [
      [row('target_revised_after_result'), row('target_revised'), row('definition_changed')],
      years,
      '2 targets were revised (1 of them after the result was known) and 1 definition changed.',
    ],
  ] as const)('%#', (rows, labels, sentence) => {
    expect(comparisonSentence(rows, labels)).toBe(sentence);
  });
});
