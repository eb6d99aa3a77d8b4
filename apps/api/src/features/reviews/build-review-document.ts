import type { DocumentGoal, DocumentIndicator, DocumentObjective, IndicatorYear, ReviewDocument } from '@fbs/contract';
import type { Year } from '@fbs/core';
import { breakdownRepository, reviewRepository, targetRepository, valueRepository } from '@fbs/db';
import { leadingLinkage } from '../../results/leading-linkage.ts';
import { inForce, presentEntry, previousRollUpOf, rollUpOf, yearsShown } from '../../results/lines.ts';
import { type Indicator, placeOf, thresholdOf } from '../../results/load-facts.ts';
import { presentTargetVintage, presentVintages } from '../../results/present.ts';
import { presentAction } from './present-review.ts';
import { actionsOf, indicatorsOf, type Objective, type ReviewWork, sectionOf, suggestionOf } from './review-work.ts';

/** Rows that are fetched once for all indicators; vintages by the place of indicator and year. */
type Rows = {
  readonly breakdowns: ReadonlyMap<string, readonly breakdownRepository.BreakdownFigure[]>;
  readonly vintages: ReadonlyMap<string, readonly valueRepository.VintageRow[]>;
  readonly targets: readonly targetRepository.TargetVintageRow[];
};

/** The years up to the review's that anything was recorded for, oldest first; a baseline's may lie before the strategy. */
const yearsUpTo = ({ facts, year }: ReviewWork): Year[] =>
  [...new Set([...facts.values.values()].map((row) => row.year).filter((each) => each <= year))].sort((a, b) => a - b);

const vintagesByPlace = async (work: ReviewWork): Promise<Rows['vintages']> => {
  const { queries, facts } = work;
  const ids = facts.indicators.map((each) => each.id);
  const byPlace = new Map<string, valueRepository.VintageRow[]>();
  for (const year of yearsUpTo(work)) {
    for (const row of await valueRepository.listVintages(queries, ids, year, facts.moment.until)) {
      const place = placeOf(row.indicatorId, year);
      byPlace.set(place, [...(byPlace.get(place) ?? []), row]);
    }
  }
  return byPlace;
};

const fetchRows = async (work: ReviewWork): Promise<Rows> => {
  const { queries, facts, year } = work;
  const ids = [...facts.values.values()].flatMap((row) =>
    row.year <= year && row.breakdownId !== null ? [row.breakdownId] : [],
  );
  return {
    breakdowns: await breakdownRepository.listBreakdownRows(queries, ids),
    vintages: await vintagesByPlace(work),
    targets: await targetRepository.listTargetVintages(queries, facts.strategy.id, facts.moment.until),
  };
};

/** What the years before the review's rest on. */
const earlierOf = (work: ReviewWork, rows: Rows, indicator: Indicator, years: readonly IndicatorYear[]) => {
  const breakdownIdOf = (year: Year) => work.facts.values.get(placeOf(indicator.id, year))?.breakdownId ?? '';
  return {
    earlierVintages: yearsUpTo(work)
      .filter((year) => year < work.year)
      .flatMap((year) =>
        presentVintages(rows.vintages.get(placeOf(indicator.id, year)) ?? [], false).map((each) => ({ year, ...each })),
      ),
    earlierBreakdowns: years
      .filter(({ year, withheld }) => year < work.year && !withheld)
      .flatMap(({ year }) => (rows.breakdowns.get(breakdownIdOf(year)) ?? []).map((row) => ({ year, ...row }))),
  };
};

/** Papers are for everybody, so drafts of values are not in them. */
const documentIndicator = (work: ReviewWork, rows: Rows, indicator: Indicator): DocumentIndicator => {
  const { results, facts, year } = work;
  const { section } = indicator.definition;
  const entryOf = (each: number) => presentEntry(results.entry(indicator, each), null, section);
  const years = yearsShown(facts, indicator)
    .filter((each) => each <= year)
    .map(entryOf);
  const row = facts.values.get(placeOf(indicator.id, year));
  return {
    code: indicator.code,
    definition: indicator.definition,
    definitionNumber: indicator.definitionNumber,
    entry: entryOf(year),
    years,
    breakdown: entryOf(year).withheld ? [] : (rows.breakdowns.get(row?.breakdownId ?? '') ?? []),
    targets: rows.targets
      .filter((target) => target.indicatorId === indicator.id && target.year <= year)
      .map(presentTargetVintage),
    vintages: presentVintages(rows.vintages.get(placeOf(indicator.id, year)) ?? [], false),
    ...earlierOf(work, rows, indicator, years),
  };
};

const documentObjective = (work: ReviewWork, rows: Rows, objective: Objective): DocumentObjective => {
  const section = sectionOf(work, objective);
  const indicators = indicatorsOf(work, objective);
  const nameOf = (id: string | null): string | null => (id === null ? null : (work.facts.names.get(id) ?? null));
  return {
    code: objective.code,
    shortName: objective.shortName,
    statement: objective.statement,
    outlineStatement: objective.outlineStatement,
    rollUp: rollUpOf(work.results, indicators, work.year),
    suggestion: suggestionOf(work, objective),
    section: {
      assessment: section.assessment,
      departureReason: section.departureReason,
      narrative: section.narrative,
      decisions: section.decisions,
      evidence: [...section.evidence],
      files: [...section.files],
      submittedBy: nameOf(section.submittedBy),
      clearedBy: nameOf(section.clearedBy),
      illustrative: section.illustrative,
    },
    indicators: indicators.map((indicator) => documentIndicator(work, rows, indicator)),
    actions: actionsOf(work, objective).map((action) => presentAction(work, objective, action)),
  };
};

