import { type BreakdownRow, type Day, type Decimal, periodOf, type Verification, type Year } from '@fbs/core';
import { readIndicators } from './indicator-file.ts';
import { noonOf, publishedRecord } from './places.ts';
import { readSeedTable } from './seed-files.ts';
import type { ValueEvent } from './value-history.ts';

type Observation = {
  readonly code: string;
  readonly year: Year;
  readonly category: string;
  readonly value: Decimal;
  readonly source: string;
  readonly verification: Verification;
};

type ObservationColumn = 'indicator' | 'year' | 'disaggregation' | 'value' | 'source' | 'verification';

const readObservations = (): Observation[] =>
  readSeedTable<ObservationColumn>('public-observations.csv').map((row) => ({
    code: row.indicator,
    year: Number(row.year),
    category: row.disaggregation,
    value: row.value,
    source: row.source,
    verification: row.verification as Verification,
  }));

const indicatorOf = (indicators: ReturnType<typeof readIndicators>, code: string) => {
  const indicator = indicators.find((candidate) => candidate.code === code);
  if (indicator === undefined) throw new Error(`public-observations.csv names an indicator that is not there: ${code}`);
  return indicator;
};

/** Where a source names no time at all, its figure counts as known on the last day of its own period. */
const knownOn = (days: ReadonlyMap<string, string>, lastDay: Day, source: string): Day => {
  const day = days.get(source);
  if (day === undefined) throw new Error(`sources.csv does not name this source: ${source}`);
  return day === '' ? lastDay : day;
};

/** The published figures, each on the day that its source came out; figures of a category become its breakdown. */
export const publishedEvents = (): ValueEvent[] => {
  const observations = readObservations();
  const indicators = readIndicators();
  const days = new Map(readSeedTable<'source' | 'known_on'>('sources.csv').map((row) => [row.source, row.known_on]));
  const breakdownOf = (whole: Observation): BreakdownRow[] => {
    const dimensions = indicatorOf(indicators, whole.code).disaggregations ?? [];
    return observations
      .filter(
        ({ code, year, source, category }) =>
          category !== '' && code === whole.code && year === whole.year && source === whole.source,
      )
      .map(({ category, value }) => {
        const dimension = dimensions.find(({ categories }) => categories.includes(category))?.dimension;
        if (dimension === undefined) throw new Error(`${whole.code} has no breakdown with the category ${category}`);
        return { dimension, category, value };
      });
  };
  return observations
    .filter(({ category }) => category === '')
    .map((whole) => {
      const { end } = periodOf(indicatorOf(indicators, whole.code).period_basis, whole.year);
      const { code, year, value, source, verification } = whole;
      const at = noonOf(knownOn(days, end, source));
      const breakdown = breakdownOf(whole);
      return { code, year, at, personId: publishedRecord, action: 'published', value, source, verification, breakdown };
    });
};
