import fc from 'fast-check';
import { expect, test } from 'vitest';
import { automaticRemindersOf, isReminderDue } from './automatic-reminder.ts';
import { addDays } from './fiscal-year.ts';

const dueDay = '2022-11-30';
const week = { daysBefore: 7, daysAfter: 7 };

test.each([
  ['2022-11-22', null, false],
  ['2022-11-23', null, true],
  ['2022-11-24', '2022-11-23', false],
  ['2022-11-30', null, true],
  ['2022-12-01', null, false],
  ['2022-12-07', '2022-11-23', true],
  ['2022-12-08', '2022-12-07', false],
  ['2026-01-15', '2022-11-23', true],
])('on %s, reminded last on %s: %s', (today, last, expected) => {
  expect(isReminderDue({ dueDay, today, last }, week)).toBe(expected);
});

test('a side that is left out stays silent', () => {
  expect(isReminderDue({ dueDay, today: '2022-11-25', last: null }, { daysBefore: null, daysAfter: 7 })).toBe(false);
  expect(isReminderDue({ dueDay, today: '2022-12-25', last: null }, { daysBefore: 7, daysAfter: null })).toBe(false);
});

test('whoever is asked every day is reminded at most twice, never both on one day', () => {
  const days = fc.option(fc.integer({ min: 0, max: 40 }));
  fc.assert(
    fc.property(days, days, fc.array(fc.boolean(), { minLength: 100, maxLength: 100 }), (before, after, runs) => {
      let last: string | null = null;
      let count = 0;
      for (const [index, isUp] of runs.entries()) {
        const today = addDays(dueDay, index - 50);
        if (!isUp || !isReminderDue({ dueDay, today, last }, { daysBefore: before, daysAfter: after })) continue;
        last = today;
        count += 1;
      }
      expect(count).toBeLessThanOrEqual((before === null ? 0 : 1) + (after === null ? 0 : 1));
    }),
  );
});

test('only two numbers of days switch it on', () => {
  expect(automaticRemindersOf({ daysBefore: 7, daysAfter: 3 })).toEqual({ daysBefore: 7, daysAfter: 3 });
  expect(automaticRemindersOf({ daysAfter: 3 })).toEqual({ daysBefore: null, daysAfter: 3 });
  for (const stored of [undefined, null, 'off', 7, { daysBefore: -1 }, { daysAfter: 1.5 }, { daysBefore: '7' }]) {
    expect(automaticRemindersOf(stored)).toBeNull();
  }
});