const documentGoals = (work: ReviewWork, rows: Rows): DocumentGoal[] =>
  work.facts.goals.map((goal) => ({
    code: goal.code,
    kind: goal.kind,
    shortName: goal.shortName,
    statement: goal.statement,
    outlineStatement: goal.outlineStatement,
    rollUp: rollUpOf(
      work.results,
      inForce(work.facts).filter((indicator) => indicator.goal === goal.code),
      work.year,
    ),
    linkages: work.facts.linkages
      .filter((row) => row.subjectId === goal.id)
      .map(({ framework, frameworkTitle, element, elementLabel, strength, quote, summary }) => ({
        framework,
        frameworkTitle,
        element,
        elementLabel,
        strength,
        quote,
        summary,
      })),
    objectives: work.facts.objectives
      .filter((objective) => objective.goal === goal.code)
      .map((objective) => documentObjective(work, rows, objective)),
  }));

/** Linkages of what is in force; a retired indicator's are not in the document, as the indicator itself is not. */
const documentLinkages = ({ facts }: ReviewWork): ReviewDocument['linkages'] => {
  const subjects = [...facts.goals, ...facts.objectives, ...inForce(facts)];
  const codes = new Map(subjects.map(({ id, code }) => [id, code]));
  return facts.linkages.flatMap(
    ({ id, subjectKind, subjectId, framework, frameworkTitle, element, elementLabel, strength, quote, summary }) => {
      const code = codes.get(subjectId);
      const subject = { kind: subjectKind, code: code ?? '' };
      const words = { framework, frameworkTitle, element, elementLabel, strength, quote, summary };
      return code === undefined ? [] : [{ id, subject, ...words }];
    },
  );
};

const documentStrategy = ({ facts: { strategy } }: ReviewWork): ReviewDocument['strategy'] => {
  const { id, title, organization, acronym, parent, vision, firstYear, lastYear } = strategy;
  return {
    id,
    title,
    organization,
    acronym,
    parent,
    vision,
    firstYear,
    lastYear,
    source: {
      title: strategy.sourceTitle,
      approvedOn: strategy.approvedOn,
      lastUpdatedOn: strategy.lastUpdatedOn,
      marking: strategy.marking,
    },
  };
};

const sourcesOf = (goals: readonly DocumentGoal[]): ReviewDocument['sources'] => {
  const bySource = new Map<string, ReviewDocument['sources'][number]>();
  const entries = goals
    .flatMap((goal) => goal.objectives)
    .flatMap((objective) => objective.indicators)
    .flatMap((indicator) => indicator.years);
  for (const { source, verification, value } of entries) {
    if (source === null || value === null) continue;
    const key = `${source}\n${verification}`;
    const known = bySource.get(key);
    bySource.set(key, { source, verification, figures: (known?.figures ?? 0) + 1 });
  }
  return [...bySource.values()].sort((a, b) => a.source.localeCompare(b.source, 'en'));
};

const illustrativeCounts = (goals: readonly DocumentGoal[]): ReviewDocument['illustrative'] => {
  const objectives = goals.flatMap((goal) => goal.objectives);
  const entries = objectives.flatMap((objective) => objective.indicators.map((indicator) => indicator.entry));
  return {
    figures:
      entries.filter((entry) => entry.illustrative && entry.value !== null).length +
      entries.filter((entry) => entry.target.illustrative).length,
    texts: objectives.filter((objective) => objective.section.illustrative).length,
  };
};

const jspOf = ({ facts }: ReviewWork): ReviewDocument['jsp'] => {
  const first = leadingLinkage(facts);
  return first === null
    ? null
    : { label: first.elementLabel, quote: first.elementQuote ?? '', text: first.elementText };
};

/**
 * Everything that the review of a year says, in one document: what is frozen, and what every paper is made from.
 * @param signOff null: a draft, as it stands at `now`
 */
export const buildReviewDocument = async (
  work: ReviewWork,
  signOff: { readonly person: string; readonly at: string } | null,
  now = signOff?.at ?? '',
): Promise<ReviewDocument> => {
  const { facts, review, year, results, queries } = work;
  const rows = await fetchRows(work);
  const goals = documentGoals(work, rows);
  const events =
    review === undefined ? [] : await reviewRepository.listReviewEvents(queries, review.id, facts.moment.until);
  return {
    format: 'fbs-annual-review',
    formatVersion: 1,
    state: review?.state ?? 'not_started',
    draft: signOff === null,
    year,
    number: review?.number ?? 1,
    asOf: now,
    strategy: documentStrategy(work),
    jsp: jspOf(work),
    summary: review?.summary ?? null,
    jspStatement: review?.jspStatement ?? null,
    rollUp: rollUpOf(results, inForce(facts), year),
    previousRollUp: previousRollUpOf(results, inForce(facts), year),
    goals,
    linkages: documentLinkages(work),
    method: { threshold: thresholdOf(facts, year), assessmentNames: facts.settings.assessmentNames },
    sources: sourcesOf(goals),
    illustrative: illustrativeCounts(goals),
    signOff,
    history: events.map(({ action, person, at, reason }) => ({ action, person, at, reason })),
  };
};
