import {
  type Accumulation,
  type Computed,
  type ComputedPart,
  type DataQualityItem,
  type DataQualityStandard,
  type Direction,
  dataQualityItems,
  dataQualityStandards,
  defaultDueRules,
  type IndicatorDefinition,
  type IndicatorKind,
  type IndicatorLevel,
  type IndicatorRole,
  type IndicatorStatus,
  type PeriodBasis,
  parseDecimal,
  type StandardAnswer,
} from '@fbs/core';

export type BreakdownDraft = {
  readonly dimension: string;
  /** One on each line. */
  readonly categories: string;
  readonly sumsToTotal: boolean;
};
export type PartDraft = { readonly indicator: string; readonly category: string };
export type StandardDraft = { readonly answer: StandardAnswer; readonly note: string; readonly assessedOn: string };

/** The reference sheet as it stands in the form: what was typed, as it was typed. */
export type SheetDraft = {
  readonly objective: string;
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly kind: IndicatorKind;
  readonly decimals: string;
  readonly direction: Direction;
  readonly tolerance: string;
  readonly level: IndicatorLevel;
  readonly role: IndicatorRole;
  readonly status: IndicatorStatus;
  readonly referenceVocabulary: string;
  readonly referenceCode: string;
  readonly origin: 'entered' | Computed['kind'];
  readonly numerator: PartDraft;
  readonly denominator: PartDraft;
  readonly accumulation: Accumulation;
  readonly cumulativeSince: string;
  readonly periodBasis: PeriodBasis;
  readonly dataSource: string;
  readonly collectionMethod: string;
  readonly limitations: string;
  readonly section: string;
  readonly owner: string;
  readonly frequency: string;
  readonly hasOwnDueDate: boolean;
  readonly dueYears: string;
  readonly dueMonth: string;
  readonly dueDay: string;
  readonly baselineValue: string;
  readonly baselinePeriod: string;
  readonly baselineSource: string;
  readonly breakdowns: readonly BreakdownDraft[];
  readonly items: Readonly<Record<DataQualityItem, string>>;
  readonly standards: Readonly<Record<DataQualityStandard, StandardDraft>>;
};

const recordOf = <Key extends string, Value>(keys: readonly Key[], partFor: (key: Key) => Value) =>
  Object.fromEntries(keys.map((key) => [key, partFor(key)])) as Record<Key, Value>;

const noPart: PartDraft = { indicator: '', category: '' };
const partDraft = (part: ComputedPart): PartDraft => ({ indicator: part.indicator, category: part.category ?? '' });
const notAssessed: StandardDraft = { answer: 'not_assessed', note: '', assessedOn: '' };

/** What a definition looks like in the form. */
export const draftOf = (definition: IndicatorDefinition, place: Pick<SheetDraft, 'objective' | 'code'>): SheetDraft => {
  const { computed, baseline, reference, dataQuality, disaggregations, dueRule, tolerance, ...rest } = definition;
  const due = dueRule ?? defaultDueRules[definition.periodBasis];
  return {
    ...place,
    ...rest,
    decimals: String(definition.decimals),
    tolerance: tolerance ?? '',
    cumulativeSince: definition.cumulativeSince ?? '',
    owner: definition.owner ?? '',
    collectionMethod: definition.collectionMethod ?? '',
    frequency: definition.frequency ?? '',
    limitations: definition.limitations ?? '',
    referenceVocabulary: reference?.vocabulary ?? '',
    referenceCode: reference?.code ?? '',
    origin: computed?.kind ?? 'entered',
    numerator: computed?.kind === 'share' ? partDraft(computed.numerator) : noPart,
    denominator: computed?.kind === 'share' ? partDraft(computed.denominator) : noPart,
    hasOwnDueDate: dueRule !== null,
    dueYears: String(due.yearsAfter),
    dueMonth: String(due.month),
    dueDay: String(due.day),
    baselineValue: baseline?.value ?? '',
    baselinePeriod: baseline?.period ?? '',
    baselineSource: baseline?.source ?? '',
    breakdowns: disaggregations.map((each) => ({ ...each, categories: each.categories.join('\n') })),
    items: recordOf(dataQualityItems, (item) => dataQuality.items[item] ?? ''),
    standards: recordOf(dataQualityStandards, (standard) => dataQuality.standards[standard] ?? notAssessed),
  };
};

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

const withThousands = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/;

/** "1,234.50" is 1234.5. What is no number stays as it was typed, for the rules to say what to do. */
const figureOf = (text: string): string => {
  const plain = withThousands.test(text.trim()) ? text.trim().replaceAll(',', '') : text.trim();
  return parseDecimal(plain) ?? plain;
};

