import {
  accumulationLabels,
  type DueRule,
  dataQualityItemLabels,
  dataQualityItems,
  dataQualityStandardLabels,
  dataQualityStandards,
  defaultDueRules,
  directionLabels,
  formatDifference,
  indicatorKindLabels,
  indicatorLevelLabels,
  indicatorRoleLabels,
  indicatorStatusLabels,
  periodBasisLabels,
  standardAnswerLabels,
} from '@fbs/core';
import { formatFigureWithUnit } from '../../lib/figure.ts';
import { formatDay } from '../../lib/format.ts';
import type { IndicatorPage } from './indicator-queries.ts';
import { styleOf } from './indicator-style.ts';

type Definition = IndicatorPage['definition'];

export type Fact = { readonly term: string; readonly words: string | null };

export const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** "July 31 of the year after". */
export const dueRuleWords = ({ yearsAfter, month, day }: DueRule): string => {
  const when =
    yearsAfter === 0 ? 'of the same year' : yearsAfter === 1 ? 'of the year after' : `${yearsAfter} years later`;
  return `${months[month - 1]} ${day} ${when}`;
};

const dueWords = ({ dueRule, periodBasis }: Definition): string =>
  `${dueRuleWords(dueRule ?? defaultDueRules[periodBasis])}${dueRule === null ? '' : ' (set for this indicator)'}`;

const partWords = ({ indicator, category }: { indicator: string; category?: string | undefined }): string =>
  category === undefined ? indicator : `${category} of ${indicator}`;

const computedWords = ({ computed }: Definition): string | null => {
  if (computed === null) return null;
  if (computed.kind === 'targets_set') return 'Performance indicators with a target for the year, as a share of all';
  return `${partWords(computed.numerator)} divided by ${partWords(computed.denominator)}, in percent`;
};

const accumulationWords = ({ accumulation, cumulativeSince }: Definition): string =>
  accumulation === 'cumulative' && cumulativeSince !== null
    ? `Cumulative since ${formatDay(cumulativeSince)}`
    : accumulationLabels[accumulation];

const directionWords = (definition: Definition): string => {
  const { direction, tolerance } = definition;
  const margin = tolerance === null ? '' : `, within ${formatDifference(tolerance, styleOf(definition))} either way`;
  return `${directionLabels[direction]}${margin}`;
};

const baselineWords = (definition: Definition): string | null => {
  const { baseline } = definition;
  if (baseline === null) return null;
  return `${formatFigureWithUnit(baseline.value, styleOf(definition))} (${[baseline.period, baseline.source].filter(Boolean).join('; ')})`;
};

const disaggregationWords = ({ disaggregations }: Definition): string | null =>
  disaggregations.length === 0
    ? null
    : disaggregations
        .map(
          ({ dimension, categories, sumsToTotal }) =>
            `By ${dimension}: ${categories.join(', ')} (${sumsToTotal ? 'they add up to the total' : 'a part of the total'})`,
        )
        .join('; ');

/** The reference sheet in plain words; words are null where the sheet says nothing. */
export const definitionFacts = (definition: Definition, sectionName: string): Fact[] => [
  { term: 'What counts', words: definition.definition },
  { term: 'Unit', words: definition.unit },
  { term: 'Kind', words: indicatorKindLabels[definition.kind] },
  { term: 'Direction', words: directionWords(definition) },
  { term: 'Counting', words: accumulationWords(definition) },
  { term: 'Period', words: periodBasisLabels[definition.periodBasis] },
  { term: 'Level', words: indicatorLevelLabels[definition.level] },
  { term: 'Role', words: indicatorRoleLabels[definition.role] },
  { term: 'Status', words: indicatorStatusLabels[definition.status] },
  { term: 'Section', words: sectionName },
  { term: 'Owner', words: definition.owner },
  { term: 'Data source', words: definition.dataSource === '' ? null : definition.dataSource },
  { term: 'Worked out as', words: computedWords(definition) },
  { term: 'Collection', words: definition.collectionMethod },
  { term: 'Frequency', words: definition.frequency },
  { term: 'Due', words: dueWords(definition) },
  { term: 'Baseline', words: baselineWords(definition) },
  { term: 'Breakdowns', words: disaggregationWords(definition) },
  { term: 'Limitations', words: definition.limitations },
  {
    term: 'Standard reference',
    words: definition.reference === null ? null : `${definition.reference.code} (${definition.reference.vocabulary})`,
  },
];

/** What a full sheet would say and this one does not. */
const expected = ['Owner', 'Collection', 'Frequency', 'Baseline', 'Limitations'];

export const missingFacts = (facts: readonly Fact[]): string[] =>
  facts.filter(({ term, words }) => words === null && expected.includes(term)).map(({ term }) => term.toLowerCase());

const qualityFacts = ({ dataQuality: { items, standards } }: Definition): Fact[] => [
  ...dataQualityItems.map((item) => ({ term: dataQualityItemLabels[item], words: items[item] ?? null })),
  ...dataQualityStandards.map((standard) => {
    const assessed = standards[standard];
    const words =
      assessed === undefined
        ? null
        : [standardAnswerLabels[assessed.answer], assessed.note, formatDay(assessed.assessedOn)]
            .filter((part) => part !== '')
            .join('; ');
    return { term: dataQualityStandardLabels[standard], words };
  }),
];

export type Difference = { readonly term: string; readonly before: string; readonly after: string };

const words = (value: string | null | undefined): string => value ?? 'not set';

/** What an earlier version of the sheet said otherwise, in everything that it says. */
export const definitionDifferences = (before: Definition, after: Definition): Difference[] => {
  const factsOf = (definition: Definition): Fact[] => [
    { term: 'Name', words: definition.name },
    ...definitionFacts(definition, definition.section),
    { term: 'Decimals', words: String(definition.decimals) },
    ...qualityFacts(definition).map(({ term, words }) => ({ term: `Data quality, ${term.toLowerCase()}`, words })),
  ];
  const later = new Map(factsOf(after).map((fact) => [fact.term, fact.words]));
  return factsOf(before)
    .filter((fact) => fact.words !== later.get(fact.term))
    .map((fact) => ({ term: fact.term, before: words(fact.words), after: words(later.get(fact.term)) }));
};
