import { assessmentLabels } from '@fbs/core';
import { expect, test } from 'vitest';
import type { Session } from './session.ts';
import { defaultYear, heldYear, readSiteSearch } from './year-and-as-of.ts';

test('a year and a day are read from the address', () => {
  expect(readSiteSearch({ year: 2020, asOf: '2020-12-31' })).toEqual({ year: 2020, asOf: '2020-12-31' });
  expect(readSiteSearch({ year: '2020' }).year).toBe(2020);
});

test('what is not a year or a day counts as not given', () => {
  for (const search of [
    {},
    { year: 'abc', asOf: '2021-02-30' },
    { year: 20.5, asOf: 7 },
    { year: 9999, asOf: 'today' },
  ]) {
    expect(readSiteSearch(search)).toEqual({ year: undefined, asOf: undefined });
  }
});

const strategies = [
  { id: 's', title: 'S', firstYear: 2018, lastYear: 2022, state: 'in_force' as const, permissions: [] },
];
const sessionOn = (today: string): Session => ({
  mode: 'evaluation',
  today,
  person: null,
  personas: [],
  strategies,
  signIn: { password: false, singleSignOn: null },
  assessmentNames: assessmentLabels,
  dataVersion: 5,
});

test('without a year the present fiscal year is shown, within the years of the strategy', () => {
  const on = (today: string): number => defaultYear(sessionOn(today), {});
  expect(on('2020-09-30')).toBe(2020);
  expect(on('2020-10-01')).toBe(2021);
  expect(on('2026-01-15')).toBe(2022);
  expect(on('2016-01-15')).toBe(2018);
});

test('a year that is named is held within the years of the strategy', () => {
  const of = (year: number | undefined): number | undefined => heldYear(sessionOn('2026-01-15'), { year });
  expect(of(2020)).toBe(2020);
  expect(of(2023)).toBe(2022);
  expect(of(1999)).toBe(2018);
  expect(of(undefined)).toBeUndefined();
});
