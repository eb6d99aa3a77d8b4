import type { EntryAction, Instant, Rating, RecordedState, Verification, Year } from '@fbs/core';
import { and, asc, desc, eq, gt, inArray, isNotNull, lte, max, or } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { nextDataVersion } from '../next-data-version.ts';
import { people } from '../schema/people.ts';
import { values, valueVintages } from '../schema/values.ts';

type Stored = Omit<typeof values.$inferSelect, 'id' | 'changed'>;

/** An indicator-year as it stands after its latest vintage (of the day asked for). */
export type ValueRow = Omit<Stored, 'state' | 'chosenRating' | 'verification' | 'illustrative' | 'restated'> & {
  readonly state: RecordedState;
  readonly chosenRating: Exclude<Rating, 'not_rated'> | null;
  readonly verification: Verification | null;
  readonly illustrative: boolean;
  readonly restated: boolean;
};

/** An indicator-year before anything was recorded of it. */
export const emptyValue = {
  version: 0,
  state: 'draft',
  value: null,
  text: null,
  chosenRating: null,
  measuredOn: null,
  source: null,
  verification: null,
  explanation: null,
  note: null,
  notApplicableReason: null,
  returnNote: null,
  breakdownId: null,
  submittedBy: null,
  illustrative: false,
  restated: false,
} as const satisfies Partial<ValueRow>;

/** What was written of a figure, taken away: for a year that it does not apply to. */
export const noFigure = {
  value: null,
  text: null,
  chosenRating: null,
  measuredOn: null,
  source: null,
  verification: null,
  explanation: null,
  note: null,
  breakdownId: null,
  returnNote: null,
  illustrative: false,
} as const satisfies Partial<ValueRow>;

export type VintageRow = ValueRow & {
  readonly action: EntryAction;
  readonly reason: string | null;
  readonly person: string;
};

const columns = {
  strategyId: values.strategyId,
  indicatorId: values.indicatorId,
  year: values.year,
  version: values.version,
  state: values.state,
  value: values.value,
  text: values.text,
  chosenRating: values.chosenRating,
  measuredOn: values.measuredOn,
  source: values.source,
  verification: values.verification,
  explanation: values.explanation,
  note: values.note,
  notApplicableReason: values.notApplicableReason,
  returnNote: values.returnNote,
  breakdownId: values.breakdownId,
  submittedBy: values.submittedBy,
  illustrative: values.illustrative,
  restated: values.restated,
  personId: values.personId,
  at: values.at,
} as const;

const rowOf = (stored: Stored): ValueRow => ({
  ...stored,
  state: stored.state as RecordedState,
  chosenRating: stored.chosenRating as ValueRow['chosenRating'],
  verification: stored.verification as Verification | null,
  illustrative: stored.illustrative === 1,
  restated: stored.restated === 1,
});

const vintageRowOf = (vintage: typeof valueVintages.$inferSelect): ValueRow => {
  const { id: _id, number, action: _action, reason: _reason, ...record } = vintage;
  return rowOf({ ...record, version: number });
};

const latestAt = (queries: Queries, strategyId: string, until: Instant) =>
  queries
    .select({
      indicatorId: valueVintages.indicatorId,
      year: valueVintages.year,
      number: max(valueVintages.number).as('latest'),
    })
    .from(valueVintages)
    .where(and(eq(valueVintages.strategyId, strategyId), lte(valueVintages.at, until)))
    .groupBy(valueVintages.indicatorId, valueVintages.year)
    .as('latest_at');

/** The current rows that were written after data version `changedSince`. */
export const listChangedValues = async (
  queries: Queries,
  strategyId: string,
  changedSince: number,
): Promise<ValueRow[]> => {
  const changed = and(eq(values.strategyId, strategyId), gt(values.changed, changedSince));
  const rows = await queries.select(columns).from(values).where(changed);
  return rows.map(rowOf);
};

