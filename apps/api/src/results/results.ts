import type { IndicatorYear, Target } from '@fbs/contract';
import {
  type Decimal,
  dueDay,
  type EntryState,
  entryStateOf,
  isDue,
  isReported,
  type Period,
  periodOf,
  type RatingResult,
  rate,
  type TargetFigure,
  trendOf,
  type Year,
} from '@fbs/core';
import { type Figure, figureOf } from './figures.ts';
import { type Facts, type Indicator, placeOf } from './load-facts.ts';

/** Everything that the rules say of the facts, worked out when asked for and then kept. */
export type Results = {
  readonly facts: Facts;
  entry(indicator: Indicator, year: Year): IndicatorYear;
  /** The rating that a figure would get if it were reported. */
  preview(indicator: Indicator, year: Year, figure: Pick<Rated, 'value' | 'chosen'>): RatingResult;
  /** The figure of a year where it counts as reported, else null. */
  reported(indicator: Indicator, year: Year): Figure | null;
};

const noTarget: Target = {
  version: 0,
  value: null,
  low: null,
  high: null,
  noTargetReason: null,
  initial: null,
  revised: false,
  afterResult: false,
  illustrative: false,
};

const targetOf = (facts: Facts, indicator: Indicator, year: Year): Target => {
  const row = facts.targets.get(placeOf(indicator.id, year));
  if (row === undefined) return noTarget;
  const { version, value, low, high, noTargetReason, initial, afterResult, illustrative } = row;
  const same = initial.value === value && initial.low === low && initial.high === high;
  return {
    version,
    value,
    low,
    high,
    noTargetReason,
    initial,
    revised: version > 1 && !same,
    afterResult,
    illustrative,
  };
};

const figureOfTarget = (target: Target): TargetFigure | null =>
  target.value === null && (target.low === null || target.high === null) ? null : target;

/** A place in time of one indicator: its figure, state and target before anything is rated. */
type Standing = {
  readonly figure: Figure;
  readonly target: Target;
  readonly state: EntryState;
  readonly due: boolean;
  readonly dueDay: string;
  readonly period: Period;
};

const standingOf = (facts: Facts, indicator: Indicator, year: Year): Standing => {
  const { definition } = indicator;
  const figure = figureOf(facts, indicator, year);
  const due = dueDay(definition.periodBasis, year, definition.dueRule);
  const { today } = facts.moment;
  const state = entryStateOf({
    recorded: figure.recorded,
    hasValue: figure.value !== null || figure.row?.chosenRating != null,
    frozen: facts.reviews.get(year)?.state === 'final',
    dueDay: due,
    today,
  });
  return {
    figure,
    target: targetOf(facts, indicator, year),
    state,
    due: isDue({ state, dueDay: due, today }),
    dueDay: due,
    period: periodOf(definition.periodBasis, year),
  };
};

const absentOf = (state: EntryState): 'not_due' | 'not_reported' | 'not_applicable' =>
  state === 'not_due' || state === 'not_applicable' ? state : 'not_reported';

type Rated = {
  readonly target: Target;
  readonly value: Decimal | null;
  readonly chosen: IndicatorYear['chosenRating'];
  readonly absent: 'not_due' | 'not_reported' | 'not_applicable';
  readonly due: boolean;
};

/** The reference of a rating is last year's approved value; a submitted one may still change. */
const referenceOf = (before: Figure | null): Decimal | null => (before?.recorded === 'approved' ? before.value : null);

const ratedAs = (results: Results, indicator: Indicator, year: Year, { target, ...figure }: Rated): RatingResult => {
  const { definition } = indicator;
  return rate({
    direction: definition.direction,
    kind: definition.kind,
    decimals: definition.decimals,
    unit: definition.unit,
    tolerance: definition.tolerance,
    target: figureOfTarget(target),
    ...figure,
    previous: referenceOf(results.reported(indicator, year - 1)),
    baseline: definition.baseline?.value ?? null,
    threshold: results.facts.settings.threshold,
    isNew: indicator.firstYear > year,
    previousLabel: periodOf(definition.periodBasis, year - 1).label,
    baselineLabel: definition.baseline?.period,
  });
};

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

const buildEntry = (facts: Facts, results: Results, indicator: Indicator, year: Year): IndicatorYear => {
  const { definition } = indicator;
  const standing = standingOf(facts, indicator, year);
  const { figure, target, state } = standing;
  const { row } = figure;
  const before = results.reported(indicator, year - 1);
  const counts = isReported(state);
  const rating = ratedAs(results, indicator, year, {
    target,
    value: counts ? figure.value : null,
    chosen: counts ? (row?.chosenRating ?? null) : null,
    absent: absentOf(state),
    due: standing.due,
  });
  const computed = definition.computed !== null;
  const demanded = definition.role === 'performance' && counts && !computed && rating.explanationRequired;
  return {
    indicator: indicator.code,
    year,
    period: standing.period,
    dueDay: standing.dueDay,
    due: standing.due,
    state,
    version: row?.version ?? 0,
    value: figure.value,
    text: row?.text ?? null,
    chosenRating: row?.chosenRating ?? null,
    withheld: false,
    computed,
    notApplicableReason: row?.notApplicableReason ?? null,
    returnNote: row?.returnNote ?? null,
    explanation: row?.explanation ?? null,
    explanationMissing: demanded && isBlank(row?.explanation),
    note: row?.note ?? null,
    source: figure.source,
    verification: figure.verification,
    measuredOn: row?.measuredOn ?? null,
    illustrative: figure.illustrative,
    restated: figure.restated,
    target,
    rating,
    previous:
      before?.value == null ? null : { value: before.value, label: periodOf(definition.periodBasis, year - 1).label },
    trend: counts ? trendOf(figure.value, before?.value ?? null, definition.direction, figureOfTarget(target)) : null,
    recorded: row === undefined ? null : { person: facts.names.get(row.personId) ?? row.personId, at: row.at },
    submittedBy: row?.submittedBy ?? null,
  };
};

export const workOut = (facts: Facts): Results => {
  const entries = new Map<string, IndicatorYear>();
  const results: Results = {
    facts,
    entry: (indicator, year) => {
      const place = placeOf(indicator.id, year);
      const known = entries.get(place) ?? buildEntry(facts, results, indicator, year);
      entries.set(place, known);
      return known;
    },
    preview: (indicator, year, figure) =>
      ratedAs(results, indicator, year, {
        ...figure,
        target: targetOf(facts, indicator, year),
        absent: 'not_reported',
        due: true,
      }),
    reported: (indicator, year) => {
      const figure = figureOf(facts, indicator, year);
      return figure.recorded === 'approved' || figure.recorded === 'submitted' ? figure : null;
    },
  };
  return results;
};
