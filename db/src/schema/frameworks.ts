import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';
import { strategies } from './plan.ts';

/** What a strategy links up to: the JSP, the 3P paradigm, the TVPA minimum standards. */
export const frameworks = sqliteTable(
  'frameworks',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    code: text('code').notNull(),
    title: text('title').notNull(),
    position: integer('position').notNull(),
    /** Raised by every load of its elements. */
    version: integer('version').notNull().default(1),
  },
  (table) => [uniqueIndex('frameworks_code').on(table.strategyId, table.code)],
);

/** What one version of an element says. */
const elementWords = {
  parentId: text('parent_id'),
  level: text('level').notNull(),
  label: text('label').notNull(),
  text: text('text'),
  quote: text('quote'),
  position: integer('position').notNull(),
} as const;

/** The elements as they are now. One that a later load took away keeps its row, and so its past. */
export const frameworkElements = sqliteTable(
  'framework_elements',
  {
    id: text('id').primaryKey(),
    frameworkId: text('framework_id')
      .notNull()
      .references(() => frameworks.id),
    code: text('code').notNull(),
    ...elementWords,
    version: integer('version').notNull().default(1),
    removedAt: text('removed_at'),
  },
  (table) => [uniqueIndex('framework_elements_code').on(table.frameworkId, table.code)],
);

/** Every version of every element; rows are only added. */
export const frameworkElementVintages = sqliteTable(
  'framework_element_vintages',
  {
    id: text('id').primaryKey(),
    elementId: text('element_id')
      .notNull()
      .references(() => frameworkElements.id),
    number: integer('number').notNull(),
    ...elementWords,
    /** 1: with this version it was taken away. */
    removed: integer('removed').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
  },
  (table) => [uniqueIndex('framework_element_vintages_number').on(table.elementId, table.number)],
);

/** What one version of a linkage says. */
const linkageWords = {
  subjectKind: text('subject_kind').notNull(),
  subjectId: text('subject_id').notNull(),
  elementId: text('element_id')
    .notNull()
    .references(() => frameworkElements.id),
  strength: text('strength').notNull(),
  quote: text('quote'),
  summary: text('summary'),
} as const;

/** Joins a goal, objective or indicator to an element, as it is now. A removed one keeps its row, and so its past. */
export const linkages = sqliteTable(
  'linkages',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    ...linkageWords,
    position: integer('position').notNull(),
    /** The number of its latest vintage. */
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    removedAt: text('removed_at'),
  },
  (table) => [
    index('linkages_strategy').on(table.strategyId),
    index('linkages_subject').on(table.subjectKind, table.subjectId),
  ],
);

/** Every version of every linkage; rows are only added. */
export const linkageVintages = sqliteTable(
  'linkage_vintages',
  {
    id: text('id').primaryKey(),
    linkageId: text('linkage_id')
      .notNull()
      .references(() => linkages.id),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    number: integer('number').notNull(),
    ...linkageWords,
    /** 1: with this version it was removed. */
    removed: integer('removed').notNull(),
    reason: text('reason'),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
  },
  (table) => [
    uniqueIndex('linkage_vintages_number').on(table.linkageId, table.number),
    index('linkage_vintages_strategy').on(table.strategyId),
  ],
);
