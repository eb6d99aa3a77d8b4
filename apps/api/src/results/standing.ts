import type { Target } from '@fbs/contract';
import {
  type EntryState,
  entryStateOf,
  isBeforeIndicator,
  isDue,
  type Period,
  type TargetFigure,
  type Year,
} from '@fbs/core';
import { type Figure, figureOf } from './figures.ts';
import { type Facts, type Indicator, placeOf } from './load-facts.ts';
import type { Rules } from './rules.ts';

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

/** What a figure is compared with; null where there is nothing. */
export const figureOfTarget = ({ value, low, high }: Target): TargetFigure | null =>
  value === null && (low === null || high === null) ? null : { value, low, high };

/** An indicator in a year before anything is rated: its figure, state and target. */
export type Standing = {
  readonly figure: Figure;
  readonly target: Target;
  readonly state: EntryState;
  readonly due: boolean;
  readonly dueDay: string;
  readonly period: Period;
  /** Its period was over before the indicator was added. */
  readonly isNew: boolean;
};

export const standingOf = (facts: Facts, rules: Rules, indicator: Indicator, year: Year): Standing => {
  const { definition } = indicator;
  const figure = figureOf(facts, rules, indicator, year);
  const lastDay = rules.dueDay(definition.periodBasis, year, definition.dueRule);
  const { today } = facts.moment;
  const period = rules.periodOf(definition.periodBasis, year);
  const isNew = isBeforeIndicator(indicator.addedOn, period.end);
  const state = entryStateOf({
    recorded: figure.recorded,
    hasValue: figure.value !== null || figure.row?.chosenRating != null,
    frozen: facts.reviews.get(year)?.state === 'final',
    dueDay: lastDay,
    today,
    isNew,
  });
  return {
    figure,
    target: targetOf(facts, indicator, year),
    state,
    due: isDue({ state, dueDay: lastDay, today, isNew }),
    dueDay: lastDay,
    period,
    isNew,
  };
};
