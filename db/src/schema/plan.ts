import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const strategies = sqliteTable('strategies', {
  id: text('id').primaryKey(),
  title: text('title').notNull(),
  firstYear: integer('first_year').notNull(),
  lastYear: integer('last_year').notNull(),
  vision: text('vision').notNull(),
  missionSummary: text('mission_summary').notNull(),
  organization: text('organization').notNull(),
  acronym: text('acronym').notNull(),
  parent: text('parent').notNull(),
  sourceTitle: text('source_title').notNull(),
  approvedOn: text('approved_on').notNull(),
  lastUpdatedOn: text('last_updated_on').notNull(),
  marking: text('marking').notNull(),
  /** A strategy state of core: draft, in_force, archived. */
  state: text('state').notNull().default('in_force'),
  version: integer('version').notNull(),
  createdAt: text('created_at').notNull(),
});

/** The parts of the office that own indicators: RPA, IP, PEIA, RMP. */
export const sections = sqliteTable(
  'sections',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    summary: text('summary').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('sections_code').on(table.strategyId, table.code)],
);

export const goals = sqliteTable(
  'goals',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    shortName: text('short_name').notNull(),
    statement: text('statement').notNull(),
    outlineStatement: text('outline_statement'),
    /** Codes of the goals that it serves, as a JSON list. */
    supportsGoals: text('supports_goals').notNull(),
  },
  (table) => [uniqueIndex('goals_code').on(table.strategyId, table.code)],
);

export const objectives = sqliteTable(
  'objectives',
  {
    id: text('id').primaryKey(),
    goalId: text('goal_id')
      .notNull()
      .references(() => goals.id),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    kind: text('kind').notNull(),
    shortName: text('short_name').notNull(),
    statement: text('statement').notNull(),
    outlineStatement: text('outline_statement'),
    justificationSummary: text('justification_summary').notNull(),
    /** Names of the data sources, as a JSON list. */
    dataSources: text('data_sources').notNull(),
  },
  (table) => [
    uniqueIndex('objectives_code').on(table.strategyId, table.code),
    index('objectives_goal').on(table.goalId),
  ],
);

/** Published facts about the office's work: background on the goal pages, never rated. */
export const officeFacts = sqliteTable(
  'office_facts',
  {
    id: text('id').primaryKey(),
    goalId: text('goal_id')
      .notNull()
      .references(() => goals.id),
    position: integer('position').notNull(),
    fact: text('fact').notNull(),
    value: text('value').notNull(),
    unit: text('unit').notNull(),
    asOf: text('as_of').notNull(),
    source: text('source').notNull(),
  },
  (table) => [index('office_facts_goal').on(table.goalId)],
);

/** What a part of a strategy is called in the file that it came from, and what that file says beyond our own fields. */
export const partOrigins = sqliteTable(
  'part_origins',
  {
    /** The id of the strategy, goal, objective or indicator. */
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    /** strategy, goal, objective or indicator. */
    kind: text('kind').notNull(),
    identifier: text('identifier').notNull(),
    /** "Name: text", one a line. */
    kept: text('kept').notNull(),
  },
  (table) => [index('part_origins_strategy').on(table.strategyId)],
);
