import type { IndicatorLine, IndicatorYear, Linkage } from '@fbs/contract';
import { dataQualityScore, fiscalYearOf, permits, type ResultItem, type RollUp, rollUp, type Year } from '@fbs/core';
import type { linkageRepository } from '@fbs/db';
import type { Actor } from '../context.ts';
import type { Facts, Indicator } from './load-facts.ts';
import type { Results } from './results.ts';

/** Retired indicators stay in the record and leave the counts. */
export const inForce = (facts: Facts): Indicator[] =>
  facts.indicators.filter(({ definition }) => definition.status !== 'retired');

export const isPerformance = ({ definition }: Indicator): boolean => definition.role === 'performance';

/** The years of a strategy, first to last. */
export const yearsOf = ({ strategy }: Pick<Facts, 'strategy'>): Year[] =>
  Array.from({ length: strategy.lastYear - strategy.firstYear + 1 }, (_, index) => strategy.firstYear + index);

/** The year asked for, else the one in progress, kept within the strategy. */
export const yearOf = ({ strategy, moment }: Pick<Facts, 'strategy' | 'moment'>, asked: Year | undefined): Year =>
  Math.min(Math.max(asked ?? fiscalYearOf(moment.today), strategy.firstYear), strategy.lastYear);

/** A draft is recorded behind these; a value that was taken back, or text without a value, reads as not reported. */
const isBeingWritten = ({ state, version }: IndicatorYear): boolean =>
  state === 'draft' || state === 'returned' || ((state === 'not_due' || state === 'not_reported') && version > 0);

/** A draft, and what became of one that was returned, is for those who may work on it. */
export const presentEntry = (entry: IndicatorYear, actor: Actor | null, section: string): IndicatorYear => {
  if (!isBeingWritten(entry) || (actor !== null && permits(actor, 'see drafts', { section }))) return entry;
  return {
    ...entry,
    withheld: true,
    value: null,
    text: null,
    chosenRating: null,
    returnNote: null,
    explanation: null,
    note: null,
    source: null,
    measuredOn: null,
  };
};

/** The strategy's years and those around them with a recorded value, oldest first. */
export const yearsShown = (facts: Facts, indicator: Indicator): Year[] => {
  const { computed } = indicator.definition;
  // a share has a figure in the years of the figure that it is a share of
  const whole = computed?.kind === 'share' ? computed.denominator.indicator : indicator.code;
  const source = facts.indicators.find((each) => each.code === whole);
  const recorded = facts.recordedYears.get(source?.id ?? '') ?? [];
  const years = yearsOf(facts);
  return [
    ...recorded.filter((year) => year < (years[0] ?? 0)),
    ...years,
    ...recorded.filter((year) => year > (years.at(-1) ?? 0)),
  ];
};

/** The reported figures of all years, oldest first. */
export const pointsOf = (results: Results, indicator: Indicator): IndicatorLine['points'] =>
  yearsShown(results.facts, indicator).flatMap((year) => {
    const standing = results.reported(indicator, year);
    if (standing?.figure.value == null) return [];
    const { figure, period } = standing;
    return [{ year, label: period.label, value: standing.figure.value, illustrative: figure.illustrative }];
  });

/** `actor` null: what everybody may see. */
export const lineOf = (results: Results, indicator: Indicator, year: Year, actor: Actor | null): IndicatorLine => {
  const { definition } = indicator;
  return {
    code: indicator.code,
    name: definition.name,
    objective: indicator.objective,
    goal: indicator.goal,
    position: indicator.position,
    section: definition.section,
    owner: definition.owner,
    role: definition.role,
    status: definition.status,
    kind: definition.kind,
    unit: definition.unit,
    decimals: definition.decimals,
    direction: definition.direction,
    tolerance: definition.tolerance,
    periodBasis: definition.periodBasis,
    level: definition.level,
    computed: definition.computed !== null,
    baseline: definition.baseline,
    dataQualityAnswered: dataQualityScore(definition.dataQuality).answered,
    entry: presentEntry(results.entry(indicator, year), actor, definition.section),
    points: pointsOf(results, indicator),
  };
};

/** What lists and counts look at. */
export const itemOf = (results: Results, indicator: Indicator, year: Year): ResultItem => {
  const { state, due, rating, explanationMissing } = results.entry(indicator, year);
  return { role: indicator.definition.role, state, due, rating: rating.rating, explanationMissing };
};

export const rollUpOf = (results: Results, indicators: readonly Indicator[], year: Year): RollUp =>
  rollUp(indicators.filter(isPerformance).map((indicator) => itemOf(results, indicator, year)));

/** The counts of the year before; null in the strategy's first year. */
export const previousRollUpOf = (results: Results, indicators: readonly Indicator[], year: Year): RollUp | null =>
  year > results.facts.strategy.firstYear ? rollUpOf(results, indicators, year - 1) : null;

/** Whether the figure or the target of a year is invented for evaluation. */
export const isIllustrative = (results: Results, indicator: Indicator, year: Year): boolean => {
  const entry = results.entry(indicator, year);
  return entry.illustrative || entry.target.illustrative;
};

/** How many of the indicators' own figures of a year are invented for evaluation. */
export const illustrativeOf = (results: Results, indicators: readonly Indicator[], year: Year): number =>
  indicators.filter((indicator) => isIllustrative(results, indicator, year)).length;

export const linkageOf = (row: linkageRepository.LinkageRow, facts: Facts): Linkage => {
  const subjects = { goal: facts.goals, objective: facts.objectives, indicator: facts.indicators }[row.subjectKind];
  return {
    id: row.id,
    subject: { kind: row.subjectKind, code: subjects.find((subject) => subject.id === row.subjectId)?.code ?? '' },
    framework: row.framework,
    frameworkTitle: row.frameworkTitle,
    element: row.element,
    elementLabel: row.elementLabel,
    strength: row.strength,
    quote: row.quote,
    summary: row.summary,
  };
};
