import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { indicators } from './indicators.ts';
import { people } from './people.ts';
import { strategies } from './plan.ts';

/** What shows that a figure is right: a link, or a file that stands outside the web root. Kept when a value is corrected. */
export const evidence = sqliteTable(
  'evidence',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    year: integer('year').notNull(),
    /** link or file */
    kind: text('kind').notNull(),
    title: text('title').notNull(),
    /** Of a link. */
    url: text('url'),
    /** Of a file: its name as it was given, its type by content, its size in bytes, and the SHA-256 it is stored under. */
    fileName: text('file_name'),
    mediaType: text('media_type'),
    size: integer('size'),
    sha256: text('sha256'),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
    removedBy: text('removed_by').references(() => people.id),
    removedAt: text('removed_at'),
  },
  (table) => [index('evidence_indicator').on(table.indicatorId, table.year)],
);

/** What people say to each other about an indicator-year. */
export const comments = sqliteTable(
  'comments',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    year: integer('year').notNull(),
    text: text('text').notNull(),
    /** Ids of the people mentioned, as a JSON list. */
    mentions: text('mentions').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
    resolvedBy: text('resolved_by').references(() => people.id),
    resolvedAt: text('resolved_at'),
    version: integer('version').notNull(),
  },
  (table) => [
    index('comments_indicator').on(table.indicatorId, table.year),
    index('comments_strategy').on(table.strategyId),
  ],
);

/** Every resolving and reopening of a comment; rows are only added. `number`: the comment's version after it. */
export const commentMoves = sqliteTable(
  'comment_moves',
  {
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id),
    number: integer('number').notNull(),
    /** resolved or open */
    movedTo: text('moved_to').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.commentId, table.number] })],
);

/** Whether a mention has reached whom it names. */
export const mentionReceipts = sqliteTable(
  'mention_receipts',
  {
    commentId: text('comment_id')
      .notNull()
      .references(() => comments.id),
    receiverId: text('receiver_id')
      .notNull()
      .references(() => people.id),
    /** When the e-mail left; null: in the product alone. */
    mailedAt: text('mailed_at'),
    seenAt: text('seen_at'),
  },
  (table) => [
    primaryKey({ columns: [table.commentId, table.receiverId] }),
    index('mention_receipts_receiver').on(table.receiverId),
  ],
);

/** Somebody was asked for a figure; at most one a day for each indicator-year and receiver. */
export const reminders = sqliteTable(
  'reminders',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    indicatorId: text('indicator_id')
      .notNull()
      .references(() => indicators.id),
    year: integer('year').notNull(),
    receiverId: text('receiver_id')
      .notNull()
      .references(() => people.id),
    /** null: sent by the service itself, around the due date. */
    senderId: text('sender_id').references(() => people.id),
    day: text('day').notNull(),
    at: text('at').notNull(),
    /** When the e-mail left; null: in the product alone. */
    mailedAt: text('mailed_at'),
    seenAt: text('seen_at'),
  },
  (table) => [
    uniqueIndex('reminders_once_a_day').on(table.indicatorId, table.year, table.receiverId, table.day),
    index('reminders_receiver').on(table.receiverId),
  ],
);
