import { correctiveActionStates, evidenceFileTypes, gateKinds, reviewStates, sectionStates } from '@fbs/core';
import { z } from 'zod';
import { indicatorLine } from './indicator-shapes.ts';
import { assessment, code, day, instant, list, longText, rollUp, sha256, suggestedAssessment } from './words.ts';

export const gateItem = z
  .object({
    kind: z.enum(gateKinds),
    blocks: z.boolean().describe('false: a warning'),
    objective: code.nullable(),
    indicator: code.nullable(),
    action: z.string().nullable(),
    who: z.string().describe('Whose turn it is: a person, a section, planners or reviewers'),
    sentence: z.string(),
  })
  .meta({ id: 'GateItem' });

export const correctiveAction = z
  .object({
    id: z.string(),
    version: z.number(),
    objective: code,
    openedYear: z.number(),
    what: z.string(),
    who: z.string(),
    dueOn: day,
    state: z.enum(correctiveActionStates),
    carried: z.boolean().describe('Opened in an earlier review and still open when this one began'),
    updatedForYear: z.number().nullable(),
    updates: list(
      z.object({
        year: z.number(),
        state: z.enum(correctiveActionStates),
        text: z.string(),
        person: z.string(),
        at: instant,
        illustrative: z.boolean(),
      }),
    ),
    illustrative: z.boolean(),
  })
  .meta({ id: 'CorrectiveAction' });
export type CorrectiveAction = z.output<typeof correctiveAction>;

export const evidenceLink = z.strictObject({
  title: z.string().min(1).max(200),
  url: z.url({ protocol: /^https?$/ }).max(2000),
});

/** A file that a section rests on, kept under its SHA-256. */
export const evidenceFile = z.object({
  title: z.string().describe('What it shows'),
  fileName: z.string(),
  fileType: z.enum(evidenceFileTypes).describe('Recognized from what the file holds, not from its name'),
  size: z.number().describe('In bytes'),
  sha256,
});
export type EvidenceFile = z.output<typeof evidenceFile>;

/** What people write about an objective in a review. */
export const sectionText = z.object({
  assessment: assessment.nullable(),
  departureReason: longText.nullable(),
  narrative: longText.nullable(),
  decisions: longText.nullable().describe('Programming and funding decisions that followed'),
  evidence: z.array(evidenceLink).max(50).describe('Links'),
});

export const reviewSection = z
  .object({
    year: z.number(),
    objective: code,
    goal: code,
    shortName: z.string(),
    statement: z.string(),
    outlineStatement: z.string().nullable(),
    state: z.enum(sectionStates),
    version: z.number(),
    ...sectionText.shape,
    files: list(evidenceFile).describe('Files of evidence, in the order in which they were added'),
    sizeLimit: z.number().describe('How large such a file may be, in megabytes'),
    suggestion: suggestedAssessment,
    rollUp,
    indicators: list(indicatorLine),
    actions: list(correctiveAction),
    returnNote: z.string().nullable(),
    submittedBy: z.string().nullable(),
    illustrative: z.boolean(),
    previous: z
      .object({
        year: z.number(),
        assessment: assessment.nullable(),
        narrative: z.string().nullable(),
        decisions: z.string().nullable(),
      })
      .nullable(),
    rights: z.object({
      write: z.boolean(),
      submit: z.boolean(),
      return: z.boolean(),
      clear: z.boolean(),
      explain: z.boolean(),
    }),
    lock: z.string().nullable().describe('Why it cannot be written, in a sentence'),
  })
  .meta({ id: 'ReviewSection' });
export type ReviewSection = z.output<typeof reviewSection>;

const reviewEvent = z.object({
  action: z.string(),
  state: z.enum(reviewStates),
  reason: z.string().nullable(),
  person: z.string(),
  at: instant,
  illustrative: z.boolean(),
});

export const reviewVersion = z.object({
  number: z.number(),
  sha256: z.string(),
  finalAt: instant,
  signedBy: z.string(),
  illustrative: z.boolean(),
});

export const review = z
  .object({
    year: z.number(),
    asOf: day.nullable(),
    state: z.enum(reviewStates),
    version: z.number().describe('Of the row, for If-Match'),
    number: z.number().describe('Of the review: 1, and one more with each reopening'),
    summary: z.string().nullable(),
    jspStatement: z.string().nullable(),
    illustrative: z.boolean(),
    rollUp,
    sections: list(
      z.object({
        objective: code,
        goal: code,
        shortName: z.string(),
        state: z.enum(sectionStates),
        assessment: assessment.nullable(),
        version: z.number(),
      }),
    ),
    assessmentNames: z
      .record(assessment, z.string())
      .describe('What the office calls the assessments; of a signed review, what it called them then'),
    gate: list(gateItem).describe('What is missing before clearance'),
    signOffGate: list(gateItem).describe('What is missing before sign-off'),
    events: list(reviewEvent),
    versions: list(reviewVersion),
    rights: z.object({
      open: z.boolean(),
      write: z.boolean(),
      sendToClearance: z.boolean(),
      returnFromClearance: z.boolean(),
      signOff: z.boolean(),
      reopen: z.boolean(),
    }),
  })
  .meta({ id: 'Review' });
export type Review = z.output<typeof review>;
