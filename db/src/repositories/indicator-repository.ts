import type { IndicatorDefinition, Instant } from '@fbs/core';
import { and, asc, desc, eq, lte, max, sql } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { indicatorDefinitions, indicators, notes } from '../schema/indicators.ts';
import { people } from '../schema/people.ts';

export type IndicatorRow = typeof indicators.$inferSelect & { readonly definition: IndicatorDefinition };

export type DefinitionRow = {
  readonly number: number;
  readonly definition: IndicatorDefinition;
  readonly reason: string | null;
  readonly person: string;
  readonly at: Instant;
};

export type NoteRow = {
  readonly id: string;
  readonly year: number;
  readonly text: string;
  readonly person: string;
  readonly at: Instant;
  readonly illustrative: boolean;
};

const definitionsAt = (queries: Queries, until: Instant) =>
  queries
    .select({
      indicatorId: indicatorDefinitions.indicatorId,
      // an alias stands in the query unqualified, so it must be a name that no table has
      chosenNumber:
        sql<number>`coalesce(max(case when ${indicatorDefinitions.at} <= ${until} then ${indicatorDefinitions.number} end), 1)`.as(
          'chosen_number',
        ),
    })
    .from(indicatorDefinitions)
    .groupBy(indicatorDefinitions.indicatorId)
    .as('definitions_at');

const columns = {
  indicator: indicators,
  number: indicatorDefinitions.number,
  text: indicatorDefinitions.definition,
} as const;

/** Every indicator with the definition in force at `until` (null: now); with its first one where that day lies before. */
export const listIndicators = async (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
): Promise<IndicatorRow[]> => {
  const ofIndicator = eq(indicatorDefinitions.indicatorId, indicators.id);
  const chosen = until === null ? undefined : definitionsAt(queries, until);
  const rows = await (chosen === undefined
    ? queries
        .select(columns)
        .from(indicators)
        .innerJoin(indicatorDefinitions, and(ofIndicator, eq(indicatorDefinitions.number, indicators.definitionNumber)))
        .where(eq(indicators.strategyId, strategyId))
        .orderBy(asc(indicators.position))
    : queries
        .select(columns)
        .from(indicators)
        .innerJoin(chosen, eq(chosen.indicatorId, indicators.id))
        .innerJoin(indicatorDefinitions, and(ofIndicator, eq(indicatorDefinitions.number, chosen.chosenNumber)))
        .where(eq(indicators.strategyId, strategyId))
        .orderBy(asc(indicators.position)));
  return rows.map(({ indicator, number, text }) => ({
    ...indicator,
    definitionNumber: number,
    definition: JSON.parse(text) as IndicatorDefinition,
  }));
};

/** The ids of a strategy's indicators by their codes, without their definitions. */
export const listIdsByCode = async (queries: Queries, strategyId: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await queries
    .select({ id: indicators.id, code: indicators.code })
    .from(indicators)
    .where(eq(indicators.strategyId, strategyId));
  return new Map(rows.map(({ id, code }) => [code, id]));
};

/** The indicator of an earlier strategy that another one continues, where this instance holds it. */
export const findPredecessor = async (
  queries: Queries,
  indicatorId: string,
): Promise<Pick<IndicatorRow, 'id' | 'strategyId' | 'code'> | undefined> => {
  const [own] = await queries
    .select({ predecessorId: indicators.predecessorId })
    .from(indicators)
    .where(eq(indicators.id, indicatorId));
  if (typeof own?.predecessorId !== 'string') return undefined;
  const { id, strategyId, code } = indicators;
  const [row] = await queries.select({ id, strategyId, code }).from(indicators).where(eq(id, own.predecessorId));
  return row;
};

/** Says whose series an indicator continues; null: nobody's. */
export const setPredecessor = async (
  queries: Queries,
  { id, version }: Pick<IndicatorRow, 'id' | 'version'>,
  predecessorId: string | null,
): Promise<void> => {
  await queries
    .update(indicators)
    .set({ predecessorId, version: version + 1 })
    .where(eq(indicators.id, id));
};

/** Every version of a definition that was there at `until`, newest first. */
export const listDefinitions = async (
  queries: Queries,
  indicatorId: string,
  until: Instant | null,
): Promise<DefinitionRow[]> => {
  const rows = await queries
    .select({ row: indicatorDefinitions, person: people.name })
    .from(indicatorDefinitions)
    .innerJoin(people, eq(people.id, indicatorDefinitions.personId))
    .where(
      and(
        eq(indicatorDefinitions.indicatorId, indicatorId),
        until === null ? undefined : lte(indicatorDefinitions.at, until),
      ),
    )
    .orderBy(desc(indicatorDefinitions.number));
  return rows.map(({ row, person }) => ({
    number: row.number,
    definition: JSON.parse(row.definition) as IndicatorDefinition,
    reason: row.reason,
    person,
    at: row.at,
  }));
};

