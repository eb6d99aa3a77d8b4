import type { CorrectiveAction, Review, ReviewSection } from '@fbs/contract';
import { isGateOpen, maySelf, permits } from '@fbs/core';
import { type correctiveActionRepository, reviewRepository, reviewSectionRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { inForce, lineOf, rollUpOf } from '../../results/lines.ts';
import {
  actionsOf,
  gateOf,
  indicatorsOf,
  type Objective,
  type ReviewWork,
  sectionOf,
  suggestionOf,
  updatedForYear,
} from './review-work.ts';

export const presentAction = (
  work: ReviewWork,
  objective: Objective,
  action: correctiveActionRepository.ActionRow,
): CorrectiveAction => ({
  id: action.id,
  version: action.version,
  objective: objective.code,
  openedYear: action.openedYear,
  what: action.what,
  who: action.who,
  dueOn: action.dueOn,
  state: action.updates.filter((update) => update.year <= work.year).at(-1)?.state ?? 'open',
  carried: action.openedYear < work.year,
  updatedForYear: updatedForYear(action, work.year),
  updates: action.updates.filter((update) => update.year <= work.year),
  illustrative: action.illustrative,
});

const sectionLock = (work: ReviewWork, context: Context): string | null => {
  if (work.facts.moment.asOf !== null) return `You look at ${work.facts.moment.asOf}: go back to today to write.`;
  switch (work.review?.state ?? 'not_started') {
    case 'not_started':
      return 'This review is not started: open it first.';
    case 'in_clearance':
      return 'This review is in clearance: it can be written again when a reviewer returns it.';
    case 'final':
      return 'This review is final and frozen: an administrator can reopen it, with a reason.';
    case 'open':
      return permits(context.actor, 'write review') ? null : 'Only planners and reviewers write the review.';
  }
};

const mayDecide = (work: ReviewWork): boolean =>
  work.facts.moment.asOf === null && (work.review?.state === 'open' || work.review?.state === 'in_clearance');

const sectionRights = (work: ReviewWork, context: Context, objective: Objective): ReviewSection['rights'] => {
  const { state, submittedBy } = sectionOf(work, objective);
  const { actor } = context;
  const open = work.facts.moment.asOf === null && work.review?.state === 'open';
  const others = maySelf({ submittedBy, actor: actor.id, selfApproval: work.facts.settings.selfApproval });
  return {
    write: sectionLock(work, context) === null,
    submit: open && (state === 'drafting' || state === 'returned') && permits(actor, 'submit review sections'),
    return:
      mayDecide(work) && (state === 'submitted' || state === 'cleared') && permits(actor, 'return review sections'),
    clear: mayDecide(work) && state === 'submitted' && others && permits(actor, 'clear review sections'),
    explain: open && permits(actor, 'enter values', { section: actor.section }),
  };
};

/** What the review of the year before said of the objective, for reference. */
const previousOf = async (work: ReviewWork, objective: Objective): Promise<ReviewSection['previous']> => {
  const before = work.facts.reviews.get(work.year - 1);
  if (before === undefined) return null;
  const rows = await reviewSectionRepository.listSections(work.queries, [before.id], work.facts.moment.until);
  const row = rows.find((section) => section.objectiveId === objective.id);
  if (row === undefined) return null;
  return { year: before.year, assessment: row.assessment, narrative: row.narrative, decisions: row.decisions };
};

export const presentSection = async (
  work: ReviewWork,
  objective: Objective,
  context: Context,
): Promise<ReviewSection> => {
  const section = sectionOf(work, objective);
  const indicators = indicatorsOf(work, objective);
  return {
    year: work.year,
    objective: objective.code,
    goal: objective.goal,
    shortName: objective.shortName,
    statement: objective.statement,
    outlineStatement: objective.outlineStatement,
    state: section.state,
    version: section.version,
    assessment: section.assessment,
    departureReason: section.departureReason,
    narrative: section.narrative,
    decisions: section.decisions,
    evidence: [...section.evidence],
    files: [...section.files],
    sizeLimit: work.facts.settings.evidenceSizeLimit,
    suggestion: suggestionOf(work, objective),
    rollUp: rollUpOf(work.results, indicators, work.year),
    indicators: indicators.map((indicator) => lineOf(work.results, indicator, work.year, context.actor)),
    actions: actionsOf(work, objective).map((action) => presentAction(work, objective, action)),
    returnNote: section.returnNote,
    submittedBy: section.submittedBy === null ? null : (work.facts.names.get(section.submittedBy) ?? null),
    illustrative: section.illustrative,
    previous: await previousOf(work, objective),
    rights: sectionRights(work, context, objective),
    lock: sectionLock(work, context),
  };
};

const reviewRights = (
  work: ReviewWork,
  context: Context,
  gate: Review['gate'],
  signOffGate: Review['gate'],
): Review['rights'] => {
  const { actor } = context;
  const now = work.facts.moment.asOf === null;
  const state = work.review?.state ?? 'not_started';
  const others = maySelf({
    submittedBy: work.review?.sentBy ?? null,
    actor: actor.id,
    selfApproval: work.facts.settings.selfApproval,
  });
  return {
    open: now && state === 'not_started' && permits(actor, 'open review'),
    write: now && state === 'open' && permits(actor, 'write review'),
    sendToClearance: now && state === 'open' && isGateOpen(gate) && permits(actor, 'send review to clearance'),
    returnFromClearance: now && state === 'in_clearance' && permits(actor, 'return review from clearance'),
    signOff: now && state === 'in_clearance' && others && isGateOpen(signOffGate) && permits(actor, 'sign off review'),
    reopen: now && state === 'final' && permits(actor, 'reopen review'),
  };
};

export const presentReview = async (work: ReviewWork, context: Context): Promise<Review> => {
  const { review, facts, queries, year } = work;
  const { until, asOf } = facts.moment;
  const gate = gateOf(work, 'clearance');
  const signOffGate = gateOf(work, 'sign_off');
  return {
    year,
    asOf,
    state: review?.state ?? 'not_started',
    version: review?.version ?? 0,
    number: review?.number ?? 1,
    summary: review?.summary ?? null,
    jspStatement: review?.jspStatement ?? null,
    illustrative: review?.illustrative ?? false,
    rollUp: rollUpOf(work.results, inForce(facts), year),
    sections: facts.objectives.map((objective) => {
      const { state, assessment, version } = sectionOf(work, objective);
      return {
        objective: objective.code,
        goal: objective.goal,
        shortName: objective.shortName,
        state,
        assessment,
        version,
      };
    }),
    assessmentNames: facts.settings.assessmentNames,
    gate,
    signOffGate,
    events: review === undefined ? [] : await reviewRepository.listReviewEvents(queries, review.id, until),
    versions: (review === undefined ? [] : await reviewRepository.listSnapshots(queries, review.id, until)).map(
      ({ number, sha256, at, signedBy, illustrative }) => ({ number, sha256, finalAt: at, signedBy, illustrative }),
    ),
    rights: reviewRights(work, context, gate, signOffGate),
  };
};
