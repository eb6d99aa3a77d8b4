import { expect, test } from 'vitest';
import { daysBetween, isDay } from './fiscal-year.ts';
import { dueDay, periodOf } from './period.ts';
import { periodBases } from './vocabulary.ts';

test.each([
  ['fiscal_year', '2019-10-01', '2020-09-30', 'FY 2020', '2020-11-30'],
  ['calendar_year', '2020-01-01', '2020-12-31', 'CY 2020', '2021-07-31'],
  ['tip_edition', '2019-04-01', '2020-03-31', 'TIP Report 2020', '2020-07-31'],
  ['point_in_time', '2019-10-01', '2020-09-30', 'FY 2020, on a stated date', '2020-11-30'],
] as const)('%s 2020 runs from %s to %s, is called %s and due on %s', (basis, start, end, label, due) => {
  expect(periodOf(basis, 2020)).toEqual({ start, end, label });
  expect(dueDay(basis, 2020, null)).toBe(due);
});

test('an indicator can set its own due date', () => {
  expect(dueDay('fiscal_year', 2020, { yearsAfter: 1, month: 1, day: 15 })).toBe('2021-01-15');
  expect(dueDay('fiscal_year', 2020, { yearsAfter: 1, month: 2, day: 29 })).toBe('2021-02-28');
});

test('every period is a whole year and due after its end', () => {
  for (const basis of periodBases) {
    for (let year = 2018; year <= 2030; year += 1) {
      const { start, end } = periodOf(basis, year);
      expect([364, 365]).toContain(daysBetween(start, end));
      expect(isDay(dueDay(basis, year, null)) && dueDay(basis, year, null) > end).toBe(true);
    }
  }
});
