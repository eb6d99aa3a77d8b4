import {
  accumulations,
  dataQualityItems,
  dataQualityStandards,
  directions,
  entryActions,
  entryStates,
  type IndicatorDefinition,
  indicatorKinds,
  indicatorLevels,
  indicatorRoles,
  indicatorStatuses,
  notRatedReasons,
  periodBases,
  ratings,
  standardAnswers,
  verifications,
} from '@fbs/core';
import { z } from 'zod';
import { code, day, decimal, instant, list, personalRating } from './words.ts';

const computedPart = z.strictObject({ indicator: code, category: z.string().optional() });

/** The federal indicator reference sheet, one version of it. */
export const indicatorDefinition = z
  .object({
    name: z.string().trim().min(1).max(300),
    definition: z.string().trim().min(1).max(4000),
    unit: z.string().trim().min(1).max(60),
    kind: z.enum(indicatorKinds),
    decimals: z.number().int().min(0).max(6),
    direction: z.enum(directions),
    tolerance: decimal.nullable(),
    accumulation: z.enum(accumulations),
    cumulativeSince: day.nullable(),
    periodBasis: z.enum(periodBases),
    level: z.enum(indicatorLevels),
    role: z.enum(indicatorRoles),
    status: z.enum(indicatorStatuses),
    section: z.string().min(1).max(20),
    owner: z.string().max(200).nullable(),
    dataSource: z.string().max(1000),
    collectionMethod: z.string().max(4000).nullable(),
    frequency: z.string().max(200).nullable(),
    dueRule: z
      .strictObject({
        yearsAfter: z.number().int().min(0).max(3),
        month: z.number().int().min(1).max(12),
        day: z.number().int().min(1).max(31),
      })
      .nullable(),
    limitations: z.string().max(4000).nullable(),
    disaggregations: list(
      z.strictObject({
        dimension: z.string().min(1).max(80),
        categories: list(z.string().min(1).max(120)),
        sumsToTotal: z.boolean(),
      }),
    ),
    reference: z.strictObject({ vocabulary: z.string().max(200), code: z.string().max(60) }).nullable(),
    computed: z
      .discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('share'), numerator: computedPart, denominator: computedPart }),
        z.strictObject({ kind: z.literal('targets_set') }),
      ])
      .nullable(),
    baseline: z.strictObject({ value: decimal, period: z.string().max(60), source: z.string().max(400) }).nullable(),
    dataQuality: z.strictObject({
      items: z.partialRecord(z.enum(dataQualityItems), z.string().max(2000)),
      standards: z.partialRecord(
        z.enum(dataQualityStandards),
        z.strictObject({ answer: z.enum(standardAnswers), note: z.string().max(2000), assessedOn: day }),
      ),
    }),
  })
  .meta({ id: 'IndicatorDefinition' }) satisfies z.ZodType<IndicatorDefinition>;

export const ratingResult = z
  .object({
    rating: z.enum(ratings),
    reason: z.enum(notRatedReasons).nullable(),
    deviation: decimal.nullable().describe('Percent of the target, positive = good'),
    explanationRequired: z.boolean(),
    sentence: z.string().describe('How the rating was worked out'),
  })
  .meta({ id: 'RatingResult' });

const targetFigure = { value: decimal.nullable(), low: decimal.nullable(), high: decimal.nullable() } as const;

/** What a year is measured against: the figure in force beside the one first set. */
export const target = z
  .object({
    version: z.number().describe('0 where none was ever set'),
    ...targetFigure,
    noTargetReason: z.string().nullable().describe('Set where there is no target on purpose'),
    initial: z.object(targetFigure).nullable(),
    revised: z.boolean(),
    afterResult: z.boolean().describe('Revised after the result was known'),
    illustrative: z.boolean(),
  })
  .meta({ id: 'Target' });
export type Target = z.output<typeof target>;

export const breakdownRow = z.object({ dimension: z.string(), category: z.string(), value: decimal });

export const trend = z.object({
  change: decimal,
  percent: decimal.nullable(),
  meaning: z.enum(['good', 'bad', 'neutral']),
});

