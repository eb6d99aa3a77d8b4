import type { IndicatorPage, IndicatorYear } from '@fbs/contract';
import {
  checkBreakdown,
  compareDecimals,
  dataQualityItemLabels,
  dataQualityScore,
  formatFigure,
  isReported,
  lifeProgress,
  periodOf,
  permits,
  project,
} from '@fbs/core';
import { breakdownRepository, indicatorRepository, type Queries, targetRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { linkageOf, pointsOf, presentEntry, yearsShown } from '../../results/lines.ts';
import { type Facts, type Indicator, placeOf, thresholdOf } from '../../results/load-facts.ts';
import { presentTargetVintage } from '../../results/present.ts';
import type { Results } from '../../results/results.ts';
import { restatementsOf, shareOf } from './indicator-parts.ts';

/** Drawn only forward within the strategy, from reported figures; it never enters a rating. */
const projectionOf = (results: Results, indicator: Indicator): IndicatorPage['projection'] => {
  const points = pointsOf(results, indicator);
  const last = points.at(-1);
  const { direction, kind, periodBasis } = indicator.definition;
  if (last === undefined || last.year >= results.facts.strategy.lastYear) return null;
  if (direction === 'monitor' || kind === 'milestone' || kind === 'narrative') return null;
  const year = last.year + 1;
  const value = project(points, year);
  return value === null ? null : { year, label: periodOf(periodBasis, year).label, value };
};

const progressOf = (
  results: Results,
  indicator: Indicator,
  years: readonly IndicatorYear[],
): IndicatorPage['progress'] => {
  const { direction, baseline } = indicator.definition;
  const lastTarget = years.filter((entry) => entry.target.value !== null).at(-1)?.target.value ?? null;
  if (baseline === null || lastTarget === null) return null;
  // where the last target asks for no improvement there is no way to be far along
  const asked = compareDecimals(lastTarget, baseline.value);
  if ((direction === 'increase' && asked <= 0) || (direction === 'decrease' && asked >= 0)) return null;
  return lifeProgress({
    baseline: baseline.value,
    latest: pointsOf(results, indicator).at(-1)?.value ?? null,
    lastTarget,
  });
};

const list = (labels: readonly string[]): string =>
  labels.length < 2 ? labels.join('') : `${labels.slice(0, -1).join(', ')} and ${labels.at(-1)}`;

/** A period in the message: of figures on a stated date the line under it says so once for all of them. */
const nameOf = ({ period, year }: IndicatorYear): string =>
  period.label.startsWith('FY ') ? `FY ${year}` : period.label;

const namesOf = (entries: readonly IndicatorYear[]): string => list(entries.map(nameOf));

/** What the chart says, in words. */
const messageOf = (indicator: Indicator, years: readonly IndicatorYear[]): string => {
  const { definition } = indicator;
  const reported = years.filter((entry) => isReported(entry.state) && entry.value !== null);
  const last = reported.at(-1);
  if (last === undefined) return 'No figure has been reported yet';
  const rated = reported.filter((entry) => entry.rating.rating !== 'not_rated');
  const met = rated.filter(({ rating }) => rating.rating === 'above_target' || rating.rating === 'on_target');
  if (rated.length > 0 && met.length === rated.length) return `Targets were met in every rated year: ${namesOf(met)}`;
  if (rated.length > 0 && met.length === 0)
    return `No target was met in ${rated.length} rated ${rated.length === 1 ? 'year' : 'years'}`;
  if (rated.length > 0) return `Targets were met in ${met.length} of ${rated.length} rated years: ${namesOf(met)}`;
  const first = reported[0] ?? last;
  const rounding = definition.computed === null ? 'stored' : 'computed';
  const [from, to] = [first, last].map((entry) => formatFigure(entry.value ?? '0', { ...definition, rounding }));
  if (first === last) return `${to} in ${nameOf(last)}, the only figure so far`;
  return `From ${from} in ${nameOf(first)} to ${to} in ${nameOf(last)}`;
};

const breakdownsOf = async (
  queries: Queries,
  facts: Facts,
  indicator: Indicator,
  years: readonly IndicatorYear[],
): Promise<IndicatorPage['breakdowns']> => {
  const placed = years.flatMap((entry) => {
    const id = facts.values.get(placeOf(indicator.id, entry.year))?.breakdownId ?? null;
    return id === null || entry.withheld ? [] : [{ entry, id }];
  });
  const rowsById = await breakdownRepository.listBreakdownRows(
    queries,
    placed.map(({ id }) => id),
  );
  return placed.map(({ entry, id }) => {
    const rows = rowsById.get(id) ?? [];
    const findings = checkBreakdown(entry.value, indicator.definition.disaggregations, rows);
    return { year: entry.year, rows, findings: findings.map((finding) => finding.sentence) };
  });
};

export const buildIndicatorPage = async (
  queries: Queries,
  results: Results,
  indicator: Indicator,
  context: Context,
): Promise<IndicatorPage> => {
  const { facts } = results;
  const { definition } = indicator;
  const { until } = facts.moment;
  const objective = required(
    facts.objectives.find((each) => each.code === indicator.objective),
    'Its objective is missing.',
  );
  const goal = required(
    facts.goals.find((each) => each.code === indicator.goal),
    'Its goal is missing.',
  );
  const years = yearsShown(facts, indicator).map((year) =>
    presentEntry(results.entry(indicator, year), context.actor, definition.section),
  );
  const quality = dataQualityScore(definition.dataQuality);
  const targets = await targetRepository.listTargetVintages(queries, facts.strategy.id, until, {
    indicatorId: indicator.id,
  });
  return {
    year: facts.strategy.lastYear,
    asOf: facts.moment.asOf,
    dataVersion: facts.dataVersion,
    code: indicator.code,
    version: indicator.version,
    objective: { code: objective.code, shortName: objective.shortName, statement: objective.statement },
    goal: { code: goal.code, shortName: goal.shortName, statement: goal.statement },
    definition,
    definitionVersions: await indicatorRepository.listDefinitions(queries, indicator.id, until),
    dataQuality: { ...quality, missing: quality.missing.map((item) => dataQualityItemLabels[item]) },
    years,
    breakdowns: await breakdownsOf(queries, facts, indicator, years),
    targets: targets.map(presentTargetVintage),
    notes: await indicatorRepository.listNotes(queries, indicator.id, until),
    projection: projectionOf(results, indicator),
    progress: progressOf(results, indicator, years),
    message: messageOf(indicator, years),
    threshold: facts.settings.threshold,
    signedThresholds: years
      .map(({ year }) => ({ year, threshold: thresholdOf(facts, year) }))
      .filter(({ threshold }) => threshold !== facts.settings.threshold),
    restatements: await restatementsOf(queries, indicator, years, until),
    share: shareOf(facts, indicator, years),
    linkages: facts.linkages
      .filter((row) => [goal.id, objective.id, indicator.id].includes(row.subjectId))
      .map((row) => linkageOf(row, facts)),
    rights: {
      edit: facts.moment.asOf === null && permits(context.actor, 'define indicators'),
      writeNotes: facts.moment.asOf === null && permits(context.actor, 'write notes', { section: definition.section }),
    },
  };
};
