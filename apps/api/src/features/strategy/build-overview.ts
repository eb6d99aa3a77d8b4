import type { Overview } from '@fbs/contract';
import { countIn, type SectionState, type Year } from '@fbs/core';
import type { reviewSectionRepository } from '@fbs/db';
import {
  illustrativeOf,
  inForce,
  isPerformance,
  itemOf,
  pointsOf,
  previousRollUpOf,
  rollUpOf,
} from '../../results/lines.ts';
import type { Indicator } from '../../results/load-facts.ts';
import type { Results } from '../../results/results.ts';
import { needsAttention } from './attention.ts';
import { behindJsp } from './behind-jsp.ts';

export type OverviewRows = {
  /** The sections of the year's review. */
  readonly sections: readonly reviewSectionRepository.SectionRow[];
};

const jspOf = (results: Results, year: Year): Overview['jsp'] => {
  const behind = behindJsp(results.facts);
  if (behind === null) return null;
  const { linkage, goals, objectives } = behind;
  return {
    framework: linkage.framework,
    element: linkage.element,
    label: linkage.elementLabel,
    quote: linkage.elementQuote ?? linkage.elementText ?? '',
    goals: goals.length,
    objectives: objectives.length,
    reportingIndicators: countIn(
      'reported',
      behind.indicators.map((indicator) => itemOf(results, indicator, year)),
    ),
  };
};

const entriesOf = (results: Results, indicators: readonly Indicator[], year: Year): Overview['entries'] => {
  const items = indicators.filter(isPerformance).map((indicator) => itemOf(results, indicator, year));
  return {
    returned: countIn('returned', items),
    overdue: countIn('overdue', items),
    drafts: countIn('drafts', items),
    awaitingApproval: countIn('awaiting_approval', items),
    notApplicable: countIn('not_applicable', items),
    notDue: countIn('not_due', items),
  };
};

const reviewOf = (results: Results, sections: OverviewRows['sections'], year: Year): Overview['review'] => {
  const { facts } = results;
  const count = (state: SectionState): number => sections.filter((section) => section.state === state).length;
  const total = facts.objectives.length;
  const [submitted, returned, cleared] = [count('submitted'), count('returned'), count('cleared')];
  return {
    state: facts.reviews.get(year)?.state ?? 'not_started',
    sections: { total, submitted, returned, cleared, drafting: total - submitted - returned - cleared },
  };
};

const goalsOf = (
  results: Results,
  indicators: readonly Indicator[],
  sections: OverviewRows['sections'],
  year: Year,
): Overview['goals'] => {
  const { facts } = results;
  const assessmentById = new Map(sections.map((section) => [section.objectiveId, section.assessment]));
  return facts.goals.map((goal) => {
    const own = indicators.filter((indicator) => indicator.goal === goal.code);
    return {
      code: goal.code,
      kind: goal.kind,
      shortName: goal.shortName,
      statement: goal.statement,
      rollUp: rollUpOf(results, own, year),
      previousRollUp: previousRollUpOf(results, own, year),
      assessments: facts.objectives
        .filter((objective) => objective.goal === goal.code)
        .map((objective) => ({ objective: objective.code, assessment: assessmentById.get(objective.id) ?? null })),
    };
  });
};

/** Context indicators up to the year shown: what governments and others did, never counted. */
const contextOf = (results: Results, indicators: readonly Indicator[], year: Year): Overview['context'] =>
  indicators
    .filter((indicator) => !isPerformance(indicator))
    .map((indicator) => {
      const { definition } = indicator;
      const points = pointsOf(results, indicator).filter((point) => point.year <= year);
      const last = points.at(-1);
      return {
        code: indicator.code,
        name: definition.name,
        unit: definition.unit,
        kind: definition.kind,
        decimals: definition.decimals,
        goal: indicator.goal,
        points,
        latest: last === undefined ? null : { value: last.value, label: last.label, illustrative: last.illustrative },
        trend: last?.year === year ? results.trend(indicator, year) : null,
        source: results.reported(indicator, year)?.figure.source ?? definition.dataSource,
      };
    });

export const buildOverview = (results: Results, { sections }: OverviewRows, year: Year): Overview => {
  const { facts } = results;
  const indicators = inForce(facts);
  const { strategy } = facts;
  return {
    year,
    asOf: facts.moment.asOf,
    dataVersion: facts.dataVersion,
    strategy: {
      id: strategy.id,
      title: strategy.title,
      organization: strategy.organization,
      firstYear: strategy.firstYear,
      lastYear: strategy.lastYear,
    },
    jsp: jspOf(results, year),
    rollUp: rollUpOf(results, indicators, year),
    previousRollUp: previousRollUpOf(results, indicators, year),
    entries: entriesOf(results, indicators, year),
    illustrative: illustrativeOf(results, indicators, year),
    review: reviewOf(results, sections, year),
    goals: goalsOf(results, indicators, sections, year),
    needsAttention: needsAttention(results, year),
    context: contextOf(results, indicators, year),
  };
};