const partOf = ({ indicator, category }: PartDraft): ComputedPart =>
  category === '' ? { indicator } : { indicator, category };

const computedOf = ({ origin, numerator, denominator }: SheetDraft): Computed | null => {
  if (origin === 'entered') return null;
  if (origin === 'targets_set') return { kind: origin };
  return { kind: origin, numerator: partOf(numerator), denominator: partOf(denominator) };
};

export const hasFigures = ({ kind }: Pick<SheetDraft, 'kind'>): boolean => kind !== 'milestone' && kind !== 'narrative';

const baselineOf = (draft: SheetDraft): IndicatorDefinition['baseline'] => {
  const baseline = {
    value: figureOf(draft.baselineValue),
    period: draft.baselinePeriod.trim(),
    source: draft.baselineSource.trim(),
  };
  return hasFigures(draft) && Object.values(baseline).some((text) => text !== '') ? baseline : null;
};

const referenceOf = (draft: SheetDraft): IndicatorDefinition['reference'] => {
  const reference = { vocabulary: draft.referenceVocabulary.trim(), code: draft.referenceCode.trim() };
  return reference.vocabulary === '' && reference.code === '' ? null : reference;
};

const breakdownsOf = ({ breakdowns, origin }: SheetDraft): IndicatorDefinition['disaggregations'] =>
  origin !== 'entered'
    ? []
    : breakdowns.map(({ dimension, categories, sumsToTotal }) => ({
        dimension: dimension.trim(),
        categories: categories
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
        sumsToTotal,
      }));

const isSaid = ({ answer, note, assessedOn }: StandardDraft): boolean =>
  answer !== 'not_assessed' || note.trim() !== '' || assessedOn !== '';

const dataQualityOf = ({ items, standards }: SheetDraft): IndicatorDefinition['dataQuality'] => ({
  items: Object.fromEntries(
    dataQualityItems.filter((item) => items[item].trim() !== '').map((item) => [item, items[item].trim()]),
  ),
  standards: Object.fromEntries(
    dataQualityStandards
      .filter((standard) => isSaid(standards[standard]))
      .map((standard) => [standard, { ...standards[standard], note: standards[standard].note.trim() }]),
  ),
});

/** The definition that the form describes: what does not apply to the other answers is left out of it. */
export const definitionOf = (draft: SheetDraft): IndicatorDefinition => ({
  name: draft.name.trim(),
  definition: draft.definition.trim(),
  unit: draft.unit.trim(),
  kind: draft.kind,
  decimals: draft.kind === 'milestone' ? 0 : Number(draft.decimals),
  direction: draft.direction,
  tolerance: draft.direction === 'maintain' && draft.tolerance.trim() !== '' ? figureOf(draft.tolerance) : null,
  accumulation: draft.accumulation,
  cumulativeSince: draft.accumulation === 'cumulative' ? orNull(draft.cumulativeSince) : null,
  periodBasis: draft.periodBasis,
  level: draft.level,
  role: draft.role,
  status: draft.status,
  section: draft.section,
  owner: orNull(draft.owner),
  dataSource: draft.dataSource.trim(),
  collectionMethod: orNull(draft.collectionMethod),
  frequency: orNull(draft.frequency),
  dueRule: draft.hasOwnDueDate
    ? { yearsAfter: Number(draft.dueYears), month: Number(draft.dueMonth), day: Number(draft.dueDay) }
    : null,
  limitations: orNull(draft.limitations),
  disaggregations: breakdownsOf(draft),
  reference: referenceOf(draft),
  computed: computedOf(draft),
  baseline: baselineOf(draft),
  dataQuality: dataQualityOf(draft),
});

/** A sheet that nobody has written on. */
export const emptyDraft = (place: Pick<SheetDraft, 'objective' | 'code'>): SheetDraft =>
  draftOf(
    {
      name: '',
      definition: '',
      unit: '',
      kind: 'number',
      decimals: 0,
      direction: 'increase',
      tolerance: null,
      accumulation: 'annual',
      cumulativeSince: null,
      periodBasis: 'fiscal_year',
      level: 'output',
      role: 'performance',
      status: 'proposed',
      section: '',
      owner: null,
      dataSource: '',
      collectionMethod: null,
      frequency: null,
      dueRule: null,
      limitations: null,
      disaggregations: [],
      reference: null,
      computed: null,
      baseline: null,
      dataQuality: { items: {}, standards: {} },
    },
    place,
  );
