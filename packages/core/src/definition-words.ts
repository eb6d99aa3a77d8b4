import {
  accumulationLabels,
  directionLabels,
  indicatorKindLabels,
  indicatorLevelLabels,
  indicatorRoleLabels,
  periodBasisLabels,
} from './labels.ts';
import type { IndicatorDefinition } from './types.ts';

/** A text before and after, for a reader. */
export type FieldChange = { readonly field: string; readonly before: string; readonly after: string };

/** What the fields of a strategy's parts are called, in the order in which they are compared. */
export const fieldLabels = {
  title: 'Title',
  organization: 'Organization',
  acronym: 'Short name of the organization',
  years: 'Years',
  vision: 'Vision',
  missionSummary: 'Mission',
  shortName: 'Short name',
  statement: 'What it says',
  justificationSummary: 'Why it was chosen',
  name: 'Name',
  definition: 'Definition',
  unit: 'Unit',
  kind: 'Kind',
  decimals: 'Decimals',
  direction: 'Direction',
  tolerance: 'Tolerance',
  accumulation: 'Accumulation',
  cumulativeSince: 'Cumulative since',
  periodBasis: 'Period basis',
  level: 'Level',
  role: 'Role',
  section: 'Section',
  dataSource: 'Data source',
  collectionMethod: 'Collection method',
  frequency: 'Frequency',
  limitations: 'Limitations',
  reference: 'Standard',
  baseline: 'Baseline',
  kept: 'Other words of the file',
} as const;

/** A definition in words, field by field; what is not set is an empty text. */
export const definitionWords = (definition: IndicatorDefinition): Readonly<Record<string, string>> => {
  const { baseline, reference } = definition;
  return {
    name: definition.name,
    definition: definition.definition,
    unit: definition.unit,
    kind: indicatorKindLabels[definition.kind],
    decimals: String(definition.decimals),
    direction: directionLabels[definition.direction],
    tolerance: definition.tolerance ?? '',
    accumulation: accumulationLabels[definition.accumulation],
    cumulativeSince: definition.cumulativeSince ?? '',
    periodBasis: periodBasisLabels[definition.periodBasis],
    level: indicatorLevelLabels[definition.level],
    role: indicatorRoleLabels[definition.role],
    section: definition.section,
    dataSource: definition.dataSource,
    collectionMethod: definition.collectionMethod ?? '',
    frequency: definition.frequency ?? '',
    limitations: definition.limitations ?? '',
    reference: reference === null ? '' : `${reference.vocabulary} ${reference.code}`,
    baseline: baseline === null ? '' : `${baseline.value} (${baseline.period}) ${baseline.source}`.trim(),
  };
};
