import type { EntryRow } from '@fbs/contract';
import { useMemo } from 'react';
import { groupRows, type ObjectiveRows } from './entry-filters.ts';
import type { EntryList } from './entry-queries.ts';
import { columnsOfYear, columnsOfYears, type Sheet } from './grid-moves.ts';
import type { RowAt } from './use-typed-cells.ts';

export type SheetOnScreen = {
  readonly sheet: Sheet;
  readonly groups: readonly ObjectiveRows<EntryList['objectives'][number]>[];
  readonly rowAt: RowAt;
  readonly rowsOf: (code: string) => readonly (EntryRow | undefined)[];
};

const none: readonly undefined[] = [];

const byCodeOf = (lists: readonly EntryList[]): ReadonlyMap<string, readonly (EntryRow | undefined)[]> => {
  const found = new Map<string, (EntryRow | undefined)[]>();
  for (const [at, { indicators }] of lists.entries()) {
    for (const row of indicators) {
      const years = found.get(row.code) ?? lists.map(() => undefined);
      years[at] = row;
      found.set(row.code, years);
    }
  }
  return found;
};

/** The rows shown, by their place and by their year. `lists`: the years on screen, in order. */
export const useSheet = (
  lists: readonly EntryList[],
  objectives: EntryList['objectives'],
  rows: readonly EntryRow[],
) => {
  const groups = useMemo(() => groupRows(objectives, rows), [objectives, rows]);
  const codes = useMemo(() => groups.flatMap((group) => group.rows.map(({ code }) => code)), [groups]);
  const byCode = useMemo(() => byCodeOf(lists), [lists]);
  const years = lists.map(({ year }) => year);
  // The same array for as long as the years are the same: every row would be drawn anew for another one.
  const columns = useMemo(() => {
    const shown = lists.map(({ year }) => year);
    return shown.length > 1 ? columnsOfYears(shown) : columnsOfYear;
  }, [lists]);
  const rowsOf: SheetOnScreen['rowsOf'] = (code) => byCode.get(code) ?? none;
  const sheet = useMemo(() => ({ codes, columns }), [codes, columns]);
  return {
    sheet,
    groups,
    rowsOf,
    rowAt: (code: string, year: number) => rowsOf(code)[years.indexOf(year)],
  } satisfies SheetOnScreen;
};
