import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  /** JSON. */
  value: text('value').notNull(),
  version: integer('version').notNull(),
  at: text('at').notNull(),
});

/** Named numbers: `data_version` is raised by every write. */
export const counters = sqliteTable('counters', {
  name: text('name').primaryKey(),
  value: integer('value').notNull(),
});

/** Who changed what, from what to what, and when. Never pruned. */
export const auditEntries = sqliteTable(
  'audit_entries',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: text('at').notNull(),
    personId: text('person_id'),
    /** What was done: "entered a value", "signed in". */
    action: text('action').notNull(),
    subjectKind: text('subject_kind').notNull(),
    subjectId: text('subject_id').notNull(),
    strategyId: text('strategy_id'),
    /** JSON, or null where there was nothing before or is nothing after. */
    before: text('before'),
    after: text('after'),
  },
  (table) => [
    index('audit_entries_subject').on(table.subjectKind, table.subjectId),
    index('audit_entries_at').on(table.at),
  ],
);

/**
 * The chain over the trail: the SHA-256 of an entry together with that of the entry before it. A row that is changed,
 * removed or slipped in by hand breaks it. A row of its own, since entries are never updated.
 */
export const auditHashes = sqliteTable('audit_hashes', {
  entryId: integer('entry_id')
    .primaryKey()
    .references(() => auditEntries.id),
  hash: text('hash').notNull(),
});

/** What a setting was from when on, from its first change: past days are shown by what held then. */
export const settingVintages = sqliteTable(
  'setting_vintages',
  {
    key: text('key').notNull(),
    version: integer('version').notNull(),
    /** JSON. */
    value: text('value').notNull(),
    at: text('at').notNull(),
    /** null: it came with the strategy. */
    personId: text('person_id'),
    reason: text('reason'),
  },
  (table) => [primaryKey({ columns: [table.key, table.version] })],
);
