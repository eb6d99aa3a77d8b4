import type { EntryRow } from '@fbs/contract';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { refreshAfterWrite } from '../../lib/refresh-after-write.ts';
import { useSession } from '../../lib/session.ts';
import { announce } from '../../ui/live-region.tsx';
import { openCellStore } from './cell-store.ts';
import { checkCell, needsReason, sendCell, takesBack, tidyText } from './cell-work.ts';
import type { Edit } from './edit-history.ts';
import { type EntryYear, entryListQuery } from './entry-queries.ts';
import { type CellKey, type CellPlace, type CellWork, type TypedCell, TypedCells } from './typed-cells.ts';
import type { EntryWrites } from './use-entry-writes.ts';

export type CellsOnScreen = {
  readonly cells: TypedCells;
  readonly typed: ReadonlyMap<CellKey, TypedCell>;
};

/** The row of an indicator in a year; undefined where that year does not know it. */
export type RowAt = (code: string, year: number) => EntryRow | undefined;

type Options = {
  readonly place: EntryYear;
  readonly years: readonly number[];
  readonly rowAt: RowAt;
  readonly writesOf: (year: number) => EntryWrites;
  readonly onEdit: (edit: Edit) => void;
  readonly onSaved: (cell: TypedCell, version: number) => void;
};

const nameOf = ({ code, field, year }: CellPlace): string => `${code}, ${field} FY ${year}`;

/** The cells being typed in, joined with the rows of the grid and with the server. */
export const useTypedCells = (options: Options): CellsOnScreen => {
  const { place, years, rowAt, writesOf, onEdit, onSaved } = options;
  const queryClient = useQueryClient();
  const person = useSession().person?.id ?? 'nobody';
  const rowOf = ({ code, year }: CellPlace): EntryRow => {
    const row = rowAt(code, year);
    if (row === undefined) throw new Error(`Indicator ${code} is not in FY ${year} any more; load the page again.`);
    return row;
  };
  /** What waits may belong to a year that is not on screen. */
  const load = async (cell: CellPlace): Promise<EntryRow> => {
    const known = rowAt(cell.code, cell.year);
    if (known !== undefined) return known;
    const list = await queryClient.ensureQueryData(entryListQuery({ ...place, year: cell.year }));
    return list.indicators.find(({ code }) => code === cell.code) ?? rowOf(cell);
  };
  const work: Omit<CellWork, 'store'> = {
    check: (cell) => (takesBack(cell) ? null : checkCell(rowOf(cell), cell)),
    tidy: (cell) => {
      const row = rowAt(cell.code, cell.year);
      return row === undefined ? cell.text.trim() : tidyText(row, cell);
    },
    needsReason: (cell) => takesBack(cell) || needsReason(rowOf(cell), cell.field),
    send: async (cell, grounds) => {
      const answer = await sendCell(await load(cell), cell, grounds, writesOf(cell.year));
      if (answer.kind === 'stale') void refreshAfterWrite(queryClient);
      return answer;
    },
    onEdit,
    onSaved: (cell, version) => {
      onSaved(cell, version);
      announce(`${nameOf(cell)}: ${cell.text === '' ? 'taken back' : `${cell.text} saved`}`);
    },
    onNotSaved: (cell) => announce(`${nameOf(cell)}: not saved. ${cell.reason}`),
  };
  const [store] = useState(() => openCellStore(person, place.strategy));
  const [cells] = useState(() => new TypedCells({ ...work, store }));
  const typed = useSyncExternalStore(cells.subscribe, cells.getCells);
  useEffect(() => cells.employ({ ...work, store }));
  const shown = years.join(' ');
  const isPast = place.asOf !== undefined;
  useEffect(() => {
    if (!isPast) void cells.restore(shown.split(' ').map(Number));
  }, [cells, shown, isPast]);
  useSendingLater(cells, typed);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      // What waits is kept, and sent by the next visit.
      if ([...cells.getCells().values()].some(({ status }) => status !== 'waiting')) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [cells]);
  return { cells, typed };
};

/** A server that was away may come back without the browser noticing. */
const restBetweenTries = 5000;

const useSendingLater = (cells: TypedCells, typed: CellsOnScreen['typed']): void => {
  const isWaiting = [...typed.values()].some(({ status }) => status === 'waiting');
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(cells.sendWaiting, restBetweenTries);
    window.addEventListener('online', cells.sendWaiting);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', cells.sendWaiting);
    };
  }, [cells, isWaiting]);
};