/** Every version of every definition of a strategy that was there at `until`, oldest first. */
export const listDefinitionHistory = async (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
): Promise<(DefinitionRow & { readonly indicatorId: string })[]> => {
  const rows = await queries
    .select({ row: indicatorDefinitions, person: people.name })
    .from(indicatorDefinitions)
    .innerJoin(indicators, eq(indicators.id, indicatorDefinitions.indicatorId))
    .innerJoin(people, eq(people.id, indicatorDefinitions.personId))
    .where(and(eq(indicators.strategyId, strategyId), until === null ? undefined : lte(indicatorDefinitions.at, until)))
    .orderBy(asc(indicatorDefinitions.number));
  return rows.map(({ row, person }) => ({
    indicatorId: row.indicatorId,
    number: row.number,
    definition: JSON.parse(row.definition) as IndicatorDefinition,
    reason: row.reason,
    person,
    at: row.at,
  }));
};

export type NewIndicator = {
  readonly id: string;
  readonly strategyId: string;
  readonly objectiveId: string;
  readonly code: string;
  readonly definition: IndicatorDefinition;
  readonly personId: string;
  readonly at: Instant;
  /** The indicator of an earlier strategy whose series it continues. */
  readonly predecessorId?: string;
};

/** Adds an indicator behind the last one, with version 1 of its definition. */
export const addIndicator = async (queries: Queries, added: NewIndicator): Promise<void> => {
  const [last] = await queries
    .select({ position: max(indicators.position) })
    .from(indicators)
    .where(eq(indicators.strategyId, added.strategyId));
  const { definition, personId, at, ...row } = added;
  await queries
    .insert(indicators)
    .values({ ...row, position: (last?.position ?? 0) + 1, definitionNumber: 1, version: 1, createdAt: at });
  await queries.insert(indicatorDefinitions).values({
    id: `${row.id}/definition/1`,
    indicatorId: row.id,
    number: 1,
    definition: JSON.stringify(definition),
    reason: null,
    personId,
    at,
  });
};

export type NewDefinition = {
  readonly indicator: Pick<IndicatorRow, 'id' | 'version' | 'definitionNumber'>;
  readonly definition: IndicatorDefinition;
  readonly reason: string;
  readonly personId: string;
  readonly at: Instant;
};

/** Adds the next version of a definition and puts it in force. */
export const addDefinition = async (queries: Queries, added: NewDefinition): Promise<void> => {
  const { indicator, definition, ...rest } = added;
  const number = indicator.definitionNumber + 1;
  await queries.insert(indicatorDefinitions).values({
    id: `${indicator.id}/definition/${number}`,
    indicatorId: indicator.id,
    number,
    definition: JSON.stringify(definition),
    ...rest,
  });
  await queries
    .update(indicators)
    .set({ definitionNumber: number, version: indicator.version + 1 })
    .where(eq(indicators.id, indicator.id));
};

/** Gives indicators other places in their list. */
export const placeIndicators = async (
  queries: Queries,
  placed: readonly Pick<IndicatorRow, 'id' | 'position'>[],
): Promise<void> => {
  for (const { id, position } of placed) {
    await queries.update(indicators).set({ position }).where(eq(indicators.id, id));
  }
};

export const listNotes = async (queries: Queries, indicatorId: string, until: Instant | null): Promise<NoteRow[]> => {
  const rows = await queries
    .select({ note: notes, person: people.name })
    .from(notes)
    .innerJoin(people, eq(people.id, notes.personId))
    .where(and(eq(notes.indicatorId, indicatorId), until === null ? undefined : lte(notes.at, until)))
    .orderBy(asc(notes.year), asc(notes.at));
  return rows.map(({ note, person }) => ({
    id: note.id,
    year: note.year,
    text: note.text,
    person,
    at: note.at,
    illustrative: note.illustrative === 1,
  }));
};

export const addNote = async (
  queries: Queries,
  note: Omit<typeof notes.$inferInsert, 'illustrative'>,
): Promise<void> => {
  await queries.insert(notes).values({ ...note, illustrative: 0 });
};

/** Gives indicators other objectives and codes; two may have changed codes with one another. */
export const moveIndicators = async (
  queries: Queries,
  moved: readonly Pick<IndicatorRow, 'id' | 'objectiveId' | 'code' | 'version'>[],
): Promise<void> => {
  for (const { id } of moved) await queries.update(indicators).set({ code: id }).where(eq(indicators.id, id));
  for (const { id, objectiveId, code, version } of moved) {
    await queries
      .update(indicators)
      .set({ objectiveId, code, version: version + 1 })
      .where(eq(indicators.id, id));
  }
};
