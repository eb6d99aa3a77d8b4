import { type ComputedPart, fiscalYearOf, type IndicatorDefinition, type Year } from '@fbs/core';
import {
  breakdownRepository,
  indicatorRepository,
  peopleRepository,
  planRepository,
  type Queries,
  reviewRepository,
  serviceRepository,
  targetRepository,
  valueRepository,
} from '@fbs/db';
import { required } from '../domain-error.ts';
import type { Moment } from './moment.ts';
import { loadSettings, type Settings } from './settings.ts';

export type Indicator = {
  readonly id: string;
  readonly code: string;
  readonly position: number;
  readonly objective: string;
  readonly goal: string;
  readonly version: number;
  readonly definitionNumber: number;
  readonly firstYear: Year;
  readonly definition: IndicatorDefinition;
};

/** The rows behind everything that is shown of a strategy at one moment. */
export type Facts = {
  readonly moment: Moment;
  readonly dataVersion: number;
  readonly settings: Settings;
  readonly strategy: planRepository.StrategyRow;
  readonly goals: readonly planRepository.GoalRow[];
  readonly objectives: readonly (planRepository.ObjectiveRow & { readonly goal: string })[];
  readonly indicators: readonly Indicator[];
  readonly values: ReadonlyMap<string, valueRepository.ValueRow>;
  readonly targets: ReadonlyMap<string, targetRepository.TargetRow>;
  readonly reviews: ReadonlyMap<Year, reviewRepository.ReviewRow>;
  /** Figures of single categories of a breakdown, by breakdown id: what computed indicators need. */
  readonly parts: ReadonlyMap<string, readonly breakdownRepository.BreakdownFigure[]>;
  readonly names: ReadonlyMap<string, string>;
};

export const placeOf = (indicatorId: string, year: Year): string => `${indicatorId}/${year}`;

type Plan = Pick<Facts, 'goals' | 'objectives' | 'indicators'>;

const loadPlan = async (queries: Queries, strategyId: string, moment: Moment): Promise<Plan> => {
  const goals = await planRepository.listGoals(queries, strategyId);
  const objectives = await planRepository.listObjectives(queries, strategyId);
  const indicators = await indicatorRepository.listIndicators(queries, strategyId, moment.until);
  const goalById = new Map(goals.map((goal) => [goal.id, goal.code]));
  const objectiveById = new Map(objectives.map((objective) => [objective.id, objective]));
  return {
    goals,
    objectives: objectives.map((objective) => ({ ...objective, goal: goalById.get(objective.goalId) ?? '' })),
    indicators: indicators.map((row) => {
      const objective = objectiveById.get(row.objectiveId);
      return {
        id: row.id,
        code: row.code,
        position: row.position,
        objective: objective?.code ?? '',
        goal: (objective && goalById.get(objective.goalId)) ?? '',
        version: row.version,
        definitionNumber: row.definitionNumber,
        firstYear: fiscalYearOf(row.createdAt.slice(0, 10)),
        definition: row.definition,
      };
    }),
  };
};

/** The categories that computed indicators take from the breakdowns of others. */
const partsOfComputed = (indicators: readonly Indicator[]): (ComputedPart & { category: string })[] =>
  indicators.flatMap(({ definition: { computed } }) =>
    computed?.kind === 'share'
      ? [computed.numerator, computed.denominator].flatMap((part) =>
          part.category === undefined ? [] : [{ indicator: part.indicator, category: part.category }],
        )
      : [],
  );

const loadParts = async (
  queries: Queries,
  indicators: readonly Indicator[],
  values: Iterable<valueRepository.ValueRow>,
): Promise<Facts['parts']> => {
  const needed = partsOfComputed(indicators);
  const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  const sources = new Set(needed.map((part) => byCode.get(part.indicator)?.id));
  const ids = [...values].flatMap((row) =>
    row.breakdownId !== null && sources.has(row.indicatorId) ? [row.breakdownId] : [],
  );
  const places = new Map<string, { dimension: string; category: string }>();
  for (const { indicator, category } of needed) {
    for (const { dimension, categories } of byCode.get(indicator)?.definition.disaggregations ?? []) {
      if (categories.includes(category)) places.set(`${dimension}/${category}`, { dimension, category });
    }
  }
  return breakdownRepository.listParts(queries, ids, [...places.values()]);
};

/** @throws DomainError not_found where there is no such strategy */
export const loadFacts = async (queries: Queries, strategyId: string, moment: Moment): Promise<Facts> => {
  const strategy = required(
    await planRepository.findStrategy(queries, strategyId),
    `There is no strategy "${strategyId}".`,
  );
  const plan = await loadPlan(queries, strategyId, moment);
  const values = await valueRepository.listValues(queries, strategyId, moment.until);
  const targets = await targetRepository.listTargets(queries, strategyId, moment.until);
  const reviews = await reviewRepository.listReviews(queries, strategyId, moment.until);
  return {
    moment,
    dataVersion: await serviceRepository.readDataVersion(queries),
    settings: await loadSettings(queries),
    strategy,
    ...plan,
    values: new Map(values.map((row) => [placeOf(row.indicatorId, row.year), row])),
    targets: new Map(targets.map((row) => [placeOf(row.indicatorId, row.year), row])),
    reviews: new Map(reviews.map((row) => [row.year, row])),
    parts: await loadParts(queries, plan.indicators, values),
    names: await peopleRepository.listNames(queries),
  };
};
