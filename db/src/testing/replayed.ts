import type { Instant, Year } from '@fbs/core';
import fc from 'fast-check';
import { strategyId } from './record-office.ts';

const dayOf = (day: number): string => `2031-01-${String(day).padStart(2, '0')}`;
const theDays = Array.from({ length: 10 }, (_, index) => dayOf(index + 1));

/** When something is saved; also times that run backwards, since a clock may be set. */
export const anyTime = fc.constantFrom(...theDays).map((day): Instant => `${day}T12:00:00.000Z`);

/** The ends of all days on which something may be saved, one before them, the very instant of one, and now (null). */
export const moments: readonly (Instant | null)[] = [
  '2030-12-31T23:59:59.999Z',
  `${dayOf(5)}T12:00:00.000Z`,
  ...theDays.map((day) => `${day}T23:59:59.999Z`),
  null,
];

/** Years in which the starting data holds nothing, so that every row is a test's own. */
export const anyYear = fc.constantFrom(2101, 2102);
export const anyIndicator = fc.constantFrom('1.1-A', '1.2-D').map((code) => `${strategyId}/indicator/${code}`);
export const anyFigure = fc.option(fc.integer({ min: -1000, max: 1000 }).map(String), { nil: null });

export const isKnown = (saved: { readonly at: Instant }, until: Instant | null): boolean =>
  until === null || saved.at <= until;

type Placed = { readonly indicatorId: string; readonly year: Year };

export const isHere = (a: Placed) => (b: Placed) => a.indicatorId === b.indicatorId && a.year === b.year;

export const placeOf = (row: Placed): string => `${row.indicatorId}/${row.year}`;

/** The tests' own rows, by place. */
export const byPlace = <T extends Placed>(rows: readonly T[]): T[] =>
  rows.filter((row) => row.year > 2100).sort((a, b) => placeOf(a).localeCompare(placeOf(b)));

/** What stands at each place at a moment, from everything that had been saved there by then, numbered from 1. */
export const replay = <S extends Placed & { readonly at: Instant }, R>(
  saved: readonly S[],
  until: Instant | null,
  rowOf: (known: readonly (S & { readonly number: number })[]) => R,
): R[] => {
  const numbered = saved.map((each, index) => ({
    ...each,
    number: saved.slice(0, index + 1).filter(isHere(each)).length,
  }));
  const places = [...new Set(saved.map(placeOf))].sort((a, b) => a.localeCompare(b));
  return places.flatMap((place) => {
    const known = numbered.filter((each) => placeOf(each) === place && isKnown(each, until));
    return known.length === 0 ? [] : [rowOf(known)];
  });
};

export const lastOf = <T>(rows: readonly T[]): T => {
  const last = rows.at(-1);
  if (last === undefined) throw new Error('there is no last one of nothing');
  return last;
};
