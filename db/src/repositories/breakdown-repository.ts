import { type Decimal, type Instant, sumDecimals, type Year } from '@fbs/core';
import { and, asc, eq, inArray } from 'drizzle-orm';
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

/** Writes a breakdown with the totals of its dimensions. */
export const addBreakdown = async (queries: Queries, { rows, ...breakdown }: NewBreakdown): Promise<void> => {
  await queries.insert(breakdowns).values({ ...breakdown, illustrative: 0 });
  const batch = 500;
  for (let start = 0; start < rows.length; start += batch) {
    await queries
      .insert(breakdownRows)
      .values(
        rows
          .slice(start, start + batch)
          .map((row, index) => ({ ...row, breakdownId: breakdown.id, position: start + index })),
      );
  }
  const dimensions = [...new Set(rows.map((row) => row.dimension))];
  for (const dimension of dimensions) {
    const figures = rows.filter((row) => row.dimension === dimension).map((row) => row.value);
    await queries
      .insert(breakdownTotals)
      .values({ breakdownId: breakdown.id, dimension, total: sumDecimals(figures), rows: figures.length });
  }
};
