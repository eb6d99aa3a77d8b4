import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    email: text('email'),
    section: text('section'),
    /** The word one signs in with in evaluation mode; null: cannot. */
    persona: text('persona'),
    position: integer('position').notNull(),
    active: integer('active').notNull(),
    illustrative: integer('illustrative').notNull(),
    version: integer('version').notNull(),
    createdAt: text('created_at').notNull(),
  },
  (table) => [uniqueIndex('people_persona').on(table.persona)],
);

export const personRoles = sqliteTable(
  'person_roles',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.role] })],
);

/** A signed-in browser. Only the hash of its token is kept, so that a copied database opens no door. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text('id').primaryKey(),
    tokenHash: text('token_hash').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    endedAt: text('ended_at'),
  },
  (table) => [uniqueIndex('sessions_token').on(table.tokenHash), index('sessions_person').on(table.personId)],
);
