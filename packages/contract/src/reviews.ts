import { correctiveActionStates, reviewStates } from '@fbs/core';
import { z } from 'zod';
import type { Endpoint } from './endpoint.ts';
import { problem, refusals, staleOf, writeRefusals } from './problem.ts';
import { reviewDocument } from './review-document.ts';
import { correctiveAction, review, reviewSection, sectionText } from './review-shapes.ts';
import {
  asOfOnly,
  code,
  day,
  ifMatch,
  instant,
  list,
  longText,
  shortText,
  strategyParams,
  whoAndWhen,
  year,
} from './words.ts';

const reviewParams = strategyParams.extend({ year });
export const sectionParams = reviewParams.extend({ objective: code });
const reviewAnswers = { 200: review, ...writeRefusals, 412: staleOf(review) } as const;

/** A section with who wrote it so, for whoever was slower. */
export const recordedSection = reviewSection
  .extend({ recorded: whoAndWhen.nullable() })
  .meta({ id: 'RecordedSection' });
export type RecordedSection = z.output<typeof recordedSection>;

const sectionAnswers = { 200: reviewSection, ...writeRefusals, 412: staleOf(recordedSection) } as const;
const tags = ['reviews'] as const;

export const listReviews = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews',
  schema: {
    summary: 'The reviews of all years of the strategy',
    tags,
    params: strategyParams,
    querystring: asOfOnly,
    response: {
      200: z.object({
        reviews: list(
          z.object({
            year: z.number(),
            state: z.enum(reviewStates),
            number: z.number(),
            cleared: z.number(),
            sections: z.number(),
          }),
        ),
      }),
      ...refusals,
    },
  },
} as const satisfies Endpoint;

export const readReview = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews/:year',
  schema: {
    summary: 'The annual review of a year, with what is missing; ETag: its version',
    tags,
    params: reviewParams,
    querystring: asOfOnly,
    response: { 200: review, ...refusals },
  },
} as const satisfies Endpoint;

export const writeReview = {
  method: 'PATCH',
  url: '/api/strategies/:strategy/reviews/:year',
  schema: {
    summary: 'Write the summary and the JSP linkage statement',
    tags,
    params: reviewParams,
    headers: ifMatch,
    body: z.strictObject({ summary: longText.nullable().optional(), jspStatement: longText.nullable().optional() }),
    response: reviewAnswers,
  },
} as const satisfies Endpoint;

export const openReview = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/open',
  schema: {
    summary: 'Open the review of a year',
    tags,
    params: reviewParams,
    headers: ifMatch,
    response: reviewAnswers,
  },
} as const satisfies Endpoint;

export const sendToClearance = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/send-to-clearance',
  schema: {
    summary: 'Send the review to clearance; refused while the gate lists anything that blocks',
    tags,
    params: reviewParams,
    headers: ifMatch,
    response: reviewAnswers,
  },
} as const satisfies Endpoint;

export const returnFromClearance = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/return',
  schema: {
    summary: 'Return the review from clearance with a note',
    tags,
    params: reviewParams,
    headers: ifMatch,
    body: z.strictObject({ note: shortText }),
    response: reviewAnswers,
  },
} as const satisfies Endpoint;

export const signOffReview = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/sign-off',
  schema: {
    summary: 'Sign off: freezes the year with an immutable snapshot and its SHA-256',
    tags,
    params: reviewParams,
    headers: ifMatch,
    response: reviewAnswers,
  },
} as const satisfies Endpoint;

export const reopenReview = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/reopen',
  schema: {
    summary: 'Reopen a final review, with a reason; the signed version stays',
    tags,
    params: reviewParams,
    headers: ifMatch,
    body: z.strictObject({ reason: shortText }),
    response: reviewAnswers,
  },
} as const satisfies Endpoint;

export const readReviewSection = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective',
  schema: {
    summary: "An objective's section of the review; ETag: its version",
    tags,
    params: sectionParams,
    querystring: asOfOnly,
    response: { 200: reviewSection, ...refusals },
  },
} as const satisfies Endpoint;

