import type { GoalKind, StrategyState } from '@fbs/core';
import { asc, eq } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { goals, objectives, officeFacts, sections, strategies } from '../schema/plan.ts';

export type StrategyRow = Omit<typeof strategies.$inferSelect, 'state'> & { readonly state: StrategyState };
export type SectionRow = typeof sections.$inferSelect;
export type GoalRow = Omit<typeof goals.$inferSelect, 'supportsGoals' | 'kind'> & {
  readonly kind: GoalKind;
  readonly supportsGoals: readonly string[];
};
export type ObjectiveRow = Omit<typeof objectives.$inferSelect, 'dataSources' | 'kind'> & {
  readonly kind: GoalKind;
  readonly dataSources: readonly string[];
};
export type OfficeFactRow = typeof officeFacts.$inferSelect;

const strategyOf = (row: typeof strategies.$inferSelect): StrategyRow => ({
  ...row,
  state: row.state as StrategyState,
});

export const listStrategies = async (queries: Queries): Promise<StrategyRow[]> => {
  const rows = await queries.select().from(strategies).orderBy(asc(strategies.firstYear), asc(strategies.id));
  return rows.map(strategyOf);
};

export const findStrategy = async (queries: Queries, id: string): Promise<StrategyRow | undefined> => {
  const [row] = await queries.select().from(strategies).where(eq(strategies.id, id));
  return row && strategyOf(row);
};

export const listSections = (queries: Queries, strategyId: string): Promise<SectionRow[]> =>
  queries.select().from(sections).where(eq(sections.strategyId, strategyId)).orderBy(asc(sections.position));

export const listGoals = async (queries: Queries, strategyId: string): Promise<GoalRow[]> => {
  const rows = await queries.select().from(goals).where(eq(goals.strategyId, strategyId)).orderBy(asc(goals.position));
  return rows.map((row) => ({
    ...row,
    kind: row.kind as GoalKind,
    supportsGoals: JSON.parse(row.supportsGoals) as string[],
  }));
};

export const listObjectives = async (queries: Queries, strategyId: string): Promise<ObjectiveRow[]> => {
  const rows = await queries
    .select()
    .from(objectives)
    .where(eq(objectives.strategyId, strategyId))
    .orderBy(asc(objectives.position));
  return rows.map((row) => ({
    ...row,
    kind: row.kind as GoalKind,
    dataSources: JSON.parse(row.dataSources) as string[],
  }));
};

export const listOfficeFacts = (queries: Queries, goalId: string): Promise<OfficeFactRow[]> =>
  queries.select().from(officeFacts).where(eq(officeFacts.goalId, goalId)).orderBy(asc(officeFacts.position));
