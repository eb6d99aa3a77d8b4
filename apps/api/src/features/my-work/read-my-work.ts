import type { MyWork } from '@fbs/contract';
import { type WorkAction, type WorkEntry, type WorkMention, type WorkSection, workOf, type Year } from '@fbs/core';
import {
  correctiveActionRepository,
  mentionRepository,
  type Queries,
  reminderRepository,
  reviewSectionRepository,
} from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { inForce, yearsOf } from '../../results/lines.ts';
import { type Facts, type Indicator, placeOf } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { readResults } from '../../results/read-results.ts';
import type { Results } from '../../results/results.ts';

const whoOf = ({ names }: Facts, id: string, at: string) => ({ id, name: names.get(id) ?? id, day: at.slice(0, 10) });

const entryOf = (results: Results, indicator: Indicator, year: Year, reminder: WorkEntry['reminder']): WorkEntry => {
  const { facts } = results;
  const { state, dueDay, submittedBy, returnNote, computed } = results.entry(indicator, year);
  const row = facts.values.get(placeOf(indicator.id, year));
  // an explanation that was added later does not make its writer the one who submitted
  const by = state === 'submitted' ? (submittedBy ?? row?.personId) : row?.personId;
  return {
    indicator: indicator.code,
    name: indicator.definition.name,
    section: indicator.definition.section,
    role: indicator.definition.role,
    year,
    state,
    dueDay,
    closed: computed || closedOf(facts, indicator, year) !== null,
    inClearance: facts.reviews.get(year)?.state === 'in_clearance',
    recorded: row === undefined || by === undefined ? null : whoOf(facts, by, row.at),
    submittedBy,
    returnNote,
    reminder,
  };
};

const entriesOf = async (queries: Queries, results: Results, actorId: string): Promise<WorkEntry[]> => {
  const { facts } = results;
  const unseen = await reminderRepository.listUnseen(queries, facts.strategy.id, actorId);
  // oldest first, so the latest one stays
  const reminders = new Map(unseen.map((row) => [placeOf(row.indicatorId, row.year), row]));
  return yearsOf(facts).flatMap((year) =>
    inForce(facts).map((indicator) =>
      entryOf(results, indicator, year, reminders.get(placeOf(indicator.id, year)) ?? null),
    ),
  );
};

const sectionsOf = async (queries: Queries, facts: Facts): Promise<WorkSection[]> => {
  const reviews = [...facts.reviews.values()].filter(({ state }) => state !== 'final');
  const ids = reviews.map(({ id }) => id);
  return (await reviewSectionRepository.listSections(queries, ids, null)).flatMap((row) => {
    const review = reviews.find(({ id }) => id === row.reviewId);
    const objective = facts.objectives.find(({ id }) => id === row.objectiveId);
    if (review === undefined || objective === undefined) return [];
    const by = row.state === 'submitted' ? (row.submittedBy ?? row.personId) : row.personId;
    return [
      {
        objective: objective.code,
        name: objective.shortName,
        year: review.year,
        review: review.state,
        state: row.state,
        recorded: whoOf(facts, by, row.at),
        submittedBy: row.submittedBy,
        returnNote: row.returnNote,
      },
    ];
  });
};

const actionsOf = async (queries: Queries, facts: Facts): Promise<WorkAction[]> => {
  const actions = await correctiveActionRepository.listActions(queries, facts.strategy.id, null);
  return [...facts.reviews.values()].flatMap(({ year, state: review }) =>
    actions
      .filter(({ openedYear, updates }) => {
        const told = updates.some((update) => update.year === year);
        const ended = updates.some((update) => update.year < year && update.state !== 'open');
        return openedYear < year && !told && !ended;
      })
      .map(({ objectiveId, what, dueOn, openedYear }) => {
        const objective = facts.objectives.find(({ id }) => id === objectiveId)?.code ?? '';
        return { objective, what, dueOn, openedYear, year, review };
      }),
  );
};

const mentionsOf = async (queries: Queries, facts: Facts, actorId: string): Promise<WorkMention[]> =>
  (await mentionRepository.listUnseen(queries, facts.strategy.id, actorId)).flatMap((row) => {
    const indicator = facts.indicators.find(({ id }) => id === row.indicatorId);
    if (indicator === undefined) return [];
    const { name, section } = indicator.definition;
    const { year, author, text, at } = row;
    return [{ indicator: indicator.code, name, section, year, author, text, day: at.slice(0, 10) }];
  });

/** For reading it, and for answering a write with how it stands after. */
export const loadMyWork = async (queries: Queries, context: Context, results: Results): Promise<MyWork> => {
  const { facts } = results;
  const { today } = facts.moment;
  const items = workOf({
    actor: context.actor,
    today,
    selfApproval: facts.settings.selfApproval,
    entries: await entriesOf(queries, results, context.actor.id),
    sections: await sectionsOf(queries, facts),
    actions: await actionsOf(queries, facts),
    mentions: await mentionsOf(queries, facts, context.actor.id),
  });
  return { today, items };
};

export const readMyWork = (context: Context, { strategy }: { readonly strategy: string }): Promise<MyWork> => {
  allow(context.actor, 'read');
  const moment = momentOf(undefined, context.clock());
  return context.database.read(async (queries) =>
    loadMyWork(queries, context, await readResults(context, queries, strategy, moment)),
  );
};
