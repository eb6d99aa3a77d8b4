import { expect, test } from 'vitest';
import {
  absenceWords,
  basisWords,
  initialTargetWords,
  periodWords,
  ratingIsIllustrative,
  revisedTargetWords,
  valueWords,
} from './figure-words.ts';
import { indicatorFixture, type YearFixture } from './testing/indicator-fixture.ts';

const indicatorOf = (year: YearFixture, definition = {}) =>
  indicatorFixture({ code: '1.1-A', name: 'Laws', definition: { unit: 'laws', ...definition }, years: { 2022: year } });

test('zero is a value, and what is missing is told by its state', () => {
  const zero = indicatorOf({ value: '0' });
  expect(valueWords(zero.entry, zero.definition)).toBe('0');
  expect(absenceWords({ state: 'not_reported', withheld: false })).toBe('Not reported');
  expect(absenceWords({ state: 'draft', withheld: false })).toBe('No value yet (draft)');
  expect(absenceWords({ state: 'draft', withheld: true })).toBe('Draft, not shown');
});

test('a first target is not called revised, and a revised one shows both figures', () => {
  const first = indicatorOf({ target: '9000' });
  expect(initialTargetWords(first.entry.target, first.definition)).toBe('9,000');
  expect(revisedTargetWords(first.entry.target, first.definition)).toBe('Not revised');
  const revised = indicatorOf({ target: '8000', initial: '9000', targetIllustrative: true });
  expect(initialTargetWords(revised.entry.target, revised.definition)).toBe('9,000†');
  expect(revisedTargetWords(revised.entry.target, revised.definition)).toBe('8,000†');
});

test('the basis names the period, the unit and how to read the figure', () => {
  const stated = indicatorOf({ value: '4', measuredOn: '2022-09-30' }, { periodBasis: 'point_in_time' });
  expect(periodWords(stated.entry)).toBe('FY 2022, measured on Sept. 30, 2022');
  const calendar = indicatorOf({ value: '4' }, { periodBasis: 'calendar_year', direction: 'decrease' });
  expect(basisWords(calendar.entry, calendar.definition)).toBe('CY 2022, laws, lower is better, proposed indicator');
  const milestone = indicatorOf({ value: '1' }, { kind: 'milestone' });
  expect(basisWords(milestone.entry, milestone.definition)).toBe('FY 2022, milestone, proposed indicator');
});

test('a rating is illustrative where value, target or the year before is', () => {
  const rated = (before: YearFixture, now: YearFixture) =>
    ratingIsIllustrative(indicatorFixture({ code: '1', name: 'n', years: { 2021: before, 2022: now } }));
  expect(rated({ value: '1' }, { value: '2', target: '2' })).toBe(false);
  expect(rated({ value: '1' }, { value: '2', target: '2', illustrative: true })).toBe(true);
  expect(rated({ value: '1' }, { value: '2', target: '2', targetIllustrative: true })).toBe(true);
  expect(rated({ value: '1', illustrative: true }, { value: '2', target: '2' })).toBe(true);
  expect(rated({ value: '1' }, { target: '2', targetIllustrative: true })).toBe(false);
});
