import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';

export const people = sqliteTable(
  'people',
  {
    id: text('id').primaryKey(),
    name: text('name').notNull(),
    title: text('title').notNull(),
    /** In small letters; one signs in with it, so no two people share one. */
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
  (table) => [uniqueIndex('people_persona').on(table.persona), uniqueIndex('people_email').on(table.email)],
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
    /** To the minute or so; null: not since it began. */
    lastSeenAt: text('last_seen_at'),
    /** When the person last proved who they are; null: by what needs no proof. */
    provedAt: text('proved_at'),
    /** persona, password or single_sign_on; null: from before it was kept. */
    method: text('method'),
    address: text('address'),
    /** What the browser said of itself. */
    browser: text('browser'),
    /** What the identity provider needs to end its own session with this one. */
    identityToken: text('identity_token'),
  },
  (table) => [uniqueIndex('sessions_token').on(table.tokenHash), index('sessions_person').on(table.personId)],
);

/** Who a person is to an identity provider: its subject is for ever, an e-mail address is not. */
export const personIdentities = sqliteTable(
  'person_identities',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    createdAt: text('created_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('person_identities_person').on(table.personId),
  ],
);