/** One indicator in one year: its state, figure, target and rating, as they stand on the day asked for. */
export const indicatorYear = z
  .object({
    indicator: code,
    year: z.number(),
    period: z.object({ label: z.string(), start: day, end: day }),
    dueDay: day,
    due: z.boolean(),
    state: z.enum(entryStates),
    version: z.number().describe('0 where nothing was ever recorded; send it back in If-Match'),
    value: decimal.nullable(),
    text: z.string().nullable(),
    chosenRating: personalRating.nullable(),
    withheld: z.boolean().describe('A draft of a section whose drafts you may not see'),
    computed: z.boolean(),
    notApplicableReason: z.string().nullable(),
    returnNote: z.string().nullable(),
    explanation: z.string().nullable(),
    explanationMissing: z.boolean(),
    note: z.string().nullable(),
    source: z.string().nullable(),
    verification: z.enum(verifications).nullable(),
    measuredOn: day.nullable(),
    illustrative: z.boolean(),
    restated: z.boolean().describe('An approved figure was replaced by a later one'),
    target,
    rating: ratingResult,
    previous: z.object({ value: decimal, label: z.string() }).nullable(),
    trend: trend.nullable(),
    recorded: z.object({ person: z.string(), at: instant }).nullable(),
    submittedBy: z.string().nullable().describe('Who submitted it (person id)'),
  })
  .meta({ id: 'IndicatorYear' });
export type IndicatorYear = z.output<typeof indicatorYear>;

export const yearFigure = z.object({ year: z.number(), label: z.string(), value: decimal, illustrative: z.boolean() });

/** An indicator in a list: what it is, how the asked year stands, and the figures of all years for a small trend. */
export const indicatorLine = z
  .object({
    code,
    name: z.string(),
    objective: code,
    goal: code,
    position: z.number(),
    section: z.string(),
    owner: z.string().nullable(),
    role: z.enum(indicatorRoles),
    status: z.enum(indicatorStatuses),
    kind: z.enum(indicatorKinds),
    unit: z.string(),
    decimals: z.number(),
    direction: z.enum(directions),
    tolerance: decimal.nullable(),
    periodBasis: z.enum(periodBases),
    level: z.enum(indicatorLevels),
    computed: z.boolean(),
    baseline: z.object({ value: decimal, period: z.string(), source: z.string() }).nullable(),
    dataQualityAnswered: z.number(),
    entry: indicatorYear,
    points: list(yearFigure),
  })
  .meta({ id: 'IndicatorLine' });
export type IndicatorLine = z.output<typeof indicatorLine>;

export const lockReasons = [
  'as_of_view',
  'computed',
  'period_frozen',
  'in_clearance',
  'retired',
  'not_your_section',
  'not_your_role',
] as const;

/** What the person who asks may do with an entry, and why not where they may not. */
export const entryRights = z.object({
  enter: z.boolean(),
  submit: z.boolean(),
  approve: z.boolean(),
  return: z.boolean(),
  setTarget: z.boolean(),
  lock: z.object({ reason: z.enum(lockReasons), sentence: z.string() }).nullable(),
});
export type EntryRights = z.output<typeof entryRights>;

export const vintage = z
  .object({
    number: z.number(),
    action: z.enum(entryActions),
    state: z.enum(entryStates),
    value: decimal.nullable(),
    text: z.string().nullable(),
    difference: decimal.nullable().describe('Against the vintage before it'),
    explanation: z.string().nullable(),
    note: z.string().nullable(),
    source: z.string().nullable(),
    measuredOn: day.nullable().optional().describe('Reviews that were signed earlier do not have it'),
    verification: z.enum(verifications).nullable(),
    reason: z.string().nullable(),
    person: z.string(),
    at: instant,
    illustrative: z.boolean(),
    withheld: z.boolean(),
  })
  .meta({ id: 'Vintage' });

export const targetVintage = z
  .object({
    year: z.number(),
    number: z.number(),
    ...targetFigure,
    noTargetReason: z.string().nullable(),
    reason: z.string().nullable(),
    afterResult: z.boolean(),
    person: z.string(),
    at: instant,
    illustrative: z.boolean(),
  })
  .meta({ id: 'TargetVintage' });
