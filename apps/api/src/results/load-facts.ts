import type { ComputedPart, Day, Decimal, IndicatorDefinition, OfficeSettings, Year } from '@fbs/core';
import {
  breakdownRepository,
  indicatorRepository,
  linkageRepository,
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
import { type Band, loadBands, loadSettings } from './settings.ts';

export type Indicator = {
  readonly id: string;
  readonly code: string;
  readonly position: number;
  readonly objective: string;
  readonly goal: string;
  readonly version: number;
  readonly definitionNumber: number;
  /** null: part of the first plan. */
  readonly addedOn: Day | null;
  readonly definition: IndicatorDefinition;
};

/** The rows behind everything that is shown of a strategy at one moment. */
export type Facts = {
  readonly moment: Moment;
  readonly dataVersion: number;
  readonly settings: OfficeSettings;
  readonly bands: readonly Band[];
  readonly strategy: planRepository.StrategyRow;
  readonly goals: readonly planRepository.GoalRow[];
  readonly objectives: readonly (planRepository.ObjectiveRow & { readonly goal: string })[];
  readonly indicators: readonly Indicator[];
  readonly values: ReadonlyMap<string, valueRepository.ValueRow>;
  /** The years with a recorded value, by indicator id, oldest first. */
  readonly recordedYears: ReadonlyMap<string, readonly Year[]>;
  readonly targets: ReadonlyMap<string, targetRepository.TargetRow>;
  readonly reviews: ReadonlyMap<Year, reviewRepository.ReviewRow>;
  /** Figures of single categories of a breakdown, by breakdown id: what computed indicators need. */
  readonly parts: ReadonlyMap<string, readonly breakdownRepository.BreakdownFigure[]>;
  readonly names: ReadonlyMap<string, string>;
  readonly linkages: readonly linkageRepository.LinkageRow[];
};

export const placeOf = (indicatorId: string, year: Year): string => `${indicatorId}/${year}`;

/** A signed year is rated by the band that held when it was signed; every other one by that of the moment. */
export const thresholdOf = ({ reviews, bands, settings }: Facts, year: Year): Decimal => {
  const review = reviews.get(year);
  if (review?.state !== 'final') return settings.threshold;
  return bands.findLast(({ from }) => from === null || from <= review.at)?.threshold ?? settings.threshold;
};

/** What rarely changes: everything but figures, targets and reviews. */
export type Plan = Pick<
  Facts,
  'strategy' | 'goals' | 'objectives' | 'indicators' | 'names' | 'settings' | 'bands' | 'linkages'
>;

/** @throws DomainError not_found where there is no such strategy */
export const loadPlan = async (queries: Queries, strategyId: string, moment: Moment): Promise<Plan> => {
  const strategy = required(
    await planRepository.findStrategy(queries, strategyId),
    `There is no strategy "${strategyId}".`,
  );
  const goals = await planRepository.listGoals(queries, strategyId);
  const objectives = await planRepository.listObjectives(queries, strategyId);
  const indicators = await indicatorRepository.listIndicators(queries, strategyId, moment.until);
  const { until } = moment;
  // those of the first plan belong to every day; one that was added later is not known before its own
  const known = indicators.filter(
    ({ createdAt }) => until === null || createdAt <= until || createdAt <= strategy.createdAt,
  );
  const goalById = new Map(goals.map((goal) => [goal.id, goal.code]));
  const objectiveById = new Map(objectives.map((objective) => [objective.id, objective]));
  return {
    strategy,
    settings: await loadSettings(queries, moment.until),
    bands: await loadBands(queries),
    names: await peopleRepository.listNames(queries),
    linkages: await linkageRepository.listLinkages(queries, strategyId, moment.until),
    goals,
    objectives: objectives.map((objective) => ({ ...objective, goal: goalById.get(objective.goalId) ?? '' })),
    indicators: known.map((row) => {
      const objective = objectiveById.get(row.objectiveId);
      return {
        id: row.id,
        code: row.code,
        position: row.position,
        objective: objective?.code ?? '',
        goal: (objective && goalById.get(objective.goalId)) ?? '',
        version: row.version,
        definitionNumber: row.definitionNumber,
        addedOn: row.createdAt <= strategy.createdAt ? null : row.createdAt.slice(0, 10),
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

export type ListParts = typeof breakdownRepository.listParts;

const loadParts = async (
  queries: Queries,
  indicators: readonly Indicator[],
  values: Iterable<valueRepository.ValueRow>,
  listParts: ListParts,
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
  return listParts(queries, ids, [...places.values()]);
};

const yearsByIndicator = (values: Iterable<valueRepository.ValueRow>): Facts['recordedYears'] => {
  const years = new Map<string, Year[]>();
  for (const { indicatorId, year } of values) {
    const known = years.get(indicatorId);
    if (known === undefined) years.set(indicatorId, [year]);
    else known.push(year);
  }
  for (const each of years.values()) each.sort((a, b) => a - b);
  return years;
};

export type Rows<T> = ReadonlyMap<string, T>;

type Placed = { readonly indicatorId: string; readonly year: Year };

/** Rows by place; later ones replace earlier ones. */
export const byPlace = <T extends Placed>(rows: readonly T[], before: Rows<T> = new Map()): Rows<T> => {
  const all = new Map(before);
  for (const row of rows) all.set(placeOf(row.indicatorId, row.year), row);
  return all;
};

type Parts = Pick<Facts, 'moment' | 'dataVersion' | 'values' | 'targets'> & { readonly plan: Plan };

/** Joins what was read, with what hangs on it. */
export const gatherFacts = async (
  queries: Queries,
  { plan, ...rows }: Parts,
  listParts: ListParts = breakdownRepository.listParts,
): Promise<Facts> => {
  const reviews = await reviewRepository.listReviews(queries, plan.strategy.id, rows.moment.until);
  return {
    ...plan,
    ...rows,
    recordedYears: yearsByIndicator(rows.values.values()),
    reviews: new Map(reviews.map((row) => [row.year, row])),
    parts: await loadParts(queries, plan.indicators, rows.values.values(), listParts),
  };
};

/** @throws DomainError not_found where there is no such strategy */
export const loadFacts = async (queries: Queries, strategyId: string, moment: Moment): Promise<Facts> =>
  gatherFacts(queries, {
    moment,
    dataVersion: (await serviceRepository.readDataVersions(queries)).data,
    plan: await loadPlan(queries, strategyId, moment),
    values: byPlace(await valueRepository.listValues(queries, strategyId, moment.until)),
    targets: byPlace(await targetRepository.listTargets(queries, strategyId, moment.until)),
  });
