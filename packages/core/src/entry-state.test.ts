import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryStateOf, entryTransitions, isDue, isReported, nextEntryState } from './entry-state.ts';
import { addDays } from './fiscal-year.ts';
import { isRefusal } from './refusal.ts';
import { entryActions, entryStates, recordedStates } from './vocabulary.ts';

const dueDay = '2020-11-30';
const facts = { recorded: null, hasValue: false, frozen: false, dueDay, today: '2020-11-30' } as const;

test('nothing entered is not due on the due day and not reported on the day after', () => {
  expect(entryStateOf(facts)).toBe('not_due');
  expect(entryStateOf({ ...facts, today: '2020-12-01' })).toBe('not_reported');
});

test('an emptied draft is nothing entered', () => {
  expect(entryStateOf({ ...facts, recorded: 'draft' })).toBe('not_due');
  expect(entryStateOf({ ...facts, recorded: 'draft', today: '2021-01-01' })).toBe('not_reported');
  expect(entryStateOf({ ...facts, recorded: 'draft', hasValue: true, today: '2021-01-01' })).toBe('draft');
});

test.each([
  ['approved', 'frozen'],
  ['submitted', 'frozen'],
  ['not_applicable', 'not_applicable'],
  ['returned', 'returned'],
  ['draft', 'draft'],
  [null, 'not_reported'],
] as const)('a final review shows a recorded %s as %s', (recorded, state) => {
  expect(entryStateOf({ recorded, hasValue: true, frozen: true, dueDay, today: '2021-03-01' })).toBe(state);
});

const anyFacts = fc.record({
  recorded: fc.constantFrom(null, ...recordedStates),
  hasValue: fc.boolean(),
  frozen: fc.boolean(),
  dueDay: fc.constant(dueDay),
  today: fc.integer({ min: -400, max: 400 }).map((days) => addDays(dueDay, days)),
});

test('every indicator-year has exactly one of the states', () => {
  fc.assert(fc.property(anyFacts, (any) => entryStates.filter((state) => state === entryStateOf(any)).length === 1));
});

test('what is reported is due, what is not applicable never', () => {
  fc.assert(
    fc.property(anyFacts, (any) => {
      const state = entryStateOf(any);
      if (isReported(state)) expect(isDue({ ...any, state })).toBe(true);
      if (state === 'not_applicable' || state === 'not_due') expect(isDue({ ...any, state })).toBe(false);
      if (state === 'not_reported') expect(isDue({ ...any, state })).toBe(true);
    }),
  );
});

test.each([
  ['draft', 'submitted', 'submitted'],
  ['returned', 'submitted', 'submitted'],
  ['submitted', 'entered', 'draft'],
  ['not_applicable', 'entered', 'draft'],
  ['submitted', 'approved', 'approved'],
  ['submitted', 'returned', 'returned'],
  ['approved', 'corrected', 'submitted'],
  ['not_reported', 'marked_not_applicable', 'not_applicable'],
  ['submitted', 'explained', 'submitted'],
  ['approved', 'explained', 'approved'],
  ['not_due', 'published', 'approved'],
  ['approved', 'restated', 'approved'],
] as const)('%s and then %s gives %s', (state, action, next) => {
  expect(nextEntryState(state, action)).toBe(next);
});

test.each([
  ['approved', 'entered', 'This value is approved; correct it and give a reason.'],
  ['draft', 'approved', 'Only a submitted value can be approved; this one is a draft: submit it first.'],
  ['not_due', 'submitted', 'There is no value to submit; nothing is entered yet: enter a value first.'],
  ['draft', 'corrected', 'Only an approved value is corrected; this one is a draft: enter the value instead.'],
] as const)('a value that is %s cannot be %s', (state, action, refused) => {
  expect(nextEntryState(state, action)).toEqual({ refused });
});

test('every state answers every action: by its table, or with a sentence; frozen lets nothing through', () => {
  for (const action of entryActions) {
    for (const state of entryStates) {
      const next = nextEntryState(state, action);
      expect(isRefusal(next)).toBe(!entryTransitions[action].from.includes(state));
      if (isRefusal(next)) expect(next.refused).toMatch(/^[A-Z].*\.$/);
      else expect(recordedStates).toContain(next);
    }
    expect(nextEntryState('frozen', action)).toHaveProperty('refused');
  }
});
