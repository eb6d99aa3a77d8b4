import { randomUUID } from 'node:crypto';
import type { CorrectiveAction, Review, ReviewSection } from '@fbs/contract';
import { type CorrectiveActionState, credentialsRefusal, maySelf, selfApprovalSentence } from '@fbs/core';
import { correctiveActionRepository, reviewRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { changeSection, type ReviewPlace, type SectionPlace, workNow } from './change-section.ts';
import { presentAction, presentReview } from './present-review.ts';
import { objectiveOf } from './read-review.ts';
import { actionsOf, type ReviewWork, type Section, type SectionFields, suggestionOf } from './review-work.ts';

const invalid = (pointer: string, detail: string): DomainError =>
  new DomainError('invalid', detail, { errors: [{ pointer, detail }] });

/** The text, or a refusal that asks for it. */
export const neededText = (text: string, pointer: string, detail: string): string => {
  if (text.trim() === '') throw invalid(pointer, detail);
  return text.trim();
};

const blankToNull = (text: string | null): string | null => (text === null || text.trim() === '' ? null : text);

const refuseUnlessOpen = ({ review, year }: ReviewWork): void => {
  if (review?.state === 'open') return;
  const why = {
    not_started: 'is not started: open it first',
    in_clearance: 'is in clearance: a reviewer has to return it first',
    final: 'is final: an administrator has to reopen it first',
  };
  throw new DomainError('conflict', `The review of FY ${year} ${why[review?.state ?? 'not_started']}.`);
};

type WriteReview = ReviewPlace & {
  readonly summary?: string | null | undefined;
  readonly jspStatement?: string | null | undefined;
};

export const writeReview = (context: Context, input: WriteReview): Promise<Review> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'write review');
    const seen = versionSeen(input.ifMatch);
    const work = await workNow(queries, context, input);
    await checkVersion(seen, work.review?.version ?? 0, () => presentReview(work, context));
    refuseUnlessOpen(work);
    const review = required(work.review, 'This review is not started.');
    const change = {
      summary: input.summary === undefined ? review.summary : blankToNull(input.summary),
      jspStatement: input.jspStatement === undefined ? review.jspStatement : blankToNull(input.jspStatement),
    };
    const at = context.clock();
    await reviewRepository.saveReviewVintage(queries, review.version, {
      ...review,
      ...change,
      illustrative: false,
      personId: context.actor.id,
      at,
      action: 'written',
      reason: null,
    });
    await trace(queries, context, at, {
      action: 'wrote the review',
      kind: 'review',
      id: review.id,
      strategy: input.strategy,
      before: { summary: review.summary, jspStatement: review.jspStatement },
      after: change,
    });
    return presentReview(await workNow(queries, context, input), context);
  });

type WriteSection = SectionPlace & {
  readonly [K in 'assessment' | 'departureReason' | 'narrative' | 'decisions' | 'evidence']?:
    | SectionFields[K]
    | undefined;
};

/** Links that are there already stay: who adds one need not mend another's first. */
const refuseCredentials = ({ evidence }: Section, links: SectionFields['evidence']): void => {
  for (const [index, { title, url }] of links.entries()) {
    const refusal = credentialsRefusal(url);
    const isNew = !evidence.some((known) => known.url === url && known.title === title);
    if (refusal !== null && isNew) throw invalid(`/evidence/${index}/url`, refusal);
  }
};

export const writeReviewSection = async (context: Context, input: WriteSection): Promise<ReviewSection> => {
  allow(context.actor, 'write review');
  return changeSection(context, input, 'write', (_work, section) => {
    const fields: { -readonly [K in keyof SectionFields]?: SectionFields[K] } = { clearedBy: null };
    if (input.assessment !== undefined) fields.assessment = input.assessment;
    if (input.departureReason !== undefined) fields.departureReason = blankToNull(input.departureReason);
    if (input.narrative !== undefined) fields.narrative = blankToNull(input.narrative);
    if (input.decisions !== undefined) fields.decisions = blankToNull(input.decisions);
    if (input.evidence !== undefined) {
      refuseCredentials(section, input.evidence);
      fields.evidence = input.evidence;
    }
    return { fields, action: 'written', trace: 'wrote a section' };
  });
};

