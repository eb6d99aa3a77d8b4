import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entryStateOf, isDue } from './entry-state.ts';
import { addDays } from './fiscal-year.ts';
import { isBeforeIndicator } from './new-indicator.ts';
import { dueDay, periodOf } from './period.ts';
import { type PeriodBasis, periodBases, recordedStates } from './vocabulary.ts';

test.each<[string, string | null, PeriodBasis, number, boolean]>([
  ['added years later', '2026-02-01', 'fiscal_year', 2018, true],
  ['added in the year itself', '2022-03-01', 'fiscal_year', 2022, false],
  ['added on the last day of the year', '2022-09-30', 'fiscal_year', 2022, false],
  ['added the day after the year', '2022-10-01', 'fiscal_year', 2022, true],
  ['added between fiscal and calendar year-end', '2022-11-15', 'calendar_year', 2022, false],
  ['added after the reporting period of an edition', '2022-05-01', 'tip_edition', 2022, true],
  ['and before the next edition', '2022-05-01', 'tip_edition', 2023, false],
  ['of the first plan', null, 'tip_edition', 2018, false],
])('a figure of an indicator %s', (_what, addedOn, basis, year, isBefore) => {
  expect(isBeforeIndicator(addedOn, periodOf(basis, year).end)).toBe(isBefore);
});

const anyEntry = fc.record({
  basis: fc.constantFrom(...periodBases),
  year: fc.integer({ min: 2015, max: 2030 }),
  added: fc.integer({ min: -2000, max: 2000 }),
  looked: fc.integer({ min: 0, max: 2000 }),
  recorded: fc.constantFrom(null, ...recordedStates),
});

test('a new definition never makes a period overdue that was over before it, and changes no other', () => {
  fc.assert(
    fc.property(anyEntry, ({ basis, year, added, looked, recorded }) => {
      const { end } = periodOf(basis, year);
      const addedOn = addDays(end, added);
      const facts = {
        recorded,
        hasValue: recorded !== null,
        frozen: false,
        dueDay: dueDay(basis, year, null),
        today: addDays(addedOn, looked),
      };
      const isNew = isBeforeIndicator(addedOn, end);
      const state = entryStateOf({ ...facts, isNew });
      const due = isDue({ ...facts, isNew, state });
      const reported = recorded === 'submitted' || recorded === 'approved';
      if (isNew) expect([state === 'not_reported', due]).toEqual([false, reported]);
      else expect([state, due]).toEqual([entryStateOf(facts), isDue({ ...facts, state })]);
    }),
  );
});
