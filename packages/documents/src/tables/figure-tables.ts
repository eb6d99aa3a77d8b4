import type { DocumentIndicator, IndicatorYear, ReviewDocument } from '@fbs/contract';
import { entryActionLabels, entryStateLabels, notRatedReasonLabels, ratingLabels, verificationLabels } from '@fbs/core';
import { breakdownsOf, indicatorsOf, vintagesOf } from './document-rows.ts';
import { type ColumnOf, column, type ForeignKey, needed, type Table, tableOf } from './table.ts';

const ofIndicator: ForeignKey = { columns: ['indicator'], table: 'indicators', of: ['indicator'] };
const ofValue: ForeignKey = { columns: ['indicator', 'year'], table: 'values', of: ['indicator', 'year'] };
const illustrativeWords = 'Invented for evaluation: no real figure';

const figure: readonly ColumnOf<IndicatorYear>[] = [
  column('indicator', 'Indicator', 'text', 'Code of the indicator', (row) => row.indicator, needed),
  column('year', 'Fiscal year', 'integer', 'Year of the strategy', (row) => row.year, needed),
  column('period', 'Period', 'text', 'What the figure covers', (row) => row.period.label, needed),
  column('period_start', 'Period starts', 'day', 'First day that it covers', (row) => row.period.start, needed),
  column('period_end', 'Period ends', 'day', 'Last day that it covers', (row) => row.period.end, needed),
  column('state', 'State', 'text', 'How far the entry is; an empty value is explained by it', (row) => row.state, {
    ...needed,
    words: entryStateLabels,
  }),
  column('value', 'Value', 'decimal', 'The reported figure; empty: see the state', (row) => row.value),
  column('text', 'In words', 'text', 'Value of a narrative indicator', (row) => row.text),
  column('target', 'Target', 'decimal', 'Target in force', (row) => row.target.value),
  column('target_low', 'Target, low', 'decimal', 'Lower end of a target range', (row) => row.target.low),
  column('target_high', 'Target, high', 'decimal', 'Upper end of a target range', (row) => row.target.high),
  column(
    'no_target_reason',
    'No target because',
    'text',
    'Set where there is no target on purpose',
    (row) => row.target.noTargetReason,
  ),
  column('initial_target', 'Initial target', 'decimal', 'Target first set', (row) => row.target.initial?.value ?? null),
  column(
    'target_revised',
    'Target revised',
    'yes_no',
    'The target in force is not the first one',
    (row) => row.target.revised,
    needed,
  ),
  column(
    'revised_after_result',
    'Revised after the result was known',
    'yes_no',
    'The target was revised when the value was known',
    (row) => row.target.afterResult,
    needed,
  ),
];

const verdict: readonly ColumnOf<IndicatorYear>[] = [
  column('rating', 'Rating', 'text', 'How the value compares with the target', (row) => row.rating.rating, {
    ...needed,
    words: ratingLabels,
  }),
  column('not_rated_reason', 'Not rated because', 'text', 'Why there is no rating', (row) => row.rating.reason, {
    words: notRatedReasonLabels,
  }),
  column(
    'deviation',
    'Deviation, percent',
    'decimal',
    'Percent of the target; positive is good',
    (row) => row.rating.deviation,
  ),
  column(
    'rating_sentence',
    'How it was rated',
    'text',
    'How the rating was worked out',
    (row) => row.rating.sentence,
    needed,
  ),
  column('change', 'Change', 'decimal', 'Against the period before', (row) => row.trend?.change ?? null),
  column('change_percent', 'Change, percent', 'decimal', 'The same in percent', (row) => row.trend?.percent ?? null),
  column('explanation', 'Explanation', 'text', 'Why the value departs from its target', (row) => row.explanation),
  column('note', 'Note', 'text', 'What else is to be known', (row) => row.note),
  column(
    'not_applicable_reason',
    'Not applicable because',
    'text',
    'Why there is no value on purpose',
    (row) => row.notApplicableReason,
  ),
  column('source', 'Source', 'text', 'Where the figure comes from', (row) => row.source),
  column('verification', 'Verification', 'text', 'How it was verified', (row) => row.verification, {
    words: verificationLabels,
  }),
  column(
    'measured_on',
    'Measured on',
    'day',
    'Day of a figure that is taken at a point in time',
    (row) => row.measuredOn,
  ),
  column('due_on', 'Due on', 'day', 'Last day on which the figure is in time', (row) => row.dueDay, needed),
  column('illustrative', 'Illustrative value', 'yes_no', illustrativeWords, (row) => row.illustrative, needed),
  column(
    'target_illustrative',
    'Illustrative target',
    'yes_no',
    illustrativeWords,
    (row) => row.target.illustrative,
    needed,
  ),
  column(
    'restated',
    'Restated',
    'yes_no',
    'An approved figure was replaced by a later one',
    (row) => row.restated,
    needed,
  ),
  column('withheld', 'Draft, not shown', 'yes_no', 'A draft that papers do not show', (row) => row.withheld, needed),
  column('recorded_by', 'Recorded by', 'text', 'Who recorded what stands here', (row) => row.recorded?.person ?? null),
  column('recorded_at', 'Recorded at', 'instant', 'When, in UTC', (row) => row.recorded?.at ?? null),
];

