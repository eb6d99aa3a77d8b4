import type { EntryRow } from '@fbs/contract';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useSession } from '../../lib/session.ts';
import { announce } from '../../ui/live-region.tsx';
import { checkCell, needsReason, sendCell, yearLabel } from './cell-work.ts';
import type { EntryYear } from './entry-queries.ts';
import { type CellKey, type CellWork, type TypedCell, TypedCells } from './typed-cells.ts';
import type { EntryWrites } from './use-entry-writes.ts';

export type CellsOnScreen = {
  readonly cells: TypedCells;
  readonly typed: ReadonlyMap<CellKey, TypedCell>;
};

type Options = {
  readonly place: EntryYear;
  readonly rows: readonly EntryRow[];
  readonly writes: EntryWrites;
  readonly onSaved: () => void;
};

const nameOf = (row: EntryRow, { field }: TypedCell): string => `${row.code}, ${field} ${yearLabel(row)}`;

/** The cells being typed in, joined with the rows of the grid and with the server. */
export const useTypedCells = ({ place, rows, writes, onSaved }: Options): CellsOnScreen => {
  const person = useSession().person?.id ?? 'nobody';
  const rowOf = (cell: TypedCell): EntryRow => {
    const row = rows.find(({ code }) => code === cell.code);
    if (row === undefined) throw new Error(`Indicator ${cell.code} is not in this year any more; load the page again.`);
    return row;
  };
  const work: CellWork = {
    person,
    place: `entry:${place.strategy}:${place.year}`,
    check: (cell) => checkCell(rowOf(cell), cell),
    needsReason: (cell) => needsReason(rowOf(cell), cell.field),
    send: async (cell, grounds) => sendCell(rowOf(cell), cell, grounds, writes),
    onSaved: (cell) => {
      onSaved();
      announce(`${nameOf(rowOf(cell), cell)}: ${cell.text === '' ? 'taken back' : `${cell.text} saved`}`);
    },
    onNotSaved: (cell) => announce(`${nameOf(rowOf(cell), cell)}: not saved. ${cell.reason}`),
  };
  const [cells] = useState(() => new TypedCells(work));
  const typed = useSyncExternalStore(cells.subscribe, cells.getCells);
  useEffect(() => cells.employ(work));
  const codes = rows.map(({ code }) => code).join(' ');
  // Again where the rows have changed: what is typed now stands before what was kept.
  useEffect(() => cells.restore(codes.split(' ')), [cells, codes]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (cells.getCells().size > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [cells]);
  return { cells, typed };
};
