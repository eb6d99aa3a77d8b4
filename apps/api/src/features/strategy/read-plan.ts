import type { GoalPage, ObjectivePage, Plan } from '@fbs/contract';
import { type Day, seesStrategy, suggestAssessment, type Year } from '@fbs/core';
import { planRepository, type Queries, reviewSectionRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { inForce, lineOf, linkageOf, previousRollUpOf, rollUpOf, yearOf, yearsOf } from '../../results/lines.ts';
import type { Facts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { readResults } from '../../results/read-results.ts';
import type { Results } from '../../results/results.ts';

type Input = { readonly strategy: string; readonly asOf?: Day | undefined };
type InYear = Input & { readonly code: string; readonly year?: Year | undefined };
type Objective = Facts['objectives'][number];
type Sections = readonly reviewSectionRepository.SectionRow[];

export const listStrategies = (context: Context) => {
  allow(context.actor, 'read');
  return context.database.read(async (queries) => ({
    strategies: (await planRepository.listStrategies(queries))
      .filter(({ state }) => seesStrategy(context.actor, state))
      .map(({ id, title, organization, acronym, firstYear, lastYear }) => ({
        id,
        title,
        organization,
        acronym,
        firstYear,
        lastYear,
      })),
  }));
};

const goalWordsOf = ({
  code,
  kind,
  shortName,
  statement,
  outlineStatement,
  supportsGoals,
}: planRepository.GoalRow) => ({
  code,
  kind,
  shortName,
  statement,
  outlineStatement,
  supportsGoals,
});

const objectiveWordsOf = (row: Objective) => {
  const { code, goal, kind, shortName, statement, outlineStatement, justificationSummary, dataSources } = row;
  return { code, goal, kind, shortName, statement, outlineStatement, justificationSummary, dataSources };
};

export const readPlan = (context: Context, input: Input): Promise<Plan> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const { facts } = await readResults(context, queries, input.strategy, moment);
    const sections = await planRepository.listSections(queries, input.strategy);
    const { strategy } = facts;
    const { id, title, organization, acronym, firstYear, lastYear, parent, vision, missionSummary } = strategy;
    return {
      id,
      title,
      organization,
      acronym,
      firstYear,
      lastYear,
      parent,
      vision,
      missionSummary,
      source: {
        title: strategy.sourceTitle,
        approvedOn: strategy.approvedOn,
        lastUpdatedOn: strategy.lastUpdatedOn,
        marking: strategy.marking,
      },
      sections: sections.map(({ code, name, summary }) => ({ code, name, summary })),
      goals: facts.goals.map((goal) => ({
        ...goalWordsOf(goal),
        linkages: facts.linkages.filter((row) => row.subjectId === goal.id).map((row) => linkageOf(row, facts)),
        objectives: facts.objectives
          .filter((objective) => objective.goal === goal.code)
          .map((objective) => ({
            ...objectiveWordsOf(objective),
            indicators: facts.indicators
              .filter((indicator) => indicator.objective === objective.code)
              .map(({ code, definition }) => ({ code, name: definition.name, status: definition.status })),
          })),
      })),
    };
  });
};

const sectionsOf = (queries: Queries, facts: Facts): Promise<Sections> =>
  reviewSectionRepository.listSections(
    queries,
    [...facts.reviews.values()].map((review) => review.id),
    facts.moment.until,
  );

/** What the reviews of all years said of some objectives. */
const assessmentsOf = (facts: Facts, sections: Sections, objectives: readonly Objective[]): GoalPage['assessments'] =>
  yearsOf(facts).map((year) => {
    const review = facts.reviews.get(year);
    return {
      year,
      state: review?.state ?? 'not_started',
      objectives: objectives.map((objective) => {
        const section = sections.find((row) => row.reviewId === review?.id && row.objectiveId === objective.id);
        return {
          objective: objective.code,
          assessment: section?.assessment ?? null,
          narrative: section?.narrative ?? null,
        };
      }),
    };
  });

const objectiveInYear = (results: Results, objective: Objective, sections: Sections, year: Year, context: Context) => {
  const indicators = inForce(results.facts).filter((indicator) => indicator.objective === objective.code);
  const counts = rollUpOf(results, indicators, year);
  const review = results.facts.reviews.get(year);
  const section = sections.find((row) => row.reviewId === review?.id && row.objectiveId === objective.id);
  return {
    ...objectiveWordsOf(objective),
    rollUp: counts,
    suggestion: suggestAssessment(counts),
    assessment: section?.assessment ?? null,
    indicators: indicators.map((indicator) => lineOf(results, indicator, year, context.actor)),
  };
};

export const readGoal = (context: Context, input: InYear): Promise<GoalPage> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const results = await readResults(context, queries, input.strategy, moment);
    const { facts } = results;
    const goal = required(
      facts.goals.find((each) => each.code === input.code),
      `There is no goal ${input.code} in this strategy.`,
    );
    const year = yearOf(facts, input.year);
    const sections = await sectionsOf(queries, facts);
    const objectives = facts.objectives.filter((objective) => objective.goal === goal.code);
    const indicators = inForce(facts).filter((indicator) => indicator.goal === goal.code);
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      ...goalWordsOf(goal),
      linkages: facts.linkages.filter((row) => row.subjectId === goal.id).map((row) => linkageOf(row, facts)),
      rollUp: rollUpOf(results, indicators, year),
      previousRollUp: previousRollUpOf(results, indicators, year),
      objectives: objectives.map((objective) => objectiveInYear(results, objective, sections, year, context)),
      facts: (await planRepository.listOfficeFacts(queries, goal.id)).map(({ fact, value, unit, asOf, source }) => ({
        fact,
        value,
        unit,
        asOf,
        source,
      })),
      assessments: assessmentsOf(facts, sections, objectives),
    };
  });
};

export const readObjective = (context: Context, input: InYear): Promise<ObjectivePage> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const results = await readResults(context, queries, input.strategy, moment);
    const { facts } = results;
    const objective = required(
      facts.objectives.find((each) => each.code === input.code),
      `There is no objective ${input.code} in this strategy.`,
    );
    const goal = required(
      facts.goals.find((each) => each.code === objective.goal),
      `Objective ${input.code} has no goal.`,
    );
    const year = yearOf(facts, input.year);
    const sections = await sectionsOf(queries, facts);
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      ...objectiveInYear(results, objective, sections, year, context),
      goalWords: { code: goal.code, shortName: goal.shortName, statement: goal.statement },
      linkages: facts.linkages
        .filter((row) => row.subjectId === goal.id || row.subjectId === objective.id)
        .map((row) => linkageOf(row, facts)),
      assessments: assessmentsOf(facts, sections, [objective]),
    };
  });
};
