import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { indicators } from './indicators.ts';
import { people } from './people.ts';
import { strategies } from './plan.ts';

/** An indicator-year as it stands after one recorded version of it. */
const record = {
  strategyId: text('strategy_id')
    .notNull()
    .references(() => strategies.id),
  indicatorId: text('indicator_id')
    .notNull()
    .references(() => indicators.id),
  year: integer('year').notNull(),
  /** A recorded state of core: draft, submitted, returned, approved, not_applicable. */
  state: text('state').notNull(),
  value: text('value'),
  text: text('text'),
  chosenRating: text('chosen_rating'),
  measuredOn: text('measured_on'),
  source: text('source'),
  verification: text('verification'),
  explanation: text('explanation'),
  note: text('note'),
  notApplicableReason: text('not_applicable_reason'),
  returnNote: text('return_note'),
  /** The breakdown in force; it stays through submission and approval, and is replaced as a whole. */
  breakdownId: text('breakdown_id'),
  submittedBy: text('submitted_by'),
  illustrative: integer('illustrative').notNull(),
  /** 1 from the first time that an approved figure was replaced. */
  restated: integer('restated').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  at: text('at').notNull(),
} as const;

/** One current row per indicator and year. `version` is the number of its latest vintage. */
export const values = sqliteTable(
  'indicator_values',
  {
    id: text('id').primaryKey(),
    version: integer('version').notNull(),
    /** The data version that last changed the row: who keeps rows in memory asks for what came since. */
    changed: integer('changed').notNull().default(0),
    ...record,
  },
  (table) => [
    uniqueIndex('indicator_values_indicator_year').on(table.indicatorId, table.year),
    index('indicator_values_changed').on(table.strategyId, table.changed),
  ],
);

/** Every recorded version of every indicator-year; rows are only added. */
export const valueVintages = sqliteTable(
  'value_vintages',
  {
    id: text('id').primaryKey(),
    number: integer('number').notNull(),
    /** An entry action of core: entered, corrected, submitted, ... */
    action: text('action').notNull(),
    /** Why: of a correction, a return, a restatement. */
    reason: text('reason'),
    ...record,
  },
  (table) => [
    uniqueIndex('value_vintages_number').on(table.indicatorId, table.year, table.number),
    index('value_vintages_strategy').on(table.strategyId, table.at),
  ],
);

/** A breakdown as it was entered once; a changed one is a new one. */
export const breakdowns = sqliteTable(
  'breakdowns',
  {
    id: text('id').primaryKey(),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    year: integer('year').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
    illustrative: integer('illustrative').notNull(),
  },
  (table) => [index('breakdowns_indicator').on(table.indicatorId, table.year)],
);

export const breakdownRows = sqliteTable(
  'breakdown_rows',
  {
    breakdownId: text('breakdown_id')
      .notNull()
      .references(() => breakdowns.id),
    dimension: text('dimension').notNull(),
    category: text('category').notNull(),
    value: text('value').notNull(),
    position: integer('position').notNull(),
  },
  (table) => [primaryKey({ columns: [table.breakdownId, table.dimension, table.category] })],
);

/** Sums, and the largest parts, kept up in the same write, so that reading costs the same however many rows stand behind them. */
export const breakdownTotals = sqliteTable(
  'breakdown_totals',
  {
    breakdownId: text('breakdown_id')
      .notNull()
      .references(() => breakdowns.id),
    dimension: text('dimension').notNull(),
    total: text('total').notNull(),
    rows: integer('rows').notNull(),
    /** The largest part, which may not exceed the whole. */
    largest: text('largest').notNull().default(''),
    largestCategory: text('largest_category').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.breakdownId, table.dimension] })],
);
