import { type BreakdownTotal, type Decimal, type Instant, totalsOf, type Year } from '@fbs/core';
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

const rowsAtOnce = 1000;

/** Written as it is: most names need no escape, and asking is dearer than looking. */
const plainName = /^[ !#-[\]-\ud7ff]*$/;
const asJson = (text: string): string => (plainName.test(text) ? `"${text}"` : JSON.stringify(text));

/** How many rows from a start on are of one dimension; not more than go at once. */
const batchEnd = (rows: readonly BreakdownFigure[], start: number): number => {
  const dimension = rows[start]?.dimension;
  let end = start + 1;
  while (end < rows.length && end - start < rowsAtOnce && rows[end]?.dimension === dimension) end += 1;
  return end;
};

/**
 * Rows travel to the database as JSON, an object of their figures by category: a statement with a placeholder for each
 * field would cost more to fill than the rows cost to write. SQLite's own words (it keeps the order and numbers the
 * pairs from 0); another engine has others for the same.
 */
const addRows = async (queries: Queries, breakdownId: string, rows: readonly BreakdownFigure[]): Promise<void> => {
  let start = 0;
  while (start < rows.length) {
    const end = batchEnd(rows, start);
    let pairs = '';
    for (let at = start; at < end; at += 1) {
      const { category, value } = rows[at] as BreakdownFigure;
      pairs += `${at === start ? '{' : ','}${asJson(category)}:"${value}"`;
    }
    const dimension = rows[start]?.dimension ?? '';
    await queries
      .insert(breakdownRows)
      .select(sql`select ${breakdownId}, ${dimension}, key, value, rowid + ${start} from json_each(${`${pairs}}`})`);
    start = end;
  }
};

/** Writes a breakdown with the totals of its dimensions. */
export const addBreakdown = async (queries: Queries, { rows, ...breakdown }: NewBreakdown): Promise<void> => {
  await queries.insert(breakdowns).values({ ...breakdown, illustrative: 0 });
  await addRows(queries, breakdown.id, rows);
  for (const total of totalsOf(rows)) {
    await queries.insert(breakdownTotals).values({ breakdownId: breakdown.id, ...total });
  }
};

/** The totals of some breakdowns by breakdown id: read at the same cost however large they are. */
export const listTotals = async (
  queries: Queries,
  breakdownIds: readonly string[],
): Promise<ReadonlyMap<string, BreakdownTotal[]>> => {
  const byId = new Map<string, BreakdownTotal[]>();
  if (breakdownIds.length === 0) return byId;
  const rows = await queries
    .select()
    .from(breakdownTotals)
    .where(inArray(breakdownTotals.breakdownId, [...breakdownIds]));
  for (const { breakdownId, ...total } of rows) byId.set(breakdownId, [...(byId.get(breakdownId) ?? []), total]);
  return byId;
};
