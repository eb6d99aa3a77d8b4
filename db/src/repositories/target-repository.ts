import type { Decimal, Instant, Year } from '@fbs/core';
import { and, asc, desc, eq, gt, lte } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { nextDataVersion } from '../next-data-version.ts';
import { people } from '../schema/people.ts';
import { targets, targetVintages } from '../schema/targets.ts';

type Figure = { readonly value: Decimal | null; readonly low: Decimal | null; readonly high: Decimal | null };

/** A target as it stands after its latest vintage, with the figure that was set first. */
export type TargetRow = Figure & {
  readonly indicatorId: string;
  readonly year: Year;
  readonly version: number;
  readonly initial: Figure;
  readonly noTargetReason: string | null;
  readonly reason: string | null;
  readonly afterResult: boolean;
  readonly illustrative: boolean;
};

export type TargetVintageRow = Omit<TargetRow, 'initial' | 'version'> & {
  readonly number: number;
  readonly person: string;
  readonly at: Instant;
};

const currentRows = async (queries: Queries, strategyId: string, changedSince?: number): Promise<TargetRow[]> => {
  const rows = await queries
    .select({
      indicatorId: targets.indicatorId,
      year: targets.year,
      version: targets.version,
      value: targets.value,
      low: targets.low,
      high: targets.high,
      initialValue: targets.initialValue,
      initialLow: targets.initialLow,
      initialHigh: targets.initialHigh,
      noTargetReason: targets.noTargetReason,
      reason: targets.reason,
      afterResult: targets.afterResult,
      illustrative: targets.illustrative,
    })
    .from(targets)
    .where(
      and(
        eq(targets.strategyId, strategyId),
        changedSince === undefined ? undefined : gt(targets.changed, changedSince),
      ),
    );
  return rows.map(({ initialValue, initialLow, initialHigh, ...row }) => ({
    ...row,
    initial: { value: initialValue, low: initialLow, high: initialHigh },
    afterResult: row.afterResult === 1,
    illustrative: row.illustrative === 1,
  }));
};

const rowsAt = async (queries: Queries, strategyId: string, until: Instant): Promise<TargetRow[]> => {
  const vintages = await queries
    .select()
    .from(targetVintages)
    .where(and(eq(targetVintages.strategyId, strategyId), lte(targetVintages.at, until)))
    .orderBy(asc(targetVintages.number));
  const byPlace = new Map<string, TargetRow>();
  for (const {
    indicatorId,
    year,
    number,
    value,
    low,
    high,
    noTargetReason,
    reason,
    afterResult,
    illustrative,
  } of vintages) {
    const place = `${indicatorId}/${year}`;
    const before = byPlace.get(place);
    byPlace.set(place, {
      indicatorId,
      year,
      version: number,
      value,
      low,
      high,
      noTargetReason,
      reason,
      initial: before?.initial ?? { value, low, high },
      afterResult: afterResult === 1 || (before?.afterResult ?? false),
      illustrative: illustrative === 1,
    });
  }
  return [...byPlace.values()];
};

/** The current rows that were written after data version `changedSince`. */
export const listChangedTargets = (queries: Queries, strategyId: string, changedSince: number): Promise<TargetRow[]> =>
  currentRows(queries, strategyId, changedSince);

/** Every target of a strategy as it stood at `until`; null: now. */
export const listTargets = (queries: Queries, strategyId: string, until: Instant | null): Promise<TargetRow[]> =>
  until === null ? currentRows(queries, strategyId) : rowsAt(queries, strategyId, until);

/** The versions of an indicator's targets (of all years, or of one) that were there at `until`, newest first. */
export const listTargetVintages = async (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
  place: { readonly indicatorId?: string; readonly year?: Year } = {},
): Promise<TargetVintageRow[]> => {
  const rows = await queries
    .select({ row: targetVintages, person: people.name })
    .from(targetVintages)
    .innerJoin(people, eq(people.id, targetVintages.personId))
    .where(
      and(
        eq(targetVintages.strategyId, strategyId),
        place.indicatorId === undefined ? undefined : eq(targetVintages.indicatorId, place.indicatorId),
        place.year === undefined ? undefined : eq(targetVintages.year, place.year),
        until === null ? undefined : lte(targetVintages.at, until),
      ),
    )
    .orderBy(desc(targetVintages.year), desc(targetVintages.number));
  return rows.map(({ row, person }) => ({
    ...row,
    afterResult: row.afterResult === 1,
    illustrative: row.illustrative === 1,
    person,
  }));
};

export type NewTargetVintage = Figure & {
  readonly strategyId: string;
  readonly indicatorId: string;
  readonly year: Year;
  readonly noTargetReason: string | null;
  readonly reason: string | null;
  readonly afterResult: boolean;
  readonly personId: string;
  readonly at: Instant;
};

/** Adds a version of a target and puts it in force. `before` is the target as the caller saw it. */
export const saveTargetVintage = async (
  queries: Queries,
  before: TargetRow | undefined,
  vintage: NewTargetVintage,
): Promise<void> => {
  const number = (before?.version ?? 0) + 1;
  const place = `${vintage.indicatorId}/${vintage.year}`;
  const record = { ...vintage, afterResult: vintage.afterResult ? 1 : 0, illustrative: 0 };
  await queries.insert(targetVintages).values({ id: `${place}/target/${number}`, number, ...record });
  // once revised after the result was known, always marked so
  const current = {
    ...record,
    afterResult: vintage.afterResult || before?.afterResult ? 1 : 0,
    version: number,
    changed: nextDataVersion,
  };
  if (before === undefined) {
    const { value: initialValue, low: initialLow, high: initialHigh } = vintage;
    await queries.insert(targets).values({ id: `${place}/target`, initialValue, initialLow, initialHigh, ...current });
    return;
  }
  await queries
    .update(targets)
    .set(current)
    .where(and(eq(targets.indicatorId, vintage.indicatorId), eq(targets.year, vintage.year)));
};
