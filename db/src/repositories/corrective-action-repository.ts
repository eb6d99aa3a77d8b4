import type { CorrectiveActionState, Day, Instant, Year } from '@fbs/core';
import { and, asc, eq, lte } from 'drizzle-orm';
import type { Queries } from '../database.ts';
import { people } from '../schema/people.ts';
import { correctiveActions, correctiveActionUpdates } from '../schema/reviews.ts';

export type ActionUpdateRow = {
  readonly year: Year;
  readonly state: CorrectiveActionState;
  readonly text: string;
  readonly person: string;
  readonly at: Instant;
  readonly illustrative: boolean;
};

export type ActionRow = {
  readonly id: string;
  readonly strategyId: string;
  readonly objectiveId: string;
  readonly openedYear: Year;
  readonly what: string;
  readonly who: string;
  readonly dueOn: Day;
  /** As its updates leave it. */
  readonly state: CorrectiveActionState;
  readonly version: number;
  readonly illustrative: boolean;
  readonly updates: readonly ActionUpdateRow[];
};

/** The corrective actions of a strategy with their story as it stood at `until` (null: now), oldest first. */
export const listActions = async (
  queries: Queries,
  strategyId: string,
  until: Instant | null,
): Promise<ActionRow[]> => {
  const known = until === null ? undefined : lte(correctiveActions.at, until);
  const rows = await queries
    .select()
    .from(correctiveActions)
    .where(and(eq(correctiveActions.strategyId, strategyId), known))
    .orderBy(asc(correctiveActions.openedYear), asc(correctiveActions.at));
  const told = await queries
    .select({ update: correctiveActionUpdates, person: people.name })
    .from(correctiveActionUpdates)
    .innerJoin(correctiveActions, eq(correctiveActions.id, correctiveActionUpdates.actionId))
    .innerJoin(people, eq(people.id, correctiveActionUpdates.personId))
    .where(
      and(
        eq(correctiveActions.strategyId, strategyId),
        until === null ? undefined : lte(correctiveActionUpdates.at, until),
      ),
    )
    .orderBy(asc(correctiveActionUpdates.number));
  return rows.map((row) => {
    const updates = told
      .filter(({ update }) => update.actionId === row.id)
      .map(({ update, person }) => ({
        year: update.year,
        state: update.state as CorrectiveActionState,
        text: update.text,
        person,
        at: update.at,
        illustrative: update.illustrative === 1,
      }));
    return { ...row, state: updates.at(-1)?.state ?? 'open', illustrative: row.illustrative === 1, updates };
  });
};

export type NewAction = Pick<
  ActionRow,
  'id' | 'strategyId' | 'objectiveId' | 'openedYear' | 'what' | 'who' | 'dueOn'
> & {
  readonly personId: string;
  readonly at: Instant;
};

export const addAction = async (queries: Queries, action: NewAction): Promise<void> => {
  await queries.insert(correctiveActions).values({ ...action, state: 'open', version: 1, illustrative: 0 });
};

export type NewActionUpdate = {
  readonly year: Year;
  readonly state: CorrectiveActionState;
  readonly text: string;
  readonly personId: string;
  readonly at: Instant;
};

/** Adds to an action's story and puts its state in force. */
export const addActionUpdate = async (
  queries: Queries,
  action: Pick<ActionRow, 'id' | 'version' | 'updates'>,
  update: NewActionUpdate,
): Promise<void> => {
  const number = action.updates.length + 1;
  await queries
    .insert(correctiveActionUpdates)
    .values({ id: `${action.id}/update/${number}`, actionId: action.id, number, illustrative: 0, ...update });
  await queries
    .update(correctiveActions)
    .set({ state: update.state, version: action.version + 1 })
    .where(eq(correctiveActions.id, action.id));
};
