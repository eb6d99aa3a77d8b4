import type { CorrectiveActionState, Day, Year } from '@fbs/core';
import type { Queries } from '../database.ts';
import { correctiveActions, correctiveActionUpdates } from '../schema/reviews.ts';
import { insertRows } from './insert-rows.ts';
import { idOf, noonOf, strategyId } from './places.ts';
import { readSeedJson } from './seed-files.ts';

type Update = {
  readonly year: Year;
  readonly on: Day;
  readonly state: CorrectiveActionState;
  readonly text: string;
};

type Action = {
  /** Stands in addresses, so without a slash. */
  readonly id: string;
  readonly year: Year;
  readonly objective: string;
  readonly what: string;
  readonly who: string;
  readonly dueOn: Day;
  readonly on: Day;
  readonly by: string;
  readonly updates: readonly Update[];
};

const rowOf = ({ id, year, objective, what, who, dueOn, on, by, updates }: Action) => ({
  id,
  strategyId,
  objectiveId: idOf('objective', objective),
  openedYear: year,
  what,
  who,
  dueOn,
  state: updates.at(-1)?.state ?? 'open',
  version: updates.length + 1,
  illustrative: 1,
  personId: by,
  at: noonOf(on),
});

const updateRows = ({ id, by, updates }: Action) =>
  updates.map(({ year, on, state, text }, index) => ({
    id: `${id}/update/${index + 1}`,
    actionId: id,
    number: index + 1,
    year,
    state,
    text,
    illustrative: 1,
    personId: by,
    at: noonOf(on),
  }));

/** What was to be done about misses, and how it stood in each later review. */
export const seedIllustrativeActions = async (queries: Queries): Promise<number> => {
  const listed = readSeedJson<readonly Action[]>('illustrative/corrective-actions.json');
  await insertRows(queries, correctiveActions, listed.map(rowOf));
  await insertRows(queries, correctiveActionUpdates, listed.flatMap(updateRows));
  return listed.length;
};
