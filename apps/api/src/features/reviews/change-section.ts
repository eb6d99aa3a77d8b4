import type { RecordedSection, ReviewSection } from '@fbs/contract';
import { isRefusal, nextSectionState, type SectionAction, type SectionState, type Year } from '@fbs/core';
import { type Queries, reviewSectionRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { momentOf } from '../../results/moment.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { presentSection } from './present-review.ts';
import { objectiveOf } from './read-review.ts';
import {
  loadReview,
  type Objective,
  type ReviewWork,
  type Section,
  type SectionFields,
  saveSection,
  sectionOf,
} from './review-work.ts';

export type ReviewPlace = { readonly strategy: string; readonly year: Year; readonly ifMatch: string | undefined };
export type SectionPlace = ReviewPlace & { readonly objective: string };

export const workNow = (
  queries: Queries,
  context: Context,
  place: { readonly strategy: string; readonly year: Year },
): Promise<ReviewWork> => loadReview(queries, place.strategy, place.year, momentOf(undefined, context.clock()));

/** How a section stands, with who wrote it so and when. */
const standingNow = async (
  queries: Queries,
  work: ReviewWork,
  objective: Objective,
  context: Context,
): Promise<RecordedSection> => {
  const rows = await reviewSectionRepository.listSections(
    queries,
    work.review === undefined ? [] : [work.review.id],
    null,
  );
  const row = rows.find(({ objectiveId }) => objectiveId === objective.id);
  const recorded =
    row === undefined ? null : { person: work.facts.names.get(row.personId) ?? row.personId, at: row.at };
  return { ...(await presentSection(work, objective, context)), recorded };
};

type SectionStep = {
  readonly work: ReviewWork;
  readonly objective: Objective;
  readonly section: Section;
  /** The state that the step leads to. */
  readonly state: SectionState;
};

/** A section before one change of it. @throws DomainError stale, conflict where its state or the review's forbids it */
export const beforeStep = async (
  queries: Queries,
  context: Context,
  place: SectionPlace,
  step: SectionAction,
): Promise<SectionStep> => {
  const seen = versionSeen(place.ifMatch);
  const work = await workNow(queries, context, place);
  const objective = objectiveOf(work, place.objective);
  const section = sectionOf(work, objective);
  await checkVersion(seen, section.version, () => standingNow(queries, work, objective, context));
  const state = nextSectionState(section.state, step, work.review?.state ?? 'not_started');
  if (isRefusal(state)) throw new DomainError('conflict', state.refused);
  return { work, objective, section, state };
};

type SectionChange = { readonly fields: Partial<SectionFields>; readonly action: string; readonly trace: string };

/** One change of a section: checks version and state, adds the vintage and its trace, answers how it stands after. */
export const changeSection = (
  context: Context,
  place: SectionPlace,
  step: SectionAction,
  change: (work: ReviewWork, section: Section, objective: Objective) => SectionChange,
): Promise<ReviewSection> =>
  context.database.write(async (queries) => {
    const { work, objective, section, state } = await beforeStep(queries, context, place, step);
    const { fields, action, trace: words } = change(work, section, objective);
    const at = context.clock();
    await saveSection(work, context, section, { ...fields, state }, action, at);
    await trace(queries, context, at, {
      action: words,
      kind: 'review section',
      id: `${work.review?.id}/${objective.code}`,
      strategy: place.strategy,
      before: section,
      after: { ...section, ...fields, state },
    });
    return presentSection(await workNow(queries, context, place), objective, context);
  });