/** Every recorded indicator-year of a strategy as it stood at `until`; null: now. */
export const listValues = async (queries: Queries, strategyId: string, until: Instant | null): Promise<ValueRow[]> => {
  if (until === null) {
    const rows = await queries.select(columns).from(values).where(eq(values.strategyId, strategyId));
    return rows.map(rowOf);
  }
  const latest = latestAt(queries, strategyId, until);
  const rows = await queries
    .select({ vintage: valueVintages })
    .from(valueVintages)
    .innerJoin(
      latest,
      and(
        eq(latest.indicatorId, valueVintages.indicatorId),
        eq(latest.year, valueVintages.year),
        eq(latest.number, valueVintages.number),
      ),
    );
  return rows.map((row) => vintageRowOf(row.vintage));
};

export const findValue = async (queries: Queries, indicatorId: string, year: Year): Promise<ValueRow | undefined> => {
  const [row] = await queries
    .select(columns)
    .from(values)
    .where(and(eq(values.indicatorId, indicatorId), eq(values.year, year)));
  return row && rowOf(row);
};

/** Those of some indicators whose result of a year was entered at any time, whatever became of it since. */
export const listKnownResults = async (
  queries: Queries,
  indicatorIds: readonly string[],
  year: Year,
): Promise<ReadonlySet<string>> => {
  if (indicatorIds.length === 0) return new Set();
  const isResult = or(isNotNull(valueVintages.value), isNotNull(valueVintages.chosenRating));
  const rows = await queries
    .selectDistinct({ indicatorId: valueVintages.indicatorId })
    .from(valueVintages)
    .where(and(inArray(valueVintages.indicatorId, [...indicatorIds]), eq(valueVintages.year, year), isResult));
  return new Set(rows.map(({ indicatorId }) => indicatorId));
};

/** The vintages of some indicators in one year that were there at `until`, newest first. */
export const listVintages = async (
  queries: Queries,
  indicatorIds: readonly string[],
  year: Year,
  until: Instant | null,
): Promise<VintageRow[]> => {
  const rows = await queries
    .select({ vintage: valueVintages, person: people.name })
    .from(valueVintages)
    .innerJoin(people, eq(people.id, valueVintages.personId))
    .where(
      and(
        inArray(valueVintages.indicatorId, [...indicatorIds]),
        eq(valueVintages.year, year),
        until === null ? undefined : lte(valueVintages.at, until),
      ),
    )
    .orderBy(asc(valueVintages.indicatorId), desc(valueVintages.number));
  return rows.map(({ vintage, person }) => ({
    ...vintageRowOf(vintage),
    action: vintage.action as EntryAction,
    reason: vintage.reason,
    person,
  }));
};

export type NewVintage = Omit<ValueRow, 'version'> & { readonly action: EntryAction; readonly reason: string | null };

const flags = (row: { illustrative: boolean; restated: boolean }) => ({
  illustrative: row.illustrative ? 1 : 0,
  restated: row.restated ? 1 : 0,
});

/** Adds a vintage and moves the current row onto it. `version` is the one that the caller saw; 0: nothing recorded. */
export const saveVintage = async (queries: Queries, version: number, vintage: NewVintage): Promise<void> => {
  const { action, reason, ...rest } = vintage;
  const record = { ...rest, ...flags(rest) };
  const number = version + 1;
  const place = `${vintage.indicatorId}/${vintage.year}`;
  await queries.insert(valueVintages).values({ id: `${place}/vintage/${number}`, number, action, reason, ...record });
  const current = { version: number, changed: nextDataVersion, ...record };
  if (version === 0) await queries.insert(values).values({ id: `${place}/value`, ...current });
  else {
    await queries
      .update(values)
      .set(current)
      .where(and(eq(values.indicatorId, vintage.indicatorId), eq(values.year, vintage.year)));
  }
};

export type SourceRow = {
  readonly source: string | null;
  readonly verification: Verification | null;
  readonly at: Instant;
};

/** The source, verification and day of every published vintage that was there at `until`; null: now. */
export const listPublishedSources = async (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
): Promise<SourceRow[]> => {
  const rows = await queries
    .select({ source: valueVintages.source, verification: valueVintages.verification, at: valueVintages.at })
    .from(valueVintages)
    .where(
      and(
        eq(valueVintages.strategyId, strategyId),
        inArray(valueVintages.action, ['published', 'restated']),
        until === null ? undefined : lte(valueVintages.at, until),
      ),
    )
    .orderBy(asc(valueVintages.at));
  return rows.map((row) => ({ ...row, verification: row.verification as Verification | null }));
};
