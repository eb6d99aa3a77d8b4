import type { Year } from '@fbs/core';
import { asc, count, eq, gt, inArray, max, sql } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { indicators } from '../schema/indicators.ts';
import { people } from '../schema/people.ts';
import { auditEntries } from '../schema/service.ts';

/** What was done to what, as the audit trail tells it. */
export type ChangeRow = {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly strategyId: string | null;
  readonly personId: string | null;
  readonly person: string | null;
  /** The indicator that it is about, by its code, and the year. */
  readonly indicator: string | null;
  readonly year: Year | null;
};

export const lastChange = async (queries: Queries): Promise<number> => {
  const [row] = await queries.select({ id: max(auditEntries.id) }).from(auditEntries);
  return row?.id ?? 0;
};

type Place = { readonly indicatorId: string | null; readonly year: Year | null };

/** An indicator-year is named by its indicator's id and its year; other things carry both in what was recorded. */
const placeOf = (row: { subjectKind: string; subjectId: string } & Place): Place => {
  if (row.subjectKind === 'indicator') return { indicatorId: row.subjectId, year: null };
  const [, indicatorId, year] = /^(.+)\/(\d{4})$/.exec(row.subjectId) ?? [];
  return /^(value|target)$/.test(row.subjectKind) && indicatorId !== undefined
    ? { indicatorId, year: Number(year) }
    : row;
};

const codesOf = async (queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map();
  const rows = await queries
    .select({ id: indicators.id, code: indicators.code })
    .from(indicators)
    .where(inArray(indicators.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, code }) => [id, code]));
};

/** The first `limit` changes after one, oldest first, and how many there are in all. */
export const listChanges = async (
  queries: Queries,
  after: number,
  limit: number,
): Promise<{ readonly changes: readonly ChangeRow[]; readonly total: number }> => {
  const recorded = sql`coalesce(${auditEntries.after}, ${auditEntries.before})`;
  const rows = await queries
    .select({
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      strategyId: auditEntries.strategyId,
      personId: auditEntries.personId,
      person: people.name,
      indicatorId: sql<string | null>`json_extract(${recorded}, '$.indicatorId')`,
      year: sql<Year | null>`json_extract(${recorded}, '$.year')`,
    })
    .from(auditEntries)
    .leftJoin(people, eq(people.id, auditEntries.personId))
    .where(gt(auditEntries.id, after))
    .orderBy(asc(auditEntries.id))
    .limit(limit);
  const places = rows.map(placeOf);
  const codes = await codesOf(
    queries,
    places.flatMap(({ indicatorId }) => (indicatorId === null ? [] : [indicatorId])),
  );
  const [all] = await queries.select({ total: count() }).from(auditEntries).where(gt(auditEntries.id, after));
  const changes = rows.map(({ indicatorId: _indicatorId, year: _year, ...row }, index) => ({
    ...row,
    indicator: codes.get(places[index]?.indicatorId ?? '') ?? null,
    year: places[index]?.year ?? null,
  }));
  return { changes, total: all?.total ?? 0 };
};
