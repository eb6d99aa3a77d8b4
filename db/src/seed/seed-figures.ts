import { totalsOf } from '@fbs/core';
import type { Queries } from '../database.ts';
import { breakdownRows, breakdowns, breakdownTotals, values, valueVintages } from '../schema/values.ts';
import { traceOf, writeTraces } from './audit-traces.ts';
import { insertRows } from './insert-rows.ts';
import { historiesOf, type ValueEvent, type Vintage, type VintageWithBreakdown } from './value-history.ts';

const currentRowOf = (history: readonly VintageWithBreakdown[]): (typeof values.$inferInsert)[] => {
  const last = history.at(-1);
  if (last === undefined) return [];
  const { id: _id, number, action: _action, reason: _reason, ...record } = last.vintage;
  return [{ ...record, id: `${record.indicatorId}/${record.year}/value`, version: number }];
};

const writeBreakdowns = async (queries: Queries, listed: readonly VintageWithBreakdown[]): Promise<void> => {
  const entered = listed.flatMap(({ vintage, breakdown }) =>
    breakdown && vintage.breakdownId ? [{ vintage, id: vintage.breakdownId, rows: breakdown }] : [],
  );
  await insertRows(
    queries,
    breakdowns,
    entered.map(({ id, vintage: { indicatorId, year, personId, at, illustrative } }) => ({
      id,
      indicatorId,
      year,
      personId,
      at,
      illustrative,
    })),
  );
  await insertRows(
    queries,
    breakdownRows,
    entered.flatMap(({ id, rows }) => rows.map((row, position) => ({ ...row, breakdownId: id, position }))),
  );
  await insertRows(
    queries,
    breakdownTotals,
    entered.flatMap(({ id, rows }) => totalsOf(rows).map((total) => ({ ...total, breakdownId: id }))),
  );
};

const isPublic = ({ action }: Vintage): boolean => action === 'published' || action === 'restated';

/** Writes all figures of the seed at once: they have to be known together, so that their vintages lie in time order. */
export const seedFigures = async (queries: Queries, events: readonly ValueEvent[]): Promise<void> => {
  const histories = historiesOf(events);
  const listed = histories.flat();
  await writeBreakdowns(queries, listed);
  await insertRows(
    queries,
    valueVintages,
    listed.map(({ vintage }) => vintage),
  );
  await insertRows(queries, values, histories.flatMap(currentRowOf));
  const published = listed.map(({ vintage }) => vintage).filter(isPublic);
  await writeTraces(
    queries,
    published.map(({ indicatorId, year, at, value, source, verification }) =>
      traceOf('value', `${indicatorId}/${year}/value`, { value, source, verification }, at),
    ),
  );
};
