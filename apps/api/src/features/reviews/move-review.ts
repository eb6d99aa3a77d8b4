import { createHash } from 'node:crypto';
import type { Review } from '@fbs/contract';
import { isRefusal, maySelf, nextReviewState, type ReviewAction, selfApprovalSentence } from '@fbs/core';
import { reviewRepository } from '@fbs/db';
import { allow, type Context, requireRecentProof } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { buildReviewDocument } from './build-review-document.ts';
import { type ReviewPlace, workNow } from './change-section.ts';
import { presentReview } from './present-review.ts';
import { gateOf, type ReviewWork, refuseWhileMissing } from './review-work.ts';
import { neededText } from './write-review.ts';

/** What is recorded of each step: the review's own words for its history. */
const recorded: Readonly<Record<ReviewAction, string>> = {
  open: 'opened',
  send_to_clearance: 'sent_to_clearance',
  return_from_clearance: 'returned',
  sign_off: 'signed_off',
  reopen: 'reopened',
};

type Step = {
  readonly action: ReviewAction;
  readonly reason: string | null;
  readonly check?: (work: ReviewWork) => void;
  readonly change?: (work: ReviewWork) => Partial<reviewRepository.ReviewRow>;
  readonly afterwards?: (work: ReviewWork) => Promise<void>;
};

const startOf = (work: ReviewWork, context: Context, at: string): reviewRepository.ReviewRow => ({
  id: `${work.facts.strategy.id}/review/${work.year}`,
  strategyId: work.facts.strategy.id,
  year: work.year,
  version: 0,
  state: 'not_started',
  number: 1,
  summary: null,
  jspStatement: null,
  sentBy: null,
  illustrative: false,
  personId: context.actor.id,
  at,
});

/** One step of the review: version, state, what the step demands, then the new state with its trace. */
const moveReview = (context: Context, place: ReviewPlace, step: Step): Promise<Review> =>
  context.database.write(async (queries) => {
    const seen = versionSeen(place.ifMatch);
    const work = await workNow(queries, context, place);
    await checkVersion(seen, work.review?.version ?? 0, () => presentReview(work, context));
    const state = nextReviewState(work.review?.state ?? 'not_started', step.action);
    if (isRefusal(state)) throw new DomainError('conflict', state.refused);
    step.check?.(work);
    const at = context.clock();
    const before = work.review ?? startOf(work, context, at);
    const after = { ...before, ...step.change?.(work), state, personId: context.actor.id, at };
    await reviewRepository.saveReviewVintage(queries, before.version, {
      ...after,
      action: recorded[step.action],
      reason: step.reason,
    });
    await trace(queries, context, at, {
      action: `review ${recorded[step.action].replaceAll('_', ' ')}`,
      kind: 'review',
      id: before.id,
      strategy: place.strategy,
      before: { state: work.review?.state ?? 'not_started', number: before.number },
      after: { state, number: after.number, reason: step.reason },
    });
    const moved = await workNow(queries, context, place);
    await step.afterwards?.(moved);
    return presentReview(step.afterwards === undefined ? moved : await workNow(queries, context, place), context);
  });

export const openReview = async (context: Context, place: ReviewPlace): Promise<Review> => {
  allow(context.actor, 'open review');
  return moveReview(context, place, { action: 'open', reason: null });
};

/** @throws DomainError conflict, listing what the gate still misses */
export const sendToClearance = async (context: Context, place: ReviewPlace): Promise<Review> => {
  allow(context.actor, 'send review to clearance');
  return moveReview(context, place, {
    action: 'send_to_clearance',
    reason: null,
    check: (work) => refuseWhileMissing(gateOf(work, 'clearance'), 'sent to clearance'),
    change: () => ({ sentBy: context.actor.id }),
  });
};

export const returnFromClearance = async (
  context: Context,
  input: ReviewPlace & { readonly note: string },
): Promise<Review> => {
  allow(context.actor, 'return review from clearance');
  const reason = neededText(input.note, '/note', 'Say what has to be fixed.');
  return moveReview(context, input, { action: 'return_from_clearance', reason, change: () => ({ sentBy: null }) });
};

/** Freezes the whole review as it stands at this moment. */
export const freeze = async (
  work: ReviewWork,
  signed: { readonly by: string; readonly name: string; readonly at: string },
): Promise<void> => {
  const { review, queries } = work;
  if (review === undefined) throw new Error('a review that is not started cannot be frozen');
  const document = JSON.stringify(await buildReviewDocument(work, { person: signed.name, at: signed.at }));
  await reviewRepository.addSnapshot(queries, review.id, {
    number: review.number,
    document,
    sha256: createHash('sha256').update(document).digest('hex'),
    signedBy: signed.by,
    illustrative: review.illustrative,
    at: signed.at,
  });
};

/** @throws DomainError conflict while anything is missing, not_allowed for who sent it to clearance, proof_needed */
export const signOffReview = async (context: Context, place: ReviewPlace): Promise<Review> => {
  allow(context.actor, 'sign off review');
  requireRecentProof(context);
  return moveReview(context, place, {
    action: 'sign_off',
    reason: null,
    check: (work) => {
      const submittedBy = work.review?.sentBy ?? null;
      if (!maySelf({ submittedBy, actor: context.actor.id, selfApproval: work.facts.settings.selfApproval })) {
        throw new DomainError('not_allowed', selfApprovalSentence);
      }
      refuseWhileMissing(gateOf(work, 'sign_off'), 'signed off');
    },
    afterwards: (work) =>
      freeze(work, { by: context.actor.id, name: context.actor.name, at: work.review?.at ?? context.clock() }),
  });
};

/** The next version of a final review; the signed one stays as it is. */
export const reopenReview = async (
  context: Context,
  input: ReviewPlace & { readonly reason: string },
): Promise<Review> => {
  allow(context.actor, 'reopen review');
  requireRecentProof(context);
  const reason = neededText(input.reason, '/reason', 'Say why the review is reopened.');
  return moveReview(context, input, {
    action: 'reopen',
    reason,
    change: (work) => ({ number: (work.review?.number ?? 0) + 1, sentBy: null }),
  });
};
