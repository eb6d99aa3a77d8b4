import type { DocumentGoal, DocumentObjective, ReviewDocument } from '@fbs/contract';
import { goalKindLabels, linkageStrengthLabels, linkageSubjectLabels } from '@fbs/core';
import { type DocumentLinkage, linkagesOf, objectivesOf } from './document-rows.ts';
import { column, needed, type Table, tableOf } from './table.ts';

const goals = (document: ReviewDocument): Table =>
  tableOf<DocumentGoal>(
    {
      name: 'goals',
      title: 'Goals',
      description: 'The goals of the strategy, with the counts of their indicators for the year of the review.',
      key: ['goal'],
      columns: [
        column('goal', 'Goal', 'text', 'Code of the goal', (row) => row.code, needed),
        column('kind', 'Kind', 'text', 'Bureau or management goal', (row) => row.kind, { words: goalKindLabels }),
        column('name', 'Name', 'text', 'Short name', (row) => row.shortName, needed),
        column('statement', 'Statement', 'text', 'As approved', (row) => row.statement, needed),
        column(
          'outline',
          'Outline',
          'text',
          'As in the outline of the strategy, if it differs',
          (row) => row.outlineStatement,
        ),
        column('above', 'Above target', 'integer', 'Indicators above target', (row) => row.rollUp.above, needed),
        column('on', 'On target', 'integer', 'Indicators on target', (row) => row.rollUp.on, needed),
        column(
          'improved',
          'Improved, target not met',
          'integer',
          'Indicators improved, target not met',
          (row) => row.rollUp.improved,
          needed,
        ),
        column('below', 'Below target', 'integer', 'Indicators below target', (row) => row.rollUp.below, needed),
        column(
          'not_rated',
          'Not rated',
          'integer',
          'Performance indicators not rated',
          (row) => row.rollUp.notRated,
          needed,
        ),
        column(
          'reported',
          'Reported',
          'integer',
          'Indicators reported, of those due',
          (row) => row.rollUp.reported,
          needed,
        ),
        column('due', 'Due', 'integer', 'Indicators due', (row) => row.rollUp.due, needed),
      ],
    },
    document.goals,
  );

const objectives = (document: ReviewDocument): Table =>
  tableOf<{ goal: DocumentGoal; objective: DocumentObjective }>(
    {
      name: 'objectives',
      title: 'Objectives',
      description: 'The objectives of the strategy.',
      key: ['objective'],
      foreignKeys: [{ columns: ['goal'], table: 'goals', of: ['goal'] }],
      columns: [
        column('objective', 'Objective', 'text', 'Code of the objective', (row) => row.objective.code, needed),
        column('goal', 'Goal', 'text', 'Code of its goal', (row) => row.goal.code, needed),
        column('name', 'Name', 'text', 'Short name', (row) => row.objective.shortName, needed),
        column('statement', 'Statement', 'text', 'As approved', (row) => row.objective.statement, needed),
        column(
          'outline',
          'Outline',
          'text',
          'As in the outline of the strategy, if it differs',
          (row) => row.objective.outlineStatement,
        ),
      ],
    },
    objectivesOf(document),
  );

const linkages = (document: ReviewDocument): Table =>
  tableOf<DocumentLinkage>(
    {
      name: 'linkages',
      title: 'Linkages',
      description: 'What goals, objectives and indicators link up to, as the strategy says it.',
      key: ['linkage'],
      columns: [
        column('linkage', 'Linkage', 'text', 'Identifier of the linkage', (row) => row.id, needed),
        column('subject_kind', 'Joins', 'text', 'Goal, objective or indicator', (row) => row.subject.kind, {
          ...needed,
          words: linkageSubjectLabels,
        }),
        column(
          'subject',
          'Code',
          'text',
          'Code of the goal, objective or indicator',
          (row) => row.subject.code,
          needed,
        ),
        column('framework', 'Framework', 'text', 'Code of the framework', (row) => row.framework, needed),
        column(
          'framework_title',
          'Framework title',
          'text',
          'Title of the framework',
          (row) => row.frameworkTitle,
          needed,
        ),
        column('element', 'Element', 'text', 'Code of the framework element', (row) => row.element, needed),
        column(
          'element_label',
          'Element label',
          'text',
          'Name of the framework element',
          (row) => row.elementLabel,
          needed,
        ),
        column('strength', 'Strength', 'text', 'How strong the linkage is', (row) => row.strength, {
          ...needed,
          words: linkageStrengthLabels,
        }),
        column('quote', 'Quotation', 'text', 'Quotation from the strategy', (row) => row.quote),
        column('summary', 'Summary', 'text', 'What the linkage means', (row) => row.summary),
      ],
    },
    linkagesOf(document),
  );

export const planTables = (document: ReviewDocument): Table[] => [
  goals(document),
  objectives(document),
  linkages(document),
];
