import type { IndicatorYear } from '@fbs/contract';
import {
  type Decimal,
  type EntryState,
  isReported,
  type RatingInput,
  type RatingResult,
  type Trend,
  type Year,
} from '@fbs/core';
import { entryRestsOn, type KeptResults, once, standingRestsOn } from './kept-results.ts';
import { type Facts, type Indicator, thresholdOf } from './load-facts.ts';
import { plainRules, type Rules } from './rules.ts';
import { figureOfTarget, type Standing, standingOf } from './standing.ts';

/** Everything that the rules say of the facts, worked out when asked for and then kept. */
export type Results = {
  readonly facts: Facts;
  entry(indicator: Indicator, year: Year): IndicatorYear;
  standing(indicator: Indicator, year: Year): Standing;
  /** The standing of a year whose figure counts as reported, else null. */
  reported(indicator: Indicator, year: Year): Standing | null;
  /** Against the year before; null where either is missing. */
  trend(indicator: Indicator, year: Year): Trend | null;
  /** The rating that a figure would get if it were reported. */
  preview(indicator: Indicator, year: Year, figure: Pick<Rated, 'value' | 'chosen'>): RatingResult;
};

type Rated = {
  readonly value: Decimal | null;
  readonly chosen: IndicatorYear['chosenRating'];
  readonly absent: 'not_due' | 'not_reported' | 'not_applicable';
  readonly due: boolean;
};

const absentOf = (state: EntryState): Rated['absent'] =>
  state === 'not_due' || state === 'not_applicable' ? state : 'not_reported';

/** The reference of a rating is last year's approved value; a submitted one may still change. */
const referenceOf = (before: Standing | null): Decimal | null =>
  before?.figure.recorded === 'approved' ? before.figure.value : null;

const inputOf = (results: Results, indicator: Indicator, year: Year, rated: Rated): RatingInput => {
  const { definition } = indicator;
  return {
    direction: definition.direction,
    kind: definition.kind,
    decimals: definition.decimals,
    unit: definition.unit,
    tolerance: definition.tolerance,
    target: figureOfTarget(results.standing(indicator, year).target),
    ...rated,
    previous: referenceOf(results.reported(indicator, year - 1)),
    baseline: definition.baseline?.value ?? null,
    threshold: thresholdOf(results.facts, year),
    isNew: results.standing(indicator, year).isNew,
    rounding: definition.computed === null ? 'stored' : 'computed',
    previousLabel: results.standing(indicator, year - 1).period.label,
    baselineLabel: definition.baseline?.period,
  };
};

const isBlank = (text: string | null | undefined): boolean => (text ?? '').trim() === '';

const buildEntry = (results: Results, rules: Rules, indicator: Indicator, year: Year): IndicatorYear => {
  const { definition } = indicator;
  const { figure, target, state, due, dueDay, period } = results.standing(indicator, year);
  const { row } = figure;
  const before = results.reported(indicator, year - 1);
  const counts = isReported(state);
  const rating = rules.rate(
    inputOf(results, indicator, year, {
      value: counts ? figure.value : null,
      chosen: counts ? (row?.chosenRating ?? null) : null,
      absent: absentOf(state),
      due,
    }),
  );
  const computed = definition.computed !== null;
  const demanded = definition.role === 'performance' && counts && !computed && rating.explanationRequired;
  return {
    indicator: indicator.code,
    year,
    period,
    dueDay,
    due,
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
    previous: before?.figure.value == null ? null : { value: before.figure.value, label: before.period.label },
    trend: results.trend(indicator, year),
    recorded: row === undefined ? null : { person: results.facts.names.get(row.personId) ?? row.personId, at: row.at },
    submittedBy: row?.submittedBy ?? null,
  };
};

/** @param kept what was worked out before, for facts that keep the rows that did not change */
export const workOut = (facts: Facts, rules: Rules = plainRules, kept?: KeptResults): Results => {
  const results: Results = {
    facts,
    entry: once(
      (indicator, year) => buildEntry(results, rules, indicator, year),
      (indicator, year) => entryRestsOn(facts, indicator, year),
      kept?.entries,
    ),
    standing: once(
      (indicator, year) => standingOf(facts, rules, indicator, year),
      (indicator, year) => standingRestsOn(facts, indicator, year),
      kept?.standings,
    ),
    reported: (indicator, year) => {
      const standing = results.standing(indicator, year);
      return isReported(standing.state) ? standing : null;
    },
    trend: (indicator, year) => {
      const now = results.reported(indicator, year);
      if (now === null) return null;
      const before = results.reported(indicator, year - 1);
      const target = figureOfTarget(now.target);
      return rules.trendOf(now.figure.value, before?.figure.value ?? null, indicator.definition.direction, target);
    },
    preview: (indicator, year, figure) =>
      rules.rate(inputOf(results, indicator, year, { ...figure, absent: 'not_reported', due: true })),
  };
  return results;
};
