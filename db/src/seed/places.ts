import type { Day, Instant, Year } from '@fbs/core';

export const strategyId = 'fbs-2018-2022';

/** Who stands behind the published figures. */
export const publishedRecord = 'published-record';

export const idOf = (kind: string, ...names: readonly (string | number)[]): string =>
  [strategyId, kind, ...names].join('/');

export const indicatorIdOf = (code: string): string => idOf('indicator', code);

/** An indicator-year: what its value, target and their vintages are named after. */
export const placeOf = (code: string, year: Year): string => `${indicatorIdOf(code)}/${year}`;

/** The files say days; noon UTC is the same day everywhere in the United States. */
export const noonOf = (day: Day): Instant => `${day}T12:00:00.000Z`;
