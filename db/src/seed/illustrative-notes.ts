import type { Day, Year } from '@fbs/core';
import type { Queries } from '../database.ts';
import { notes } from '../schema/indicators.ts';
import { insertRows } from './insert-rows.ts';
import { idOf, indicatorIdOf, noonOf } from './places.ts';
import { readSeedJson } from './seed-files.ts';

type Note = {
  readonly indicator: string;
  readonly year: Year;
  readonly on: Day;
  readonly by: string;
  readonly text: string;
};

export const seedIllustrativeNotes = async (queries: Queries): Promise<number> => {
  const rows = readSeedJson<readonly Note[]>('illustrative/notes.json').map(
    ({ indicator, year, on, by, text }, index) => ({
      id: idOf('note', index + 1),
      indicatorId: indicatorIdOf(indicator),
      year,
      text,
      personId: by,
      at: noonOf(on),
      illustrative: 1,
    }),
  );
  await insertRows(queries, notes, rows);
  return rows.length;
};
