import type { StrategyHead, StrategyState, TreeGoal, TreeObjective, TreeSection } from '@fbs/core';
import { count, eq, inArray } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Queries } from '../database.ts';
import { indicators } from '../schema/indicators.ts';
import { goals, objectives, sections, strategies } from '../schema/plan.ts';
import { reviews } from '../schema/reviews.ts';
import { values } from '../schema/values.ts';

type Saved<T> = Omit<T, 'id'> & { readonly id: string };
export type SavedSection = Saved<TreeSection>;
export type SavedObjective = Saved<TreeObjective>;
export type SavedGoal = Saved<Omit<TreeGoal, 'objectives'>> & { readonly objectives: readonly SavedObjective[] };
export type SavedTree = { readonly sections: readonly SavedSection[]; readonly goals: readonly SavedGoal[] };

export const addStrategy = async (queries: Queries, row: typeof strategies.$inferInsert): Promise<void> => {
  await queries.insert(strategies).values(row);
};

export const writeHead = async (
  queries: Queries,
  id: string,
  head: Partial<StrategyHead> & {
    readonly version: number;
    readonly state?: StrategyState;
    readonly approvedOn?: string;
  },
): Promise<void> => {
  await queries.update(strategies).set(head).where(eq(strategies.id, id));
};

const removeBut = async (
  queries: Queries,
  table: typeof goals | typeof objectives | typeof sections,
  of: string,
  ids: readonly string[],
) => {
  const rows = await queries.select({ id: table.id }).from(table).where(eq(table.strategyId, of));
  const gone = rows.map(({ id }) => id).filter((id) => !ids.includes(id));
  if (gone.length > 0) await queries.delete(table).where(inArray(table.id, gone));
};

/** Two parts may have changed codes with one another: until all are written, none holds the code of another. */
const freeCodes = async (queries: Queries, table: typeof goals | typeof objectives | typeof sections, of: string) => {
  await queries.update(table).set({ code: table.id }).where(eq(table.strategyId, of));
};

const writeSections = async (queries: Queries, strategyId: string, rows: readonly SavedSection[]): Promise<void> => {
  for (const [index, { id, ...words }] of rows.entries()) {
    const row = { ...words, position: index + 1 };
    await queries
      .insert(sections)
      .values({ ...row, id, strategyId })
      .onConflictDoUpdate({ target: sections.id, set: row });
  }
};

const writeGoals = async (queries: Queries, strategyId: string, rows: readonly SavedGoal[]): Promise<void> => {
  let position = 0;
  for (const [index, { id, objectives: own, ...words }] of rows.entries()) {
    const goal = { ...words, position: index + 1 };
    await queries
      .insert(goals)
      .values({ ...goal, id, strategyId, outlineStatement: null, supportsGoals: '[]' })
      .onConflictDoUpdate({ target: goals.id, set: goal });
    for (const { id: objectiveId, ...text } of own) {
      position += 1;
      const objective = { ...text, kind: words.kind, goalId: id, position };
      await queries
        .insert(objectives)
        .values({ ...objective, id: objectiveId, strategyId, outlineStatement: null, dataSources: '[]' })
        .onConflictDoUpdate({ target: objectives.id, set: objective });
    }
  }
};

/**
 * Makes the sections, goals and objectives of a draft what they are here, in this order. `beforeRemoval` runs when all of
 * them are there, and what is left out still is: for what has to leave it first.
 */
export const writeTree = async (
  queries: Queries,
  strategyId: string,
  tree: SavedTree,
  beforeRemoval: () => Promise<void> = async () => {},
): Promise<void> => {
  const own = tree.goals.flatMap((goal) => goal.objectives);
  for (const table of [objectives, goals, sections] as const) await freeCodes(queries, table, strategyId);
  await writeSections(queries, strategyId, tree.sections);
  await writeGoals(queries, strategyId, tree.goals);
  await beforeRemoval();
  await removeBut(
    queries,
    objectives,
    strategyId,
    own.map(({ id }) => id),
  );
  await removeBut(
    queries,
    goals,
    strategyId,
    tree.goals.map(({ id }) => id),
  );
  await removeBut(
    queries,
    sections,
    strategyId,
    tree.sections.map(({ id }) => id),
  );
};

/** What a copied goal or objective says beyond the words of the form. */
export const copyWords = async (queries: Queries, fromId: string, toId: string, kind: 'goal' | 'objective') => {
  if (kind === 'goal') {
    const [row] = await queries.select().from(goals).where(eq(goals.id, fromId));
    if (row === undefined) return;
    const { outlineStatement, supportsGoals } = row;
    await queries.update(goals).set({ outlineStatement, supportsGoals }).where(eq(goals.id, toId));
    return;
  }
  const [row] = await queries.select().from(objectives).where(eq(objectives.id, fromId));
  if (row === undefined) return;
  const { outlineStatement, dataSources } = row;
  await queries.update(objectives).set({ outlineStatement, dataSources }).where(eq(objectives.id, toId));
};

const countsOf = async (
  queries: Queries,
  table: SQLiteTable,
  column: SQLiteColumn,
): Promise<ReadonlyMap<unknown, number>> => {
  const rows = await queries.select({ strategy: column, rows: count() }).from(table).groupBy(column);
  return new Map(rows.map((row) => [row.strategy, row.rows]));
};

export type StrategyCounts = Readonly<Record<'goals' | 'objectives' | 'indicators' | 'values' | 'reviews', number>>;

/** How much each strategy holds; asked for only where strategies are managed. */
export const countParts = async (queries: Queries): Promise<(strategyId: string) => StrategyCounts> => {
  const counted = {
    goals: await countsOf(queries, goals, goals.strategyId),
    objectives: await countsOf(queries, objectives, objectives.strategyId),
    indicators: await countsOf(queries, indicators, indicators.strategyId),
    values: await countsOf(queries, values, values.strategyId),
    reviews: await countsOf(queries, reviews, reviews.strategyId),
  };
  return (strategyId) => ({
    goals: counted.goals.get(strategyId) ?? 0,
    objectives: counted.objectives.get(strategyId) ?? 0,
    indicators: counted.indicators.get(strategyId) ?? 0,
    values: counted.values.get(strategyId) ?? 0,
    reviews: counted.reviews.get(strategyId) ?? 0,
  });
};
