import type { Assessment, GateInput, GateItem, GateStage, Instant, SectionState, Year } from '@fbs/core';
import { dataQualityScore, reviewGate, suggestAssessment } from '@fbs/core';
import { correctiveActionRepository, type Queries, type reviewRepository, reviewSectionRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { inForce, rollUpOf } from '../../results/lines.ts';
import { type Facts, type Indicator, loadFacts } from '../../results/load-facts.ts';
import type { Moment } from '../../results/moment.ts';
import { coveredYear } from '../../results/present.ts';
import { type Results, workOut } from '../../results/results.ts';
import { loadSettings } from '../../results/settings.ts';

export type Objective = Facts['objectives'][number];

/** A section as it stands; one that nobody has touched is being drafted and is empty. */
export type Section = Omit<reviewSectionRepository.SectionRow, 'id' | 'reviewId' | 'personId' | 'at'> & {
  readonly id: string | null;
};

/** Everything that a review of a year rests on, at one moment. */
export type ReviewWork = {
  readonly queries: Queries;
  readonly results: Results;
  readonly facts: Facts;
  readonly year: Year;
  /** undefined: not started. */
  readonly review: reviewRepository.ReviewRow | undefined;
  readonly sections: readonly reviewSectionRepository.SectionRow[];
  readonly actions: readonly correctiveActionRepository.ActionRow[];
};

/** A signed review calls assessments what they were called when it was signed; its band follows from its year. */
const asSigned = async (
  queries: Queries,
  facts: Facts,
  review: reviewRepository.ReviewRow | undefined,
): Promise<Facts> => {
  if (review?.state !== 'final') return facts;
  const { assessmentNames } = await loadSettings(queries, review.at);
  return { ...facts, settings: { ...facts.settings, assessmentNames } };
};

export const loadReview = async (
  queries: Queries,
  strategy: string,
  asked: Year,
  moment: Moment,
): Promise<ReviewWork> => {
  const loaded = await loadFacts(queries, strategy, moment);
  const year = coveredYear(loaded, asked);
  const review = loaded.reviews.get(year);
  const facts = await asSigned(queries, loaded, review);
  return {
    queries,
    results: workOut(facts),
    facts,
    year,
    review,
    sections: await reviewSectionRepository.listSections(queries, review ? [review.id] : [], moment.until),
    actions: await correctiveActionRepository.listActions(queries, strategy, moment.until),
  };
};

const untouched = (objectiveId: string): Section => ({
  id: null,
  objectiveId,
  version: 0,
  state: 'drafting',
  assessment: null,
  departureReason: null,
  narrative: null,
  decisions: null,
  evidence: [],
  files: [],
  returnNote: null,
  submittedBy: null,
  clearedBy: null,
  illustrative: false,
});

export const sectionOf = ({ sections }: Pick<ReviewWork, 'sections'>, objective: Objective): Section =>
  sections.find((row) => row.objectiveId === objective.id) ?? untouched(objective.id);

export const indicatorsOf = ({ facts }: Pick<ReviewWork, 'facts'>, objective: Objective): Indicator[] =>
  inForce(facts).filter((indicator) => indicator.objective === objective.code);

/** The actions a review speaks of: opened in it, or earlier and not closed before it. */
export const actionsOf = (
  { actions, year }: Pick<ReviewWork, 'actions' | 'year'>,
  objective: Objective,
): correctiveActionRepository.ActionRow[] =>
  actions.filter((action) => {
    if (action.objectiveId !== objective.id || action.openedYear > year) return false;
    return !action.updates.some((update) => update.year < year && update.state !== 'open');
  });

/** The year of the latest update for this review, else null. */
export const updatedForYear = (action: correctiveActionRepository.ActionRow, year: Year): Year | null =>
  action.updates.some((update) => update.year === year) ? year : null;

export const suggestionOf = (work: ReviewWork, objective: Objective) =>
  suggestAssessment(rollUpOf(work.results, indicatorsOf(work, objective), work.year));

/** As the actions stood in this review: a later review's update does not count. */
const stateInYear = (action: correctiveActionRepository.ActionRow, year: Year) =>
  action.updates.filter((update) => update.year <= year).at(-1)?.state ?? 'open';

const gateInput = (work: ReviewWork, stage: GateStage): GateInput => ({
  stage,
  year: work.year,
  summary: work.review?.summary ?? null,
  jspStatement: work.review?.jspStatement ?? null,
  objectives: work.facts.objectives.map((objective) => {
    const { state, assessment, departureReason, narrative } = sectionOf(work, objective);
    return {
      code: objective.code,
      section: { state, assessment, departureReason, narrative, suggestion: suggestionOf(work, objective).assessment },
      indicators: indicatorsOf(work, objective).map((indicator) => {
        const entry = work.results.entry(indicator, work.year);
        return {
          code: indicator.code,
          name: indicator.definition.name,
          role: indicator.definition.role,
          state: entry.state,
          due: entry.due,
          explanationMissing: entry.explanationMissing,
          dataQualityAnswered: dataQualityScore(indicator.definition.dataQuality).answered,
          who: indicator.definition.owner ?? indicator.definition.section,
        };
      }),
    };
  }),
  actions: work.facts.objectives.flatMap((objective) =>
    actionsOf(work, objective).map((action) => ({
      id: action.id,
      what: action.what,
      objective: objective.code,
      who: action.who,
      state: stateInYear(action, work.year),
      openedYear: action.openedYear,
      updatedForYear: updatedForYear(action, work.year),
    })),
  ),
});

export const gateOf = (work: ReviewWork, stage: GateStage): GateItem[] => reviewGate(gateInput(work, stage));

/** @throws DomainError conflict with the first things that are missing */
export const refuseWhileMissing = (items: readonly GateItem[], doing: string): void => {
  const missing = items.filter((item) => item.blocks);
  if (missing.length === 0) return;
  const things = missing.length === 1 ? 'one thing is' : `${missing.length} things are`;
  throw new DomainError(
    'conflict',
    `The review cannot be ${doing} yet: ${things} missing. First: ${missing[0]?.sentence}`,
    {
      errors: missing.map((item) => ({ pointer: item.indicator ?? item.objective ?? '/', detail: item.sentence })),
    },
  );
};

export type SectionFields = {
  readonly state: SectionState;
  readonly assessment: Assessment | null;
  readonly departureReason: string | null;
  readonly narrative: string | null;
  readonly decisions: string | null;
  readonly evidence: readonly reviewSectionRepository.EvidenceLink[];
  readonly files: readonly reviewSectionRepository.EvidenceFile[];
  readonly returnNote: string | null;
  readonly submittedBy: string | null;
  readonly clearedBy: string | null;
};

/** Adds the next vintage of a section. */
export const saveSection = async (
  work: ReviewWork,
  context: Context,
  section: Section,
  change: Partial<SectionFields>,
  action: string,
  at: Instant,
): Promise<void> => {
  const reviewId = work.review?.id ?? '';
  const { version, illustrative, ...fields } = section;
  await reviewSectionRepository.saveSectionVintage(work.queries, version, {
    ...fields,
    // what a person has written since is not invented any more
    illustrative: action === 'written' ? false : illustrative,
    ...change,
    id: section.id ?? `${reviewId}/section/${section.objectiveId}`,
    reviewId,
    personId: context.actor.id,
    at,
    action,
  });
};
