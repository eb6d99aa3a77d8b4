import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  calendarYearOf,
  dayInMonth,
  daysBetween,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  isDay,
} from './fiscal-year.ts';

const years = fc.integer({ min: 1950, max: 2150 });
const days = fc.integer({ min: 0, max: 60_000 }).map((offset) => addDays('1950-01-01', offset));

test.each(['2020-02-29', '2019-12-31', '0099-01-01'])('%s is a day', (text) => expect(isDay(text)).toBe(true));

test.each(['2021-02-29', '2020-13-01', '2020-00-10', '2020-1-1', '20200101', '', '2020-04-31', '2020-01-01T00:00'])(
  '"%s" is not a day',
  (text) => expect(isDay(text)).toBe(false),
);

test('October opens the next fiscal year', () => {
  expect(fiscalYearOf('2019-09-30')).toBe(2019);
  expect(fiscalYearOf('2019-10-01')).toBe(2020);
  expect(fiscalYearStart(2020)).toBe('2019-10-01');
  expect(fiscalYearEnd(2020)).toBe('2020-09-30');
  expect(calendarYearOf('2019-12-31')).toBe(2019);
});

test('every day lies between the start and the end of its fiscal year', () => {
  fc.assert(
    fc.property(days, (day) => {
      const year = fiscalYearOf(day);
      expect(fiscalYearStart(year) <= day && day <= fiscalYearEnd(year)).toBe(true);
    }),
  );
});

test('fiscal years follow each other without a gap', () => {
  fc.assert(fc.property(years, (year) => addDays(fiscalYearEnd(year), 1) === fiscalYearStart(year + 1)));
});

test('the days between two days are those to add', () => {
  fc.assert(fc.property(days, days, (from, to) => addDays(from, daysBetween(from, to)) === to));
  expect(daysBetween('2020-02-28', '2020-03-01')).toBe(2);
  expect(daysBetween('2020-03-01', '2020-02-28')).toBe(-2);
});

test('a day beyond the end of a month is its last day', () => {
  expect(dayInMonth(2021, 2, 31)).toBe('2021-02-28');
  expect(dayInMonth(2020, 2, 29)).toBe('2020-02-29');
  expect(dayInMonth(2020, 12, 31)).toBe('2020-12-31');
});

test('what is not a day is refused', () => {
  expect(() => fiscalYearOf('2021-02-29')).toThrow('"2021-02-29" is not a day');
  expect(() => addDays('soon', 1)).toThrow(RangeError);
});
