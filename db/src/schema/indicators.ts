import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';
import { objectives, strategies } from './plan.ts';

export const indicators = sqliteTable(
  'indicators',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    objectiveId: text('objective_id')
      .notNull()
      .references(() => objectives.id),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    /** The definition version in force: a number in indicator_definitions. */
    definitionNumber: integer('definition_number').notNull(),
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    /** Whose series it continues: an indicator of an earlier strategy, which another instance need not hold. */
    predecessorId: text('predecessor_id'),
  },
  (table) => [uniqueIndex('indicators_code').on(table.strategyId, table.code)],
);

/** Every version of an indicator's reference sheet; rows are only added. */
export const indicatorDefinitions = sqliteTable(
  'indicator_definitions',
  {
    id: text('id').primaryKey(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    number: integer('number').notNull(),
    /** The sheet (IndicatorDefinition of core) as JSON. */
    definition: text('definition').notNull(),
    reason: text('reason'),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
  },
  (table) => [uniqueIndex('indicator_definitions_number').on(table.indicatorId, table.number)],
);

/** Remarks on a year, shown as points on the chart. */
export const notes = sqliteTable(
  'notes',
  {
    id: text('id').primaryKey(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    year: integer('year').notNull(),
    text: text('text').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
    illustrative: integer('illustrative').notNull(),
  },
  (table) => [index('notes_indicator').on(table.indicatorId, table.year)],
);