/** @throws DomainError invalid where assessment, reason of departure or narrative is missing */
export const submitReviewSection = async (context: Context, place: SectionPlace): Promise<ReviewSection> => {
  allow(context.actor, 'submit review sections');
  return changeSection(context, place, 'submit', (work, section, objective) => {
    if (section.assessment === null)
      throw invalid('/assessment', 'Choose an assessment before you submit the section.');
    const departs = section.assessment !== suggestionOf(work, objective).assessment;
    if (departs && (section.departureReason ?? '').trim() === '')
      throw invalid('/departureReason', 'Say why the assessment departs from the suggestion.');
    if ((section.narrative ?? '').trim() === '')
      throw invalid('/narrative', 'Write the progress narrative before you submit the section.');
    return {
      fields: { submittedBy: context.actor.id, returnNote: null },
      action: 'submitted',
      trace: 'submitted a section',
    };
  });
};

export const returnReviewSection = async (
  context: Context,
  input: SectionPlace & { readonly note: string },
): Promise<ReviewSection> => {
  allow(context.actor, 'return review sections');
  const note = neededText(input.note, '/note', 'Say what has to be fixed.');
  return changeSection(context, input, 'return', () => ({
    fields: { returnNote: note, clearedBy: null },
    action: 'returned',
    trace: 'returned a section',
  }));
};

export const clearReviewSection = async (context: Context, place: SectionPlace): Promise<ReviewSection> => {
  allow(context.actor, 'clear review sections');
  return changeSection(context, place, 'clear', (work, { submittedBy }) => {
    if (!maySelf({ submittedBy, actor: context.actor.id, selfApproval: work.facts.settings.selfApproval })) {
      throw new DomainError('not_allowed', selfApprovalSentence);
    }
    return { fields: { clearedBy: context.actor.id }, action: 'cleared', trace: 'cleared a section' };
  });
};

type AddAction = Omit<SectionPlace, 'ifMatch'> & {
  readonly what: string;
  readonly who: string;
  readonly dueOn: string;
};

export const addCorrectiveAction = (context: Context, input: AddAction): Promise<CorrectiveAction> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'write review');
    const work = await workNow(queries, context, input);
    const objective = objectiveOf(work, input.objective);
    refuseUnlessOpen(work);
    const at = context.clock();
    const action = {
      id: randomUUID(),
      strategyId: input.strategy,
      objectiveId: objective.id,
      openedYear: work.year,
      what: neededText(input.what, '/what', 'Say what is to be done.'),
      who: neededText(input.who, '/who', 'Say who is to do it.'),
      dueOn: input.dueOn,
    };
    await correctiveActionRepository.addAction(queries, { ...action, personId: context.actor.id, at });
    await trace(queries, context, at, {
      action: 'added a corrective action',
      kind: 'corrective action',
      id: action.id,
      strategy: input.strategy,
      before: null,
      after: action,
    });
    const row = { ...action, state: 'open' as const, version: 1, illustrative: false, updates: [] };
    return presentAction(work, objective, row);
  });

type UpdateAction = ReviewPlace & {
  readonly action: string;
  readonly state: CorrectiveActionState;
  readonly text: string;
};

export const updateCorrectiveAction = (context: Context, input: UpdateAction): Promise<CorrectiveAction> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'write review');
    const seen = versionSeen(input.ifMatch);
    const find = (work: ReviewWork) => {
      const found = work.facts.objectives
        .flatMap((objective) => actionsOf(work, objective).map((row) => ({ objective, row })))
        .find(({ row }) => row.id === input.action);
      return required(found, 'There is no such corrective action in this review.');
    };
    const work = await workNow(queries, context, input);
    const { objective, row } = find(work);
    await checkVersion(seen, row.version, () => presentAction(work, objective, row));
    refuseUnlessOpen(work);
    const text = neededText(input.text, '/text', 'Say how the action stands.');
    const at = context.clock();
    await correctiveActionRepository.addActionUpdate(queries, row, {
      year: work.year,
      state: input.state,
      text,
      personId: context.actor.id,
      at,
    });
    await trace(queries, context, at, {
      action: 'updated a corrective action',
      kind: 'corrective action',
      id: row.id,
      strategy: input.strategy,
      before: { state: row.state },
      after: { state: input.state, text },
    });
    const after = await workNow(queries, context, input);
    return presentAction(after, objective, find(after).row);
  });
