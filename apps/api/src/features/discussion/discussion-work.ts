import type { Comment, Discussion } from '@fbs/contract';
import { permits, type Year } from '@fbs/core';
import { commentRepository, mentionRepository, peopleRepository, type Queries } from '@fbs/db';
import type { Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { loadPlan, type Plan } from '../../results/load-facts.ts';
import { type Moment, momentOf } from '../../results/moment.ts';

export type DiscussionPlace = {
  readonly strategy: string;
  readonly indicator: string;
  readonly year: Year;
  readonly asOf?: string | undefined;
};

/** What is said about one indicator-year, and what stands around it. */
export type DiscussionWork = {
  readonly plan: Plan;
  readonly moment: Moment;
  readonly indicatorId: string;
  readonly name: string;
  readonly rows: readonly commentRepository.CommentRow[];
};

export const loadDiscussion = async (
  queries: Queries,
  context: Context,
  place: DiscussionPlace,
): Promise<DiscussionWork> => {
  const moment = momentOf(place.asOf, context.clock());
  const plan = await loadPlan(queries, place.strategy, moment);
  const { id, definition } = required(
    plan.indicators.find((each) => each.code === place.indicator),
    `There is no indicator ${place.indicator} in this strategy.`,
  );
  const rows = await commentRepository.listComments(queries, id, place.year, moment.until);
  return { plan, moment, indicatorId: id, name: definition.name, rows };
};

/** Whoever may read the figure may be asked about it. */
export const listReaders = async (queries: Queries): Promise<peopleRepository.ActivePersonRow[]> =>
  (await peopleRepository.listActivePeople(queries)).filter((person) => permits(person, 'read'));

const nameIn = ({ names }: Plan, id: string): string => names.get(id) ?? id;

export const presentComment = (row: commentRepository.CommentRow, plan: Plan): Comment => ({
  id: row.id,
  text: row.text,
  mentions: row.mentions.map((id) => ({ id, name: nameIn(plan, id) })),
  person: nameIn(plan, row.personId),
  at: row.at,
  resolved:
    row.resolvedBy === null || row.resolvedAt === null
      ? null
      : { person: nameIn(plan, row.resolvedBy), at: row.resolvedAt },
  version: row.version,
});

/** How many open comments here mention whoever asks, and are new to them; a past day has no news. */
const unseenBy = async (
  queries: Queries,
  { plan, moment, indicatorId }: DiscussionWork,
  year: Year,
  actorId: string,
): Promise<number> => {
  if (moment.asOf !== null) return 0;
  const unseen = await mentionRepository.listUnseen(queries, plan.strategy.id, actorId);
  return unseen.filter((each) => each.indicatorId === indicatorId && each.year === year).length;
};

export const presentDiscussion = async (
  queries: Queries,
  work: DiscussionWork,
  year: Year,
  context: Context,
): Promise<Discussion> => {
  const { plan, moment, rows } = work;
  const readers = await listReaders(queries);
  return {
    asOf: moment.asOf,
    comments: rows.map((row) => presentComment(row, plan)),
    open: rows.filter((row) => row.resolvedAt === null).length,
    people: readers.map(({ id, name, title }) => ({ id, name, title })),
    unseen: await unseenBy(queries, work, year, context.actor.id),
    rights: { write: moment.asOf === null && permits(context.actor, 'discuss') },
  };
};
