import type { DocumentObjective, ReviewDocument } from '@fbs/contract';
import { assessmentLabels, correctiveActionStateLabels, reviewStateLabels, verificationLabels } from '@fbs/core';
import type { ExportOptions } from '../export-options.ts';
import { objectivesOf } from './document-rows.ts';
import { evidenceTable } from './evidence-table.ts';
import { figureTables } from './figure-tables.ts';
import { indicatorTable } from './indicator-table.ts';
import { planTables } from './plan-tables.ts';
import { type ColumnOf, column, needed, ofObjective, type Table, tableOf } from './table.ts';

const illustrativeWords = 'Invented for evaluation';

const review = (document: ReviewDocument, { sha256, product }: ExportOptions): Table =>
  tableOf<ReviewDocument>(
    {
      name: 'review',
      title: 'Review',
      description: 'Which review these tables are made from.',
      key: ['strategy', 'year'],
      columns: [
        column('strategy', 'Strategy', 'text', 'Identifier of the strategy', (row) => row.strategy.id, needed),
        column('title', 'Title', 'text', 'Title of the strategy', (row) => row.strategy.title, needed),
        column(
          'organization',
          'Organization',
          'text',
          'Whose strategy it is',
          (row) => row.strategy.organization,
          needed,
        ),
        column('year', 'Fiscal year', 'integer', 'Year of the review', (row) => row.year, needed),
        column('version', 'Version', 'integer', 'Version of the review', (row) => row.number, needed),
        column(
          'draft',
          'Draft',
          'yes_no',
          'Not signed off: figures and words can still change',
          (row) => row.draft,
          needed,
        ),
        column('state', 'State', 'text', 'State of the review', (row) => row.state, {
          ...needed,
          words: reviewStateLabels,
        }),
        column('as_of', 'As of', 'instant', 'The moment whose data these are, in UTC', (row) => row.asOf, needed),
        column('signed_by', 'Signed by', 'text', 'Who signed it off', (row) => row.signOff?.person ?? null),
        column('signed_at', 'Signed at', 'instant', 'When, in UTC', (row) => row.signOff?.at ?? null),
        column('sha256', 'SHA-256', 'text', 'Checksum of the signed snapshot', () => sha256),
        column('summary', 'Summary', 'rich', 'Summary of the year', (row) => row.summary),
        column(
          'jsp_statement',
          'JSP statement',
          'rich',
          'How the year served the Joint Strategic Plan',
          (row) => row.jspStatement,
        ),
        column(
          'threshold',
          'Threshold, percent',
          'decimal',
          'Up to this deviation a value is on target',
          (row) => row.method.threshold,
          needed,
        ),
        column(
          'illustrative_figures',
          'Illustrative figures',
          'integer',
          'Figures and targets of the year invented for evaluation',
          (row) => row.illustrative.figures,
          needed,
        ),
        column(
          'illustrative_texts',
          'Illustrative texts',
          'integer',
          'Sections whose words were invented for evaluation',
          (row) => row.illustrative.texts,
          needed,
        ),
        column('product', 'Made with', 'text', 'The program that wrote these tables', () => product, needed),
      ],
    },
    [document],
  );

const assessmentColumns: readonly ColumnOf<DocumentObjective>[] = [
  column('objective', 'Objective', 'text', 'Code of the objective', (row) => row.code, needed),
  column('assessment', 'Assessment', 'text', 'What a person decided', (row) => row.section.assessment, {
    words: assessmentLabels,
  }),
  column('suggestion', 'Suggestion', 'text', 'What the counts suggest', (row) => row.suggestion.assessment, {
    ...needed,
    words: assessmentLabels,
  }),
  column(
    'suggestion_sentence',
    'Why it is suggested',
    'text',
    'How the suggestion was worked out',
    (row) => row.suggestion.sentence,
    needed,
  ),
  column(
    'departure_reason',
    'Reason for departing',
    'rich',
    'Why the assessment is not the suggestion',
    (row) => row.section.departureReason,
  ),
  column('narrative', 'Progress', 'rich', 'What happened', (row) => row.section.narrative),
  column(
    'decisions',
    'Decisions',
    'rich',
    'Programming and funding decisions that followed',
    (row) => row.section.decisions,
  ),
  column('met', 'Met', 'integer', 'Indicators above or on target', (row) => row.rollUp.met, needed),
  column('rated', 'Rated', 'integer', 'Indicators rated', (row) => row.rollUp.rated, needed),
  column('reported', 'Reported', 'integer', 'Indicators reported, of those due', (row) => row.rollUp.reported, needed),
  column('due', 'Due', 'integer', 'Indicators due', (row) => row.rollUp.due, needed),
  column('submitted_by', 'Submitted by', 'text', 'Who submitted the section', (row) => row.section.submittedBy),
  column('cleared_by', 'Cleared by', 'text', 'Who cleared it', (row) => row.section.clearedBy),
  column('illustrative', 'Illustrative', 'yes_no', illustrativeWords, (row) => row.section.illustrative, needed),
];

