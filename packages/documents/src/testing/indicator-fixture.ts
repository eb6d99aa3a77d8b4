import type { DocumentIndicator, IndicatorYear, Target } from '@fbs/contract';
import {
  type Decimal,
  dueDay,
  type EntryState,
  type IndicatorDefinition,
  isReported,
  periodOf,
  rate,
  trendOf,
} from '@fbs/core';

/** What one year of an invented indicator holds; everything else follows by the product's rules. */
export type YearFixture = Partial<Omit<IndicatorYear, 'target'>> & {
  readonly target?: Decimal | { readonly low: Decimal; readonly high: Decimal };
  /** The target first set; the other is then its revision. */
  readonly initial?: Decimal;
  readonly afterResult?: boolean;
  readonly noTargetReason?: string;
  readonly targetIllustrative?: boolean;
};

export type IndicatorFixture = Partial<Omit<DocumentIndicator, 'definition' | 'years' | 'entry'>> & {
  readonly code: string;
  readonly name: string;
  readonly definition?: Partial<IndicatorDefinition>;
  readonly years: Readonly<Record<number, YearFixture>>;
};

const today = '2023-10-15';

const definitionOf = ({ name, definition }: IndicatorFixture): IndicatorDefinition => ({
  name,
  definition: `${name}, counted once a year by the section that owns the indicator.`,
  unit: 'people',
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
  section: 'IP',
  owner: null,
  dataSource: 'Reports of the implementing partners',
  collectionMethod: null,
  frequency: 'Yearly',
  dueRule: null,
  limitations: 'Partners count participants, so that one person can be counted twice.',
  disaggregations: [],
  reference: null,
  computed: null,
  baseline: null,
  dataQuality: { items: { source: 'Quarterly reports', limitations: 'Double counting' }, standards: {} },
  ...definition,
});

const targetOf = ({ target, initial, afterResult, noTargetReason, targetIllustrative }: YearFixture): Target => {
  const figure =
    typeof target === 'object' ? { value: null, ...target } : { value: target ?? null, low: null, high: null };
  const isSet = target !== undefined;
  const first = initial === undefined ? figure : { value: initial, low: null, high: null };
  return {
    version: isSet ? 1 : 0,
    ...figure,
    noTargetReason: noTargetReason ?? null,
    initial: isSet ? first : null,
    revised: initial !== undefined,
    afterResult: afterResult ?? false,
    illustrative: targetIllustrative ?? false,
  };
};

type Years = {
  readonly definition: IndicatorDefinition;
  readonly before: IndicatorYear | undefined;
  readonly year: number;
};

const previousOf = ({ before }: Years): IndicatorYear['previous'] =>
  before?.value ? { value: before.value, label: before.period.label } : null;

const figureOf = ({ version, value, low, high }: Target) => (version > 0 ? { value, low, high } : null);

const ratingOf = (given: YearFixture, state: EntryState, target: Target, years: Years): IndicatorYear['rating'] => {
  const { definition, year } = years;
  const previous = previousOf(years);
  return rate({
    ...definition,
    target: figureOf(target),
    value: given.value ?? null,
    absent: state === 'not_due' || state === 'not_applicable' ? state : 'not_reported',
    previous: previous?.value ?? null,
    previousLabel: previous?.label,
    baseline: definition.baseline?.value ?? null,
    baselineLabel: definition.baseline?.period,
    threshold: '10',
    chosen: given.chosenRating ?? null,
    due: dueDay(definition.periodBasis, year, definition.dueRule) < today,
  });
};

const emptyYear = {
  text: null,
  chosenRating: null,
  withheld: false,
  notApplicableReason: null,
  returnNote: null,
  explanation: null,
  note: null,
  source: null,
  verification: null,
  measuredOn: null,
  illustrative: false,
  restated: false,
  submittedBy: null,
} as const;

const yearOf = (code: string, fixture: YearFixture, years: Years): IndicatorYear => {
  const { target: _, initial, afterResult, noTargetReason, targetIllustrative, ...given } = fixture;
  const { definition, year } = years;
  const value = given.value ?? null;
  const state = given.state ?? (value === null ? 'not_reported' : 'approved');
  const target = targetOf(fixture);
  const rating = ratingOf(fixture, state, target, years);
  const previous = previousOf(years);
  const due = dueDay(definition.periodBasis, year, definition.dueRule);
  return {
    ...emptyYear,
    indicator: code,
    year,
    period: periodOf(definition.periodBasis, year),
    dueDay: due,
    due: due < today,
    version: value === null ? 0 : 3,
    computed: definition.computed !== null,
    explanationMissing: rating.explanationRequired && isReported(state) && !given.explanation,
    trend: trendOf(value, previous?.value ?? null, definition.direction, figureOf(target)),
    recorded: value === null ? null : { person: 'A. Officer', at: '2022-11-20T15:00:00.000Z' },
    ...given,
    value,
    state,
    target,
    rating,
    previous,
  };
};

/** An indicator of a review: all given years, the last of them the year of the review. */
export const indicatorFixture = (fixture: IndicatorFixture): DocumentIndicator => {
  const definition = definitionOf(fixture);
  const { name: _, definition: __, years: given, ...rest } = fixture;
  const years: IndicatorYear[] = [];
  for (const [year, facts] of Object.entries(given)) {
    years.push(yearOf(fixture.code, facts, { definition, year: Number(year), before: years.at(-1) }));
  }
  const entry = years.at(-1);
  if (!entry) throw new Error('An indicator needs at least one year.');
  return { definitionNumber: 1, breakdown: [], targets: [], vintages: [], ...rest, definition, entry, years };
};
