import type { ReviewDocument } from '@fbs/contract';
import {
  accumulationLabels,
  dataQualityItemLabels,
  dataQualityItems,
  dataQualityStandardLabels,
  dataQualityStandards,
  directionLabels,
  type IndicatorDefinition,
  indicatorKindLabels,
  indicatorLevelLabels,
  indicatorRoleLabels,
  indicatorStatusLabels,
  periodBasisLabels,
  standardAnswerLabels,
} from '@fbs/core';
import { disaggregationWords, dueWords, formulaWords } from './definition-words.ts';
import { indicatorsOf, type PlacedIndicator } from './document-rows.ts';
import { type ColumnOf, column, needed, ofObjective, type Table, tableOf } from './table.ts';

type Definition = IndicatorDefinition;

const def =
  <T>(of: (definition: Definition) => T) =>
  ({ indicator }: PlacedIndicator): T =>
    of(indicator.definition);

const identity: readonly ColumnOf<PlacedIndicator>[] = [
  column('indicator', 'Indicator', 'text', 'Code of the indicator', ({ indicator }) => indicator.code, needed),
  column('objective', 'Objective', 'text', 'Code of its objective', ({ objective }) => objective.code, needed),
  column(
    'name',
    'Name',
    'text',
    'Name of the indicator',
    def(({ name }) => name),
    needed,
  ),
  column(
    'definition',
    'Definition',
    'text',
    'What is counted, and how',
    def(({ definition }) => definition),
    needed,
  ),
  column(
    'definition_version',
    'Definition version',
    'integer',
    'Version of the definition in force in this review',
    ({ indicator }) => indicator.definitionNumber,
    needed,
  ),
  column(
    'status',
    'Status',
    'text',
    'Proposed indicators were not adopted yet',
    def(({ status }) => status),
    { ...needed, words: indicatorStatusLabels },
  ),
  column(
    'role',
    'Role',
    'text',
    "Performance counts into the office's results; context is only shown",
    def(({ role }) => role),
    { ...needed, words: indicatorRoleLabels },
  ),
  column(
    'level',
    'Level',
    'text',
    'Level of the result',
    def(({ level }) => level),
    { ...needed, words: indicatorLevelLabels },
  ),
  column(
    'section',
    'Section',
    'text',
    'Section that owns it',
    def(({ section }) => section),
    needed,
  ),
  column(
    'owner',
    'Owner',
    'text',
    'Who answers for it',
    def(({ owner }) => owner),
  ),
];

const measure: readonly ColumnOf<PlacedIndicator>[] = [
  column(
    'unit',
    'Unit',
    'text',
    'Unit of measurement',
    def(({ unit }) => unit),
    needed,
  ),
  column(
    'kind',
    'Kind',
    'text',
    'Kind of figure; a milestone is 1 (done) or 0',
    def(({ kind }) => kind),
    { ...needed, words: indicatorKindLabels },
  ),
  column(
    'decimals',
    'Decimals',
    'integer',
    'Decimals shown',
    def(({ decimals }) => decimals),
    needed,
  ),
  column(
    'direction',
    'Direction',
    'text',
    'Which way is better',
    def(({ direction }) => direction),
    { ...needed, words: directionLabels },
  ),
  column(
    'tolerance',
    'Tolerance',
    'decimal',
    'Absolute tolerance where the figure is to be kept',
    def(({ tolerance }) => tolerance),
  ),
  column(
    'accumulation',
    'Accumulation',
    'text',
    'Whether each year counts anew',
    def(({ accumulation }) => accumulation),
    { ...needed, words: accumulationLabels },
  ),
  column(
    'cumulative_since',
    'Cumulative since',
    'day',
    'First day of a cumulative count',
    def(({ cumulativeSince }) => cumulativeSince),
  ),
  column(
    'period_basis',
    'Period basis',
    'text',
    'What the figure of a year covers',
    def(({ periodBasis }) => periodBasis),
    { ...needed, words: periodBasisLabels },
  ),
  column(
    'baseline',
    'Baseline',
    'decimal',
    'Figure before the strategy',
    def(({ baseline }) => baseline?.value ?? null),
  ),
  column(
    'baseline_period',
    'Baseline period',
    'text',
    'Period of the baseline',
    def(({ baseline }) => baseline?.period ?? null),
  ),
  column(
    'baseline_source',
    'Baseline source',
    'text',
    'Source of the baseline',
    def(({ baseline }) => baseline?.source ?? null),
  ),
  column('computed', 'Computed from', 'text', 'The formula of a computed indicator', def(formulaWords)),
  column(
    'disaggregations',
    'Disaggregations',
    'text',
    'Dimensions and categories of its breakdown',
    def(disaggregationWords),
  ),
];

const method: readonly ColumnOf<PlacedIndicator>[] = [
  column(
    'data_source',
    'Data source',
    'text',
    'Where the figures come from',
    def(({ dataSource }) => dataSource),
  ),
  column(
    'collection_method',
    'Collection method',
    'text',
    'How they are collected',
    def(({ collectionMethod }) => collectionMethod),
  ),
  column(
    'frequency',
    'Frequency',
    'text',
    'How often',
    def(({ frequency }) => frequency),
  ),
  column('due_rule', 'Due date rule', 'text', 'Own due date; empty: the rule of its period basis', def(dueWords)),
  column(
    'limitations',
    'Limitations',
    'text',
    'What the figures do not say',
    def(({ limitations }) => limitations),
  ),
  column(
    'standard_vocabulary',
    'Standard',
    'text',
    'Vocabulary of its standard reference',
    def(({ reference }) => reference?.vocabulary ?? null),
  ),
  column(
    'standard_code',
    'Standard code',
    'text',
    'Code in that vocabulary',
    def(({ reference }) => reference?.code ?? null),
  ),
];

const quality: readonly ColumnOf<PlacedIndicator>[] = [
  ...dataQualityItems.map((item) =>
    column<PlacedIndicator>(
      `quality_${item}`,
      dataQualityItemLabels[item],
      'text',
      `Data quality: ${dataQualityItemLabels[item].toLowerCase()}`,
      def(({ dataQuality }) => dataQuality.items[item] ?? null),
    ),
  ),
  ...dataQualityStandards.flatMap((standard) => {
    const label = dataQualityStandardLabels[standard];
    return [
      column<PlacedIndicator>(
        `quality_${standard}`,
        label,
        'text',
        `Quality standard: ${label.toLowerCase()}`,
        def(({ dataQuality }) => dataQuality.standards[standard]?.answer ?? null),
        { words: standardAnswerLabels },
      ),
      column<PlacedIndicator>(
        `quality_${standard}_note`,
        `${label}, note`,
        'text',
        `Note on ${label.toLowerCase()}`,
        def(({ dataQuality }) => dataQuality.standards[standard]?.note ?? null),
      ),
      column<PlacedIndicator>(
        `quality_${standard}_on`,
        `${label}, assessed on`,
        'day',
        `Day on which ${label.toLowerCase()} was assessed`,
        def(({ dataQuality }) => dataQuality.standards[standard]?.assessedOn ?? null),
      ),
    ];
  }),
];

export const indicatorTable = (document: ReviewDocument): Table =>
  tableOf(
    {
      name: 'indicators',
      title: 'Indicators',
      description: 'The definition of each indicator as it was in force in this review.',
      key: ['indicator'],
      foreignKeys: [ofObjective],
      columns: [...identity, ...measure, ...method, ...quality],
    },
    indicatorsOf(document),
  );
