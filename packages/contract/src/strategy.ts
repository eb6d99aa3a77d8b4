import { goalKinds, indicatorStatuses, reviewStates } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { indicatorLine } from './indicator-shapes.ts';
import { refusals } from './problem.ts';
import {
  asOfOnly,
  assessment,
  code,
  day,
  linkage,
  list,
  readAt,
  rollUp,
  strategyParams,
  suggestedAssessment,
  yearAndDay,
} from './words.ts';

const objectiveWords = {
  code,
  goal: code,
  kind: z.enum(goalKinds),
  shortName: z.string(),
  statement: z.string(),
  outlineStatement: z.string().nullable().describe("The strategy outline's wording, where it differs"),
  justificationSummary: z.string(),
  dataSources: list(z.string()),
} as const;

const goalWords = {
  code,
  kind: z.enum(goalKinds),
  shortName: z.string(),
  statement: z.string(),
  outlineStatement: z.string().nullable(),
  supportsGoals: list(code),
} as const;

export const strategySummary = z.object({
  id: z.string(),
  title: z.string(),
  organization: z.string(),
  acronym: z.string(),
  firstYear: z.number(),
  lastYear: z.number(),
});

export const plan = z
  .object({
    ...strategySummary.shape,
    parent: z.string(),
    vision: z.string(),
    missionSummary: z.string(),
    source: z.object({ title: z.string(), approvedOn: day, lastUpdatedOn: day, marking: z.string() }),
    sections: list(z.object({ code, name: z.string(), summary: z.string() })),
    goals: list(
      z.object({
        ...goalWords,
        linkages: list(linkage),
        objectives: list(
          z.object({
            ...objectiveWords,
            indicators: list(z.object({ code, name: z.string(), status: z.enum(indicatorStatuses) })),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'Plan' });
export type Plan = z.output<typeof plan>;

/** How the reviews of all years judged an objective. */
const yearAssessments = list(
  z.object({
    year: z.number(),
    state: z.enum(reviewStates),
    objectives: list(
      z.object({ objective: code, assessment: assessment.nullable(), narrative: z.string().nullable() }),
    ),
  }),
);

const objectiveInYear = {
  ...objectiveWords,
  rollUp,
  suggestion: suggestedAssessment,
  assessment: assessment.nullable(),
  indicators: list(indicatorLine),
} as const;

export const goalPage = z
  .object({
    ...readAt,
    ...goalWords,
    linkages: list(linkage),
    rollUp,
    previousRollUp: rollUp.nullable(),
    objectives: list(z.object(objectiveInYear)),
    facts: list(
      z.object({ fact: z.string(), value: z.string(), unit: z.string(), asOf: z.string(), source: z.string() }),
    ),
    assessments: yearAssessments,
  })
  .meta({ id: 'GoalPage' });
export type GoalPage = z.output<typeof goalPage>;

export const objectivePage = z
  .object({
    ...readAt,
    ...objectiveInYear,
    goalWords: z.object({ code, shortName: z.string(), statement: z.string() }),
    linkages: list(linkage).describe("The objective's own and those of its goal"),
    assessments: yearAssessments,
  })
  .meta({ id: 'ObjectivePage' });
export type ObjectivePage = z.output<typeof objectivePage>;

export const listStrategies = {
  method: 'GET',
  url: '/api/strategies',
  schema: {
    summary: 'The strategies',
    tags: ['strategy'],
    response: { 200: z.object({ strategies: list(strategySummary) }), ...refusals },
  },
} as const satisfies Endpoint;

export const readPlan = {
  method: 'GET',
  url: '/api/strategies/:strategy',
  schema: {
    summary: 'The plan: goals, objectives, indicators, sections',
    tags: ['strategy'],
    params: strategyParams,
    querystring: asOfOnly,
    response: { 200: plan, ...refusals },
  },
} as const satisfies Endpoint;

const codeParams = strategyParams.extend({ code });

export const readGoal = {
  method: 'GET',
  url: '/api/strategies/:strategy/goals/:code',
  schema: {
    summary: 'A goal in a year, with its objectives and their indicators',
    tags: ['strategy'],
    params: codeParams,
    querystring: yearAndDay,
    response: { 200: goalPage, ...refusals },
  },
} as const satisfies Endpoint;

export const readObjective = {
  method: 'GET',
  url: '/api/strategies/:strategy/objectives/:code',
  schema: {
    summary: 'An objective in a year, with its indicators',
    tags: ['strategy'],
    params: codeParams,
    querystring: yearAndDay,
    response: { 200: objectivePage, ...refusals },
  },
} as const satisfies Endpoint;