const assessmentTable = (document: ReviewDocument): Table =>
  tableOf(
    {
      name: 'assessments',
      title: 'Assessments',
      description: 'What the review says of each objective.',
      key: ['objective'],
      foreignKeys: [ofObjective],
      columns: assessmentColumns,
    },
    objectivesOf(document).map(({ objective }) => objective),
  );

type Action = DocumentObjective['actions'][number];

const actionsOf = (document: ReviewDocument): Action[] =>
  objectivesOf(document).flatMap(({ objective }) => [...objective.actions]);

const actions = (document: ReviewDocument): Table =>
  tableOf<Action>(
    {
      name: 'corrective_actions',
      title: 'Corrective actions',
      description: 'What is to be done about a miss, by whom and by when.',
      key: ['action'],
      foreignKeys: [ofObjective],
      columns: [
        column('action', 'Action', 'text', 'Identifier of the action', (row) => row.id, needed),
        column('objective', 'Objective', 'text', 'Code of the objective', (row) => row.objective, needed),
        column('opened_year', 'Opened in', 'integer', 'Review in which it was opened', (row) => row.openedYear, needed),
        column('what', 'What', 'text', 'What is to be done', (row) => row.what, needed),
        column('who', 'Who', 'text', 'Who does it', (row) => row.who, needed),
        column('due_on', 'Due on', 'day', 'By when', (row) => row.dueOn, needed),
        column('state', 'State', 'text', 'How it stands in this review', (row) => row.state, {
          ...needed,
          words: correctiveActionStateLabels,
        }),
        column('carried', 'Carried over', 'yes_no', 'Opened in an earlier review', (row) => row.carried, needed),
        column('illustrative', 'Illustrative', 'yes_no', illustrativeWords, (row) => row.illustrative, needed),
      ],
    },
    actionsOf(document),
  );

const actionUpdates = (document: ReviewDocument): Table =>
  tableOf<Action['updates'][number] & { action: string; number: number }>(
    {
      name: 'action_updates',
      title: 'Action updates',
      description: 'How each corrective action stood, review by review.',
      key: ['action', 'number'],
      foreignKeys: [{ columns: ['action'], table: 'corrective_actions', of: ['action'] }],
      columns: [
        column('action', 'Action', 'text', 'Identifier of the action', (row) => row.action, needed),
        column('number', 'Number', 'integer', 'Oldest first', (row) => row.number, needed),
        column('year', 'Fiscal year', 'integer', 'Year of the review', (row) => row.year, needed),
        column('state', 'State', 'text', 'How it stood', (row) => row.state, {
          ...needed,
          words: correctiveActionStateLabels,
        }),
        column('text', 'Text', 'text', 'What was done', (row) => row.text, needed),
        column('person', 'Person', 'text', 'Who wrote it', (row) => row.person, needed),
        column('at', 'At', 'instant', 'When, in UTC', (row) => row.at, needed),
        column('illustrative', 'Illustrative', 'yes_no', illustrativeWords, (row) => row.illustrative, needed),
      ],
    },
    actionsOf(document).flatMap(({ id, updates }) =>
      updates.map((update, index) => ({ action: id, number: index + 1, ...update })),
    ),
  );

const sources = (document: ReviewDocument): Table =>
  tableOf<ReviewDocument['sources'][number]>(
    {
      name: 'sources',
      title: 'Sources',
      description: 'Where the figures come from, and how many each gave.',
      key: ['source', 'verification'],
      columns: [
        column('source', 'Source', 'text', 'The source', (row) => row.source, needed),
        column(
          'verification',
          'Verification',
          'text',
          'How its figures were verified',
          (row) => row.verification ?? 'not stated',
          { ...needed, words: { ...verificationLabels, 'not stated': 'Not stated' } },
        ),
        column('figures', 'Figures', 'integer', 'How many figures rest on it', (row) => row.figures, needed),
      ],
    },
    document.sources,
  );

const history = (document: ReviewDocument): Table =>
  tableOf<ReviewDocument['history'][number] & { number: number }>(
    {
      name: 'history',
      title: 'Review history',
      description: 'What happened to the review.',
      key: ['number'],
      columns: [
        column('number', 'Number', 'integer', 'Oldest first', (row) => row.number, needed),
        column('action', 'Action', 'text', 'What was done', (row) => row.action, needed),
        column('person', 'Person', 'text', 'Who did it', (row) => row.person, needed),
        column('at', 'At', 'instant', 'When, in UTC', (row) => row.at, needed),
        column('reason', 'Reason', 'text', 'Why', (row) => row.reason),
      ],
    },
    document.history.map((each, index) => ({ number: index + 1, ...each })),
  );

/** The whole review as tidy tables: what the workbook shows on sheets and the CSV folder holds as files. */
export const reviewTables = (document: ReviewDocument, options: ExportOptions): Table[] => {
  const [goals, objectives, linkages] = planTables(document) as [Table, Table, Table];
  return [
    review(document, options),
    goals,
    objectives,
    indicatorTable(document),
    ...figureTables(document),
    assessmentTable(document),
    evidenceTable(document),
    actions(document),
    actionUpdates(document),
    linkages,
    sources(document),
    history(document),
  ];
};
