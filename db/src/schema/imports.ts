import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';
import { strategies } from './plan.ts';

/** A file of figures: tried (a dry run), and perhaps taken over, and perhaps taken back. */
export const imports = sqliteTable(
  'imports',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    /** tried, committed or undone */
    state: text('state').notNull(),
    /** How many rows would be, or were, inserted, changed, unchanged, warned, refused: JSON. */
    counts: text('counts').notNull(),
    /** The rows of the file, the versions seen when it was tried, and what became of each row: JSON. */
    findings: text('findings').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
    committedAt: text('committed_at'),
    undoneBy: text('undone_by').references(() => people.id),
    undoneAt: text('undone_at'),
    version: integer('version').notNull(),
  },
  (table) => [index('imports_strategy').on(table.strategyId, table.at)],
);

/** What an import changed, and the versions before and after: undoing is possible as long as nothing came on top. */
export const importChanges = sqliteTable(
  'import_changes',
  {
    id: text('id').primaryKey(),
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    /** value or target */
    kind: text('kind').notNull(),
    indicatorId: text('indicator_id').notNull(),
    year: integer('year').notNull(),
    versionBefore: integer('version_before').notNull(),
    versionAfter: integer('version_after').notNull(),
  },
  (table) => [index('import_changes_import').on(table.importId)],
);
