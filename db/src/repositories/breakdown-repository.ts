import { type Decimal, type Instant, sumDecimals, type Year } from '@fbs/core';
import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { breakdownRows, breakdowns, breakdownTotals } from '../schema/values.ts';

export type BreakdownFigure = { readonly dimension: string; readonly category: string; readonly value: Decimal };

/** The rows of some breakdowns by breakdown id, in the order they were entered. */
export const listBreakdownRows = async (
  queries: Queries,
  breakdownIds: readonly string[],
): Promise<Map<string, BreakdownFigure[]>> => {
  const byId = new Map<string, BreakdownFigure[]>();
  if (breakdownIds.length === 0) return byId;
  const rows = await queries
    .select()
    .from(breakdownRows)
    .where(inArray(breakdownRows.breakdownId, [...breakdownIds]))
    .orderBy(asc(breakdownRows.breakdownId), asc(breakdownRows.position));
  for (const { breakdownId, dimension, category, value } of rows) {
    const list = byId.get(breakdownId) ?? [];
    list.push({ dimension, category, value });
    byId.set(breakdownId, list);
  }
  return byId;
};

/** The figures of single categories, by breakdown id: what computed shares need, whatever the size of the breakdown. */
export const listParts = async (
  queries: Queries,
  breakdownIds: readonly string[],
  places: readonly { readonly dimension: string; readonly category: string }[],
): Promise<Map<string, BreakdownFigure[]>> => {
  const byId = new Map<string, BreakdownFigure[]>();
  for (const { dimension, category } of places) {
    const rows = await queries
      .select()
      .from(breakdownRows)
      .where(
        and(
          inArray(breakdownRows.breakdownId, [...breakdownIds]),
          eq(breakdownRows.dimension, dimension),
          eq(breakdownRows.category, category),
        ),
      );
    for (const row of rows) byId.set(row.breakdownId, [...(byId.get(row.breakdownId) ?? []), row]);
  }
  return byId;
};

export type NewBreakdown = {
  readonly id: string;
  readonly indicatorId: string;
  readonly year: Year;
  readonly personId: string;
  readonly at: Instant;
  readonly rows: readonly BreakdownFigure[];
};

const rowsAtOnce = 100;

/** One statement for many batches: building it anew for each would cost more than the rows themselves. */
const insertOf = (queries: Queries, count: number) =>
  queries
    .insert(breakdownRows)
    .values(
      Array.from({ length: count }, (_, index) => ({
        breakdownId: sql.placeholder(`breakdown${index}`),
        dimension: sql.placeholder(`dimension${index}`),
        category: sql.placeholder(`category${index}`),
        value: sql.placeholder(`value${index}`),
        position: sql.placeholder(`position${index}`),
      })),
    )
    .prepare();

const addRows = async (queries: Queries, breakdownId: string, rows: readonly BreakdownFigure[]): Promise<void> => {
  const whole = rows.length < rowsAtOnce ? null : insertOf(queries, rowsAtOnce);
  for (let start = 0; start < rows.length; start += rowsAtOnce) {
    const batch = rows.slice(start, start + rowsAtOnce);
    const values: Record<string, unknown> = {};
    for (const [index, { dimension, category, value }] of batch.entries()) {
      values[`breakdown${index}`] = breakdownId;
      values[`dimension${index}`] = dimension;
      values[`category${index}`] = category;
      values[`value${index}`] = value;
      values[`position${index}`] = start + index;
    }
    const insert = whole !== null && batch.length === rowsAtOnce ? whole : insertOf(queries, batch.length);
    await insert.execute(values);
  }
};

/** Writes a breakdown with the totals of its dimensions. */
export const addBreakdown = async (queries: Queries, { rows, ...breakdown }: NewBreakdown): Promise<void> => {
  await queries.insert(breakdowns).values({ ...breakdown, illustrative: 0 });
  await addRows(queries, breakdown.id, rows);
  const figures = new Map<string, Decimal[]>();
  for (const { dimension, value } of rows) {
    const known = figures.get(dimension);
    if (known === undefined) figures.set(dimension, [value]);
    else known.push(value);
  }
  for (const [dimension, all] of figures) {
    await queries
      .insert(breakdownTotals)
      .values({ breakdownId: breakdown.id, dimension, total: sumDecimals(all), rows: all.length });
  }
};
