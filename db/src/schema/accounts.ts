import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';

/** The password of a local account, as argon2id made it unreadable. */
export const credentials = sqliteTable('credentials', {
  personId: text('person_id')
    .primaryKey()
    .references(() => people.id),
  hash: text('hash').notNull(),
  changedAt: text('changed_at').notNull(),
});

/** What makes the codes of an app: stands for sign-in once a first code has confirmed it. */
export const secondFactors = sqliteTable('second_factors', {
  personId: text('person_id')
    .primaryKey()
    .references(() => people.id),
  /** Base32; leaves the server once, while it is set up. */
  secret: text('secret').notNull(),
  confirmedAt: text('confirmed_at'),
  /** The time step of the last code that was used: each works once. */
  lastStep: integer('last_step').notNull(),
});

/** For whoever lost the app: each works once. Only hashes are kept. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    hash: text('hash').notNull(),
    usedAt: text('used_at'),
  },
  (table) => [primaryKey({ columns: [table.personId, table.hash] })],
);

/** A link that lets its bearer set a password, once. Only the hash of its token is kept. */
export const accountLinks = sqliteTable(
  'account_links',
  {
    id: text('id').primaryKey(),
    /** set_up | invitation | password_reset */
    kind: text('kind').notNull(),
    /** null: whoever sets the service up. */
    personId: text('person_id').references(() => people.id),
    tokenHash: text('token_hash').notNull(),
    /** What an app would be given if a second factor is set up with the password. */
    secret: text('secret').notNull(),
    createdAt: text('created_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** Used, or replaced by a newer one. */
    endedAt: text('ended_at'),
  },
  (table) => [uniqueIndex('account_links_token').on(table.tokenHash), index('account_links_person').on(table.personId)],
);

/** How often signing in failed lately, by account and by address: the longer, the slower. */
export const signInFailures = sqliteTable('sign_in_failures', {
  /** Hash of what was tried, so that nothing that was typed lies here. */
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  lastAt: text('last_at').notNull(),
});
