import type { Queries } from '../database.ts';
import { targets, targetVintages } from '../schema/targets.ts';
import { insertRows } from './insert-rows.ts';
import { indicatorIdOf, placeOf, strategyId } from './places.ts';
import { orNull, readSeedTable } from './seed-files.ts';

type Column = 'indicator' | 'year' | 'on' | 'by' | 'value' | 'no_target_reason' | 'reason' | 'after_result';
type Vintage = typeof targetVintages.$inferInsert;

const vintageOf = (row: Record<Column, string>, number: number): Vintage => ({
  id: `${placeOf(row.indicator, Number(row.year))}/target/${number}`,
  strategyId,
  indicatorId: indicatorIdOf(row.indicator),
  year: Number(row.year),
  number,
  value: orNull(row.value),
  low: null,
  high: null,
  noTargetReason: orNull(row.no_target_reason),
  reason: orNull(row.reason),
  afterResult: Number(row.after_result),
  illustrative: 1,
  personId: row.by,
  at: `${row.on}T16:00:00.000Z`,
});

/** Vintages by indicator-year; the table lists each year's from the first to the last. */
const readHistories = (): Vintage[][] => {
  const byPlace = new Map<string, Vintage[]>();
  for (const row of readSeedTable<Column>('illustrative/targets.csv')) {
    const place = placeOf(row.indicator, Number(row.year));
    const history = byPlace.get(place) ?? [];
    byPlace.set(place, [...history, vintageOf(row, history.length + 1)]);
  }
  return [...byPlace.values()];
};

const currentRowOf = (history: readonly Vintage[]): (typeof targets.$inferInsert)[] => {
  const [first] = history;
  const last = history.at(-1);
  if (first === undefined || last === undefined) return [];
  const { number, ...record } = last;
  return [
    {
      ...record,
      id: `${last.indicatorId}/${last.year}/target`,
      version: number,
      initialValue: first.value ?? null,
      // once revised after the result was known, always marked so
      afterResult: Math.max(...history.map((vintage) => vintage.afterResult)),
    },
  ];
};

/** Targets that the office might have set, some of them revised before and some after the result was known. */
export const seedIllustrativeTargets = async (queries: Queries): Promise<number> => {
  const histories = readHistories();
  await insertRows(queries, targetVintages, histories.flat());
  await insertRows(queries, targets, histories.flatMap(currentRowOf));
  return histories.flat().length;
};
