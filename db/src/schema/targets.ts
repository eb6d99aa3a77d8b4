import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { indicators } from './indicators.ts';
import { people } from './people.ts';
import { strategies } from './plan.ts';

/** A target as it stands after one version of it. A range has low and high; "no target" on purpose has a reason. */
const figure = {
  value: text('value'),
  low: text('low'),
  high: text('high'),
  noTargetReason: text('no_target_reason'),
  reason: text('reason'),
  afterResult: integer('after_result').notNull(),
  illustrative: integer('illustrative').notNull(),
} as const;

/** The target in force. `version` is the number of its latest vintage. */
export const targets = sqliteTable(
  'targets',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    year: integer('year').notNull(),
    version: integer('version').notNull(),
    /** The data version that last changed the row. */
    changed: integer('changed').notNull().default(0),
    initialValue: text('initial_value'),
    initialLow: text('initial_low'),
    initialHigh: text('initial_high'),
    ...figure,
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
  },
  (table) => [
    uniqueIndex('targets_indicator_year').on(table.indicatorId, table.year),
    index('targets_changed').on(table.strategyId, table.changed),
  ],
);

/** Every version of every target; rows are only added. */
export const targetVintages = sqliteTable(
  'target_vintages',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    year: integer('year').notNull(),
    number: integer('number').notNull(),
    ...figure,
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
  },
  (table) => [uniqueIndex('target_vintages_number').on(table.indicatorId, table.year, table.number)],
);
