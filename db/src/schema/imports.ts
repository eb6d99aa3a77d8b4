import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
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
    /** tried, committed, undone, cancelled, or refused as a whole */
    state: text('state').notNull(),
    /** How many rows would be, or were, inserted, changed, unchanged, warned, refused: JSON. */
    counts: text('counts').notNull(),
    /** How the file as a whole was read, and the places it is about with the versions seen when it was tried: JSON. */
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

/** The rows of a file in blocks of a few hundred, so that no reader takes all of them at once. */
export const importBlocks = sqliteTable(
  'import_blocks',
  {
    importId: text('import_id')
      .notNull()
      .references(() => imports.id),
    number: integer('number').notNull(),
    /** How many rows of each outcome: JSON. */
    counts: text('counts').notNull(),
    /** The rows as they were read, and what became of each: JSON. */
    rows: text('rows').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.number] })],
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
