import { goalKinds, linkageStrengths, linkageSubjects, ratings } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { indicatorLine } from './indicator-shapes.ts';
import { problem, refusals, staleOf, writeRefusals } from './problem.ts';
import {
  code,
  ifMatch,
  linkage,
  list,
  longText,
  readAt,
  rollUp,
  shortText,
  strategyParams,
  whoAndWhen,
  yearAndDay,
} from './words.ts';

const tags = ['linkages'] as const;

const element = z.object({
  code,
  parent: z.string().nullable(),
  level: z.string(),
  label: z.string(),
  text: z.string().nullable(),
  quote: z.string().nullable(),
});

/** A linkage as those need it who may change it. */
export const editableLinkage = linkage
  .extend({
    version: z.number().describe('Send it back in If-Match'),
    signed: z.boolean().describe('A signed review holds it: changing or removing it asks for a reason'),
    removed: z.boolean(),
  })
  .meta({ id: 'EditableLinkage' });
export type EditableLinkage = z.output<typeof editableLinkage>;

export const linkagesPage = z
  .object({
    ...readAt,
    frameworks: list(
      z.object({
        code,
        title: z.string(),
        version: z.number(),
        elements: list(element),
        unsupported: list(code).describe('Elements that nothing is linked to, neither themselves nor below them'),
      }),
    ),
    goals: list(
      z.object({
        code,
        kind: z.enum(goalKinds),
        shortName: z.string(),
        statement: z.string(),
        supportsGoals: list(code),
        rollUp,
      }),
    ),
    objectives: list(
      z.object({
        code,
        goal: code,
        shortName: z.string(),
        statement: z.string(),
        rollUp,
        indicators: list(
          z.object({ code, name: z.string(), reporting: z.boolean(), rating: z.enum(ratings) }),
        ).describe('Performance indicators'),
      }),
    ),
    linkages: list(editableLinkage),
    illustrative: z.number().describe('Performance indicators whose figure or target is illustrative'),
    withoutPerformanceIndicator: list(code).describe('Objectives'),
    noneReporting: list(code).describe('Objectives that have performance indicators, none of which reports this year'),
  })
  .meta({ id: 'LinkagesPage' });
export type LinkagesPage = z.output<typeof linkagesPage>;

export const readLinkages = {
  method: 'GET',
  url: '/api/strategies/:strategy/linkages',
  schema: {
    summary: 'What the strategy links up to, in the words of the strategy, with the results of a year',
    tags,
    params: strategyParams,
    querystring: yearAndDay,
    response: { 200: linkagesPage, ...refusals },
  },
} as const satisfies Endpoint;

/** What an element of a framework rests on, in a year. */
export const elementPage = z
  .object({
    ...readAt,
    framework: z.object({ code, title: z.string() }),
    element,
    above: list(z.object({ code, label: z.string() })).describe('The elements above it, the topmost first'),
    below: list(z.object({ code, label: z.string(), text: z.string().nullable(), linkages: z.number() })),
    rollUp: rollUp.describe('Every performance indicator behind it, counted once'),
    goals: list(
      z.object({
        code,
        shortName: z.string(),
        statement: z.string(),
        linkages: list(editableLinkage).describe('Of the goal itself'),
        rollUp: rollUp.describe('Of what stands behind the element'),
        objectives: list(
          z.object({
            code,
            shortName: z.string(),
            linkages: list(editableLinkage).describe('Of the objective and of its indicators'),
            rollUp,
            indicators: list(indicatorLine),
          }),
        ),
      }),
    ),
    history: list(
      whoAndWhen.extend({
        action: z.enum(['added', 'changed', 'removed', 'restored', 'moved']),
        linkage: z.string(),
        version: z.number(),
        subject: z.object({ kind: z.enum(linkageSubjects), code }),
        strength: z.enum(linkageStrengths),
        reason: z.string().nullable(),
      }),
    ).describe('What was done to its linkages, newest first'),
  })
  .meta({ id: 'ElementPage' });
export type ElementPage = z.output<typeof elementPage>;

export const readElement = {
  method: 'GET',
  url: '/api/strategies/:strategy/frameworks/:framework/elements/:element',
  schema: {
    summary: 'What an element of a framework rests on: linkages, goals, objectives and indicators with their results',
    tags,
    params: strategyParams.extend({ framework: code, element: code }),
    querystring: yearAndDay,
    response: { 200: elementPage, ...refusals },
  },
} as const satisfies Endpoint;

const linkageBody = {
  subject: z.strictObject({ kind: z.enum(linkageSubjects), code }),
  framework: code,
  element: code,
  strength: z.enum(linkageStrengths),
  quote: longText.nullable().describe("The strategy's own words"),
  summary: longText.nullable(),
} as const;

const reason = shortText.nullable().optional().describe('Why; needed where a signed review holds the linkage');

const linkageParams = strategyParams.extend({ linkage: z.string().min(1).max(300) });
const changed = { 200: editableLinkage, ...writeRefusals, 412: staleOf(editableLinkage) } as const;

export const addLinkage = {
  method: 'POST',
  url: '/api/strategies/:strategy/linkages',
  schema: {
    summary: 'Link a goal, objective or indicator to an element of a framework',
    tags,
    params: strategyParams,
    body: z.strictObject(linkageBody),
    response: { 201: editableLinkage, ...refusals, 409: problem },
  },
} as const satisfies Endpoint;

export const changeLinkage = {
  method: 'PUT',
  url: '/api/strategies/:strategy/linkages/:linkage',
  schema: {
    summary: 'Change a linkage; past days and signed reviews keep what stood then',
    tags,
    params: linkageParams,
    headers: ifMatch,
    body: z.strictObject({ ...linkageBody, reason }),
    response: changed,
  },
} as const satisfies Endpoint;

export const removeLinkage = {
  method: 'POST',
  url: '/api/strategies/:strategy/linkages/:linkage/remove',
  schema: {
    summary: 'Remove a linkage; past days and signed reviews still show it',
    tags,
    params: linkageParams,
    headers: ifMatch,
    body: z.strictObject({ reason }),
    response: changed,
  },
} as const satisfies Endpoint;

export const restoreLinkage = {
  method: 'POST',
  url: '/api/strategies/:strategy/linkages/:linkage/restore',
  schema: {
    summary: 'Bring a removed linkage back as it stood',
    tags,
    params: linkageParams,
    headers: ifMatch,
    response: changed,
  },
} as const satisfies Endpoint;
