import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

/**
 * The words of everything that can be found, one row a thing. Triggers on the tables of these things keep it true in
 * the same write, so nothing else writes here; the full-text index stands beside it, in the migrations alone.
 */
export const searchDocuments = sqliteTable(
  'search_documents',
  {
    id: integer('id').primaryKey(),
    /** A search kind of core: goal, objective, indicator, ... */
    kind: text('kind').notNull(),
    subjectId: text('subject_id').notNull(),
    /** null: of no strategy of its own (people), or of that of its parent (framework elements). */
    strategyId: text('strategy_id'),
    /** The indicator, framework or review that it belongs to. */
    parentId: text('parent_id'),
    year: integer('year'),
    code: text('code').notNull(),
    /** By which exact words it is called, each between bars: "|1 2 d|indicator 1 2 d|". */
    keys: text('keys').notNull(),
    title: text('title').notNull(),
    body: text('body').notNull(),
    /** 1: a draft, which only those read who may see drafts of its section. */
    withheld: integer('withheld').notNull(),
    illustrative: integer('illustrative').notNull(),
    personId: text('person_id'),
    at: text('at'),
  },
  (table) => [uniqueIndex('search_documents_subject').on(table.kind, table.subjectId)],
);
