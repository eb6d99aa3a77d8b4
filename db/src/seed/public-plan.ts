import type { Queries } from '../database.ts';
import { people } from '../schema/people.ts';
import { goals, objectives, officeFacts, sections, strategies } from '../schema/plan.ts';
import { counters, settings } from '../schema/service.ts';
import { traceOf, writeTraces } from './audit-traces.ts';
import { insertRows } from './insert-rows.ts';
import { idOf, noonOf, publishedRecord, strategyId } from './places.ts';
import { readShortNames, readStrategy } from './plan-files.ts';
import { readSeedTable } from './seed-files.ts';

const strategyRow = () => {
  const { source, organization, strategy } = readStrategy();
  return {
    id: strategyId,
    title: strategy.title,
    firstYear: strategy.first_fiscal_year,
    lastYear: strategy.last_fiscal_year,
    vision: strategy.vision,
    missionSummary: strategy.mission_summary,
    organization: organization.name,
    acronym: organization.acronym,
    parent: organization.parent,
    sourceTitle: source.title,
    approvedOn: source.approved_on,
    lastUpdatedOn: source.last_updated_on,
    marking: source.marking,
    version: 1,
    createdAt: noonOf(source.approved_on),
  };
};

const goalRows = () => {
  const names = readShortNames().goals;
  return readStrategy().goals.map((goal, index) => ({
    id: idOf('goal', goal.code),
    strategyId,
    code: goal.code,
    position: index + 1,
    kind: goal.kind,
    shortName: names[goal.code] ?? goal.code,
    statement: goal.statement,
    outlineStatement: goal.outline_statement ?? null,
    supportsGoals: JSON.stringify(goal.supports_goals ?? []),
  }));
};

const objectiveRows = () => {
  const names = readShortNames().objectives;
  const listed = readStrategy().goals.flatMap((goal) => goal.objectives.map((objective) => ({ goal, objective })));
  return listed.map(({ goal, objective }, index) => ({
    id: idOf('objective', objective.code),
    goalId: idOf('goal', goal.code),
    strategyId,
    code: objective.code,
    position: index + 1,
    kind: objective.kind,
    shortName: names[objective.code] ?? objective.code,
    statement: objective.statement,
    outlineStatement: objective.outline_statement ?? null,
    justificationSummary: objective.justification_summary,
    dataSources: JSON.stringify(objective.data_sources),
  }));
};

const sectionRows = () =>
  readStrategy().organization.sections.map((section, index) => ({
    ...section,
    id: idOf('section', section.code),
    strategyId,
    position: index + 1,
  }));

const factRows = () =>
  readSeedTable<'goal' | 'fact' | 'value' | 'unit' | 'as_of' | 'source'>('office-facts.csv').map(
    ({ goal, as_of, ...fact }, index) => ({
      ...fact,
      id: idOf('fact', index + 1),
      goalId: idOf('goal', goal),
      position: index + 1,
      asOf: as_of,
    }),
  );

/** What an administrator may change later. */
export const startingSettings = {
  rating_threshold: '10',
  self_approval: false,
  assessment_names: {
    noteworthy_progress: 'Noteworthy progress',
    on_track: 'On track',
    focus_area: 'Focus area',
    not_rated: 'Not rated',
  },
};

/** The strategy as published, without frameworks, indicators and figures; and who stands behind the public record. */
export const seedPublicPlan = async (queries: Queries): Promise<void> => {
  const strategy = strategyRow();
  const at = strategy.createdAt;
  await insertRows(queries, people, [
    {
      id: publishedRecord,
      name: 'Published record',
      title: 'Figures as their sources published them',
      position: 0,
      active: 0,
      illustrative: 0,
      version: 1,
      createdAt: at,
    },
  ]);
  await insertRows(queries, strategies, [strategy]);
  await insertRows(queries, sections, sectionRows());
  await insertRows(queries, goals, goalRows());
  await insertRows(queries, objectives, objectiveRows());
  await insertRows(queries, officeFacts, factRows());
  const rows = Object.entries(startingSettings).map(([key, value]) => ({
    key,
    value: JSON.stringify(value),
    version: 1,
    at,
  }));
  await insertRows(queries, settings, rows);
  await queries.insert(counters).values({ name: 'data_version', value: 0 }).onConflictDoNothing();
  await writeTraces(queries, [traceOf('strategy', strategyId, strategy, at)]);
};