const values = (document: ReviewDocument): Table =>
  tableOf(
    {
      name: 'values',
      title: 'Values',
      description: 'Each indicator in each year up to this one: value, target and rating as of the review.',
      key: ['indicator', 'year'],
      foreignKeys: [ofIndicator],
      columns: [...figure, ...verdict],
    },
    indicatorsOf(document).flatMap(({ indicator }) => indicator.years),
  );

type Vintage = ReturnType<typeof vintagesOf>[number];

const vintageColumns: readonly ColumnOf<Vintage>[] = [
  column('indicator', 'Indicator', 'text', 'Code of the indicator', (row) => row.code, needed),
  column('year', 'Fiscal year', 'integer', 'Year of the strategy', (row) => row.year, needed),
  column('number', 'Vintage', 'integer', 'Number of the recorded version', (row) => row.number, needed),
  column('action', 'Action', 'text', 'What was done', (row) => row.action, { ...needed, words: entryActionLabels }),
  column('state', 'State', 'text', 'The state after it', (row) => row.state, { ...needed, words: entryStateLabels }),
  column('value', 'Value', 'decimal', 'The figure after it', (row) => row.value),
  column('difference', 'Difference', 'decimal', 'Against the version before', (row) => row.difference),
  column('text', 'In words', 'text', 'Value of a narrative indicator', (row) => row.text),
  column('explanation', 'Explanation', 'text', 'The explanation after it', (row) => row.explanation),
  column('note', 'Note', 'text', 'The note after it', (row) => row.note),
  column('source', 'Source', 'text', 'The source after it', (row) => row.source),
  column('verification', 'Verification', 'text', 'How it was verified', (row) => row.verification, {
    words: verificationLabels,
  }),
  column('reason', 'Reason', 'text', 'Why it was corrected, returned or restated', (row) => row.reason),
  column('person', 'Person', 'text', 'Who recorded it', (row) => row.person, needed),
  column('at', 'At', 'instant', 'When, in UTC', (row) => row.at, needed),
  column('illustrative', 'Illustrative', 'yes_no', illustrativeWords, (row) => row.illustrative, needed),
  column('withheld', 'Draft, not shown', 'yes_no', 'A draft that papers do not show', (row) => row.withheld, needed),
];

const vintages = (document: ReviewDocument): Table =>
  tableOf(
    {
      name: 'vintages',
      title: 'Vintages',
      description: 'Every recorded version of every value, with who recorded it, when and why.',
      key: ['indicator', 'year', 'number'],
      foreignKeys: [ofIndicator],
      columns: vintageColumns,
    },
    vintagesOf(document),
  );

type TargetVintage = DocumentIndicator['targets'][number] & { readonly code: string };

const targetColumns: readonly ColumnOf<TargetVintage>[] = [
  column('indicator', 'Indicator', 'text', 'Code of the indicator', (row) => row.code, needed),
  column('year', 'Fiscal year', 'integer', 'Year of the strategy', (row) => row.year, needed),
  column('number', 'Version', 'integer', '1 is the initial target, the others revise it', (row) => row.number, needed),
  column('target', 'Target', 'decimal', 'The target after it', (row) => row.value),
  column('low', 'Low', 'decimal', 'Lower end of a range', (row) => row.low),
  column('high', 'High', 'decimal', 'Upper end of a range', (row) => row.high),
  column(
    'no_target_reason',
    'No target because',
    'text',
    'Set where there is no target on purpose',
    (row) => row.noTargetReason,
  ),
  column('reason', 'Reason', 'text', 'Why it was revised', (row) => row.reason),
  column(
    'revised_after_result',
    'Revised after the result was known',
    'yes_no',
    'The value of the year was known then',
    (row) => row.afterResult,
    needed,
  ),
  column('person', 'Person', 'text', 'Who set it', (row) => row.person, needed),
  column('at', 'At', 'instant', 'When, in UTC', (row) => row.at, needed),
  column('illustrative', 'Illustrative', 'yes_no', illustrativeWords, (row) => row.illustrative, needed),
];

const targets = (document: ReviewDocument): Table =>
  tableOf(
    {
      name: 'targets',
      title: 'Targets',
      description: 'Every target as first set and with every revision.',
      key: ['indicator', 'year', 'number'],
      foreignKeys: [ofIndicator],
      columns: targetColumns,
    },
    indicatorsOf(document).flatMap(({ indicator: { code, targets: rows } }) => rows.map((row) => ({ code, ...row }))),
  );

const breakdowns = (document: ReviewDocument): Table =>
  tableOf<ReturnType<typeof breakdownsOf>[number]>(
    {
      name: 'breakdowns',
      title: 'Breakdowns',
      description: 'The parts of values, by dimension and category.',
      key: ['indicator', 'year', 'dimension', 'category'],
      foreignKeys: [ofValue],
      columns: [
        column('indicator', 'Indicator', 'text', 'Code of the indicator', (row) => row.code, needed),
        column('year', 'Fiscal year', 'integer', 'Year of the strategy', (row) => row.year, needed),
        column('dimension', 'Dimension', 'text', 'What it is broken down by', (row) => row.dimension, needed),
        column('category', 'Category', 'text', 'Which part', (row) => row.category, needed),
        column('value', 'Value', 'decimal', 'The figure of the part', (row) => row.value, needed),
      ],
    },
    breakdownsOf(document),
  );

export const figureTables = (document: ReviewDocument): Table[] => [
  values(document),
  vintages(document),
  targets(document),
  breakdowns(document),
];
