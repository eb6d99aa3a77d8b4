import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { people } from './people.ts';
import { objectives, strategies } from './plan.ts';

const reviewRecord = {
  state: text('state').notNull(),
  /** Version of the review: 1, and one more with each reopening. */
  number: integer('number').notNull(),
  summary: text('summary'),
  jspStatement: text('jsp_statement'),
  illustrative: integer('illustrative').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  at: text('at').notNull(),
} as const;

/** The review of a year; a year without a row has not been started. */
export const reviews = sqliteTable(
  'reviews',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    year: integer('year').notNull(),
    version: integer('version').notNull(),
    /** Who sent it to clearance: that person may not sign it off. */
    sentBy: text('sent_by'),
    ...reviewRecord,
  },
  (table) => [uniqueIndex('reviews_year').on(table.strategyId, table.year)],
);

/** Every recorded version of a review's own row; rows are only added. */
export const reviewVintages = sqliteTable(
  'review_vintages',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    vintage: integer('vintage').notNull(),
    /** opened, written, sent_to_clearance, returned, signed_off, reopened */
    action: text('action').notNull(),
    reason: text('reason'),
    ...reviewRecord,
  },
  (table) => [uniqueIndex('review_vintages_number').on(table.reviewId, table.vintage)],
);

const sectionRecord = {
  state: text('state').notNull(),
  assessment: text('assessment'),
  departureReason: text('departure_reason'),
  narrative: text('narrative'),
  decisions: text('decisions'),
  /** Links, as a JSON list of {title, url}. */
  evidence: text('evidence').notNull(),
  /** Files of evidence, as a JSON list of {title, fileName, fileType, size, sha256}; each is kept under its SHA-256. */
  files: text('files').notNull().default('[]'),
  returnNote: text('return_note'),
  submittedBy: text('submitted_by'),
  clearedBy: text('cleared_by'),
  illustrative: integer('illustrative').notNull(),
  personId: text('person_id')
    .notNull()
    .references(() => people.id),
  at: text('at').notNull(),
} as const;

/** What a review says of an objective. */
export const reviewSections = sqliteTable(
  'review_sections',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    objectiveId: text('objective_id')
      .notNull()
      .references(() => objectives.id),
    version: integer('version').notNull(),
    ...sectionRecord,
  },
  (table) => [uniqueIndex('review_sections_objective').on(table.reviewId, table.objectiveId)],
);

/** Every recorded version of a section; rows are only added. */
export const reviewSectionVintages = sqliteTable(
  'review_section_vintages',
  {
    id: text('id').primaryKey(),
    sectionId: text('section_id')
      .notNull()
      .references(() => reviewSections.id),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    objectiveId: text('objective_id')
      .notNull()
      .references(() => objectives.id),
    vintage: integer('vintage').notNull(),
    /** started, written, submitted, returned, cleared */
    action: text('action').notNull(),
    ...sectionRecord,
  },
  (table) => [
    uniqueIndex('review_section_vintages_number').on(table.sectionId, table.vintage),
    index('review_section_vintages_review').on(table.reviewId),
  ],
);

/** What is to be done about a miss; open ones are carried into every later review until closed. */
export const correctiveActions = sqliteTable(
  'corrective_actions',
  {
    id: text('id').primaryKey(),
    strategyId: text('strategy_id')
      .notNull()
      .references(() => strategies.id),
    objectiveId: text('objective_id')
      .notNull()
      .references(() => objectives.id),
    openedYear: integer('opened_year').notNull(),
    what: text('what').notNull(),
    who: text('who').notNull(),
    dueOn: text('due_on').notNull(),
    state: text('state').notNull(),
    version: integer('version').notNull(),
    illustrative: integer('illustrative').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
  },
  (table) => [index('corrective_actions_objective').on(table.strategyId, table.objectiveId)],
);

/** How an action stood in the review of a year; rows are only added. */
export const correctiveActionUpdates = sqliteTable(
  'corrective_action_updates',
  {
    id: text('id').primaryKey(),
    actionId: text('action_id')
      .notNull()
      .references(() => correctiveActions.id),
    number: integer('number').notNull(),
    year: integer('year').notNull(),
    state: text('state').notNull(),
    text: text('text').notNull(),
    illustrative: integer('illustrative').notNull(),
    personId: text('person_id')
      .notNull()
      .references(() => people.id),
    at: text('at').notNull(),
  },
  (table) => [uniqueIndex('corrective_action_updates_number').on(table.actionId, table.number)],
);

/** A signed review, frozen: the exact bytes whose SHA-256 is printed. Triggers refuse update and delete. */
export const snapshots = sqliteTable(
  'snapshots',
  {
    id: text('id').primaryKey(),
    reviewId: text('review_id')
      .notNull()
      .references(() => reviews.id),
    number: integer('number').notNull(),
    document: text('document').notNull(),
    sha256: text('sha256').notNull(),
    signedBy: text('signed_by')
      .notNull()
      .references(() => people.id),
    illustrative: integer('illustrative').notNull(),
    at: text('at').notNull(),
  },
  (table) => [uniqueIndex('snapshots_number').on(table.reviewId, table.number)],
);
