import { linkageStrengths, reviewStates, type Verification, verifications } from '@fbs/core';
import { z } from 'zod';
import { breakdownRow, indicatorDefinition, indicatorYear, targetVintage, vintage } from './indicator-shapes.ts';
import { correctiveAction, evidenceFile, sectionText } from './review-shapes.ts';
import { assessment, code, day, decimal, instant, linkage, list, rollUp, suggestedAssessment } from './words.ts';

/** An indicator in the review: the definition in force, the year's figure and all years beside it. */
const documentIndicator = z.object({
  code,
  definition: indicatorDefinition,
  definitionNumber: z.number(),
  entry: indicatorYear,
  years: list(indicatorYear).describe('All years up to this one, oldest first'),
  breakdown: list(breakdownRow),
  targets: list(targetVintage),
  vintages: list(vintage).describe("Of the review's year"),
  // optional: reviews that were signed before these were kept do not hold them, and never will
  earlierVintages: list(vintage.extend({ year: z.number() }).meta({}))
    .optional()
    .describe('Of the years before; absent in reviews signed before they were kept'),
  earlierBreakdowns: list(breakdownRow.extend({ year: z.number() })).optional(),
});
export type DocumentIndicator = z.output<typeof documentIndicator>;

const documentObjective = z.object({
  code,
  shortName: z.string(),
  statement: z.string(),
  outlineStatement: z.string().nullable(),
  rollUp,
  suggestion: suggestedAssessment,
  section: sectionText.extend({
    files: list(evidenceFile)
      .optional()
      .describe('Files of evidence; absent in reviews signed before sections took files'),
    submittedBy: z.string().nullable(),
    clearedBy: z.string().nullable(),
    illustrative: z.boolean(),
  }),
  indicators: list(documentIndicator),
  actions: list(correctiveAction),
});
export type DocumentObjective = z.output<typeof documentObjective>;

const documentGoal = z.object({
  code,
  kind: z.string(),
  shortName: z.string(),
  statement: z.string(),
  outlineStatement: z.string().nullable(),
  rollUp,
  linkages: list(
    z.object({
      framework: z.string(),
      frameworkTitle: z.string(),
      element: z.string(),
      elementLabel: z.string(),
      strength: z.enum(linkageStrengths),
      quote: z.string().nullable(),
      summary: z.string().nullable(),
    }),
  ),
  objectives: list(documentObjective),
});
export type DocumentGoal = z.output<typeof documentGoal>;

/**
 * The whole review of a year: every figure, definition, target and rating as of one moment.
 * Signed off, it is stored as JSON and never changed; every paper is made from it.
 */
export const reviewDocument = z
  .object({
    format: z.literal('fbs-annual-review'),
    formatVersion: z.literal(1),
    state: z.enum(reviewStates),
    draft: z.boolean().describe('true: not signed off; every paper says DRAFT'),
    year: z.number(),
    number: z.number().describe('Version of the review'),
    asOf: instant,
    strategy: z.object({
      id: z.string(),
      title: z.string(),
      organization: z.string(),
      acronym: z.string(),
      parent: z.string(),
      vision: z.string(),
      firstYear: z.number(),
      lastYear: z.number(),
      source: z.object({ title: z.string(), approvedOn: day, lastUpdatedOn: day, marking: z.string() }),
    }),
    jsp: z.object({ label: z.string(), quote: z.string(), text: z.string().nullable() }).nullable(),
    summary: z.string().nullable(),
    jspStatement: z.string().nullable(),
    rollUp,
    previousRollUp: rollUp.nullable(),
    goals: list(documentGoal),
    linkages: list(linkage.meta({}))
      .optional()
      .describe('Of goals, objectives and indicators; absent in reviews signed before they were kept'),
    method: z.object({ threshold: decimal, assessmentNames: z.record(assessment, z.string()) }),
    sources: list(
      z.object({ source: z.string(), verification: z.enum(verifications).nullable(), figures: z.number() }),
    ),
    illustrative: z.object({ figures: z.number(), texts: z.number() }),
    signOff: z.object({ person: z.string(), at: instant }).nullable(),
    history: list(z.object({ action: z.string(), person: z.string(), at: instant, reason: z.string().nullable() })),
  })
  .meta({ id: 'ReviewDocument' });
export type ReviewDocument = z.output<typeof reviewDocument>;

/** The reviews of all years in one file, oldest first; each as it was signed, or as a draft. */
export const yearsDocument = z.object({
  format: z.literal('fbs-strategy-years'),
  formatVersion: z.literal(1),
  strategy: z.string(),
  firstYear: z.number(),
  lastYear: z.number(),
  draft: z.boolean().optional().describe('A year is not signed; absent in files made before it was said'),
  reviews: list(
    z.object({
      year: z.number(),
      version: z.number(),
      draft: z.boolean(),
      sha256: z.string().nullable().describe('Of the text of the review as it stands here; null: a draft'),
      review: reviewDocument.meta({}),
    }),
  ),
});
export type YearsDocument = z.output<typeof yearsDocument>;
export type DocumentSource = {
  readonly source: string;
  readonly verification: Verification | null;
  readonly figures: number;
};