export const writeReviewSection = {
  method: 'PUT',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective',
  schema: {
    summary: 'Write a section: only what is sent is changed; files of evidence are added by themselves',
    tags,
    params: sectionParams,
    headers: ifMatch,
    body: sectionText.strict().partial(),
    response: sectionAnswers,
  },
} as const satisfies Endpoint;

export const submitReviewSection = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective/submit',
  schema: { summary: 'Submit a section', tags, params: sectionParams, headers: ifMatch, response: sectionAnswers },
} as const satisfies Endpoint;

export const returnReviewSection = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective/return',
  schema: {
    summary: 'Return a submitted section with a note',
    tags,
    params: sectionParams,
    headers: ifMatch,
    body: z.strictObject({ note: shortText }),
    response: sectionAnswers,
  },
} as const satisfies Endpoint;

export const clearReviewSection = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective/clear',
  schema: {
    summary: 'Clear a submitted section',
    tags,
    params: sectionParams,
    headers: ifMatch,
    response: sectionAnswers,
  },
} as const satisfies Endpoint;

export const addCorrectiveAction = {
  method: 'POST',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective/actions',
  schema: {
    summary: 'Add a corrective action',
    tags,
    params: sectionParams,
    body: z.strictObject({ what: longText, who: shortText, dueOn: day }),
    response: { 201: correctiveAction, ...refusals, 409: problem, 422: problem },
  },
} as const satisfies Endpoint;

export const updateCorrectiveAction = {
  method: 'PATCH',
  url: '/api/strategies/:strategy/reviews/:year/actions/:action',
  schema: {
    summary: 'Say how a corrective action stands in this review',
    tags,
    params: reviewParams.extend({ action: z.string().min(1).max(80) }),
    headers: ifMatch,
    body: z.strictObject({ state: z.enum(correctiveActionStates), text: longText }),
    response: { 200: correctiveAction, ...writeRefusals, 412: staleOf(correctiveAction) },
  },
} as const satisfies Endpoint;

export const readReviewVersion = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews/:year/versions/:number',
  schema: {
    summary: 'The frozen snapshot of a signed version, byte for byte as its SHA-256 was taken',
    tags,
    params: reviewParams.extend({ number: z.coerce.number().int().min(1) }),
    response: { 200: reviewDocument, ...refusals },
  },
} as const satisfies Endpoint;

const changedParts = list(
  z.object({
    heading: z.string(),
    lines: list(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() })),
  }),
);

const comparedVersion = z.object({
  number: z.number(),
  signedBy: z.string().nullable().describe('null: the draft as it stands'),
  at: instant,
});

export const readReviewChanges = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews/:year/changes',
  schema: {
    summary: 'What is different between two versions of a review, line by line',
    tags,
    params: reviewParams,
    querystring: z.object({
      from: z.coerce.number().int().min(1).describe('The older version, signed'),
      to: z.coerce.number().int().min(1).optional().describe('The newer version, signed; left out: the draft'),
    }),
    response: {
      200: z.object({
        from: comparedVersion,
        to: comparedVersion,
        added: z.number(),
        removed: z.number(),
        parts: changedParts,
      }),
      ...refusals,
    },
  },
} as const satisfies Endpoint;
export type ReviewChanges = z.output<(typeof readReviewChanges)['schema']['response'][200]>;

export const readSectionChanges = {
  method: 'GET',
  url: '/api/strategies/:strategy/reviews/:year/objectives/:objective/changes',
  schema: {
    summary: 'What changed in a section, in its texts and in its figures, since it was last submitted',
    tags,
    params: sectionParams,
    response: {
      200: z.object({ since: instant.nullable().describe('null: it was never submitted'), parts: changedParts }),
      ...refusals,
    },
  },
} as const satisfies Endpoint;
export type SectionChanges = z.output<(typeof readSectionChanges)['schema']['response'][200]>;
