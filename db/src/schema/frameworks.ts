import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
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
  },
  (table) => [uniqueIndex('frameworks_code').on(table.strategyId, table.code)],
);

export const frameworkElements = sqliteTable(
  'framework_elements',
  {
    id: text('id').primaryKey(),
    frameworkId: text('framework_id')
      .notNull()
      .references(() => frameworks.id),
    parentId: text('parent_id'),
    code: text('code').notNull(),
    level: text('level').notNull(),
    label: text('label').notNull(),
    text: text('text'),
    quote: text('quote'),
    position: integer('position').notNull(),
  },
  (table) => [uniqueIndex('framework_elements_code').on(table.frameworkId, table.code)],
);

/** Joins a goal, objective or indicator to an element. A removed one keeps its row, so that a past day shows it. */
export const linkages = sqliteTable(
  'linkages',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    elementId: text('element_id')
      .notNull()
      .references(() => frameworkElements.id),
    strength: text('strength').notNull(),
    quote: text('quote'),
    summary: text('summary'),
    position: integer('position').notNull(),
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
    removedAt: text('removed_at'),
  },
  (table) => [
    index('linkages_strategy').on(table.strategyId),
    index('linkages_subject').on(table.subjectKind, table.subjectId),
  ],
);
