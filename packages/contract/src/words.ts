import { assessments, type Day, linkageStrengths, linkageSubjects, ratings } from '@fbs/core';
import { z } from 'zod';

/** An array in an answer: read only, so that the rules' own results fit without copying. */
export const list = <T extends z.ZodType>(item: T) => z.array(item).readonly();

export const decimal = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .describe('An exact decimal of up to 15 significant digits, as a string');

export const day = z.iso.date().describe('A calendar day, for example 2020-12-31');
export const instant = z.iso.datetime().describe('A moment in UTC');
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
export const year = z.coerce.number().int().min(1900).max(2200).describe('A U.S. fiscal year, for example 2020');
export const code = z.string().min(1).max(40);
export const strategyId = z.string().min(1).max(80);

/** Text a person types: trimmed length is checked by the rules; here only what no honest text exceeds. */
export const shortText = z.string().max(400);
export const longText = z.string().max(20_000);

export const strategyParams = z.object({ strategy: strategyId });
export const yearAndDay = z.object({ year: year.optional(), asOf: day.optional() });
export const asOfOnly = z.object({ asOf: day.optional() });

export const ifMatch = z.object({
  'if-match': z.string().optional().describe('The ETag of the version that you saw, for example "3"'),
});

export const whoAndWhen = z.object({ person: z.string(), at: instant });

export const rollUp = z
  .object({
    indicators: z.number(),
    above: z.number(),
    on: z.number(),
    improved: z.number(),
    below: z.number(),
    notRated: z.number(),
    met: z.number(),
    rated: z.number(),
    reported: z.number(),
    due: z.number(),
    explanationsMissing: z.number(),
  })
  .meta({ id: 'RollUp' });

export const assessment = z.enum(assessments);
export const suggestedAssessment = z.object({ assessment, sentence: z.string() });

export const linkage = z
  .object({
    id: z.string(),
    subject: z.object({ kind: z.enum(linkageSubjects), code }),
    framework: z.string(),
    frameworkTitle: z.string(),
    element: z.string(),
    elementLabel: z.string(),
    strength: z.enum(linkageStrengths),
    quote: z.string().nullable(),
    summary: z.string().nullable(),
  })
  .meta({ id: 'Linkage' });
export type Linkage = z.output<typeof linkage>;

export const personalRating = z.enum(ratings).exclude(['not_rated']);

/** The endings of every reading answer: which year, which day, which state of the data. */
export const readAt = {
  year: z.number(),
  asOf: day.nullable().describe('The day looked back to; null: as of today'),
  dataVersion: z.number().describe('Raised by every write'),
} as const;
export type AsOf = Day | null;
