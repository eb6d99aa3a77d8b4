import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { announce } from '../../ui/live-region.tsx';
import { type CellRange, rangeBetween, sizeOf } from './cell-range.ts';
import type { Place, Sheet } from './grid-moves.ts';

export type Selection = {
  readonly frame: RefObject<HTMLTableElement | null>;
  readonly active: Place | null;
  /** The cells chosen; the active one alone where no block was drawn. */
  readonly range: CellRange | null;
  readonly activate: (place: Place) => void;
  readonly focus: (place: Place) => void;
  readonly goTo: (place: Place) => void;
  /** Draws the block from where it began to this cell. */
  readonly extendTo: (place: Place) => void;
  readonly choose: (from: Place, to: Place) => void;
};

const cellAt = (frame: HTMLElement | null, { code, column }: Place): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${code}:${column}`)}"]`) ?? null;

const same = (a: Place, b: Place): boolean => a.code === b.code && a.column === b.column;

/** One active cell, which has the focus, and the block between it and where it began. */
export const useSelection = (sheet: Sheet, start: Place | null): Selection => {
  const frame = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place | null>(start);
  const [anchor, setAnchor] = useState<Place | null>(start);
  const isExtending = useRef(false);
  const [shown, setShown] = useState<Place | null>(null);
  /** What takes the focus as soon as it is drawn. */
  const wanted = useRef<{ readonly place: Place; readonly isExtension: boolean } | null>(null);

  const [startCode, startColumn] = [start?.code, start?.column];
  useEffect(() => {
    if (startCode === undefined || startColumn === undefined) return;
    const place: Place = { code: startCode, column: startColumn };
    setActive(place);
    setAnchor(place);
    setShown(place);
  }, [startCode, startColumn]);
  useEffect(() => {
    // The address names an indicator: its row is seen, while the focus stays with the heading of the new page.
    if (shown !== null) cellAt(frame.current, shown)?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [shown]);

  const take = (cell: HTMLElement, isExtension: boolean) => {
    isExtending.current = isExtension;
    cell.focus();
    isExtending.current = false;
  };
  useLayoutEffect(() => {
    const cell = wanted.current && cellAt(frame.current, wanted.current.place);
    if (wanted.current === null || cell === null) return;
    const { isExtension } = wanted.current;
    wanted.current = null;
    take(cell, isExtension);
  });
  /** A cell outside the window is drawn because it is the active one, and has the focus then. */
  const focus = (place: Place, isExtension = false) => {
    const cell = cellAt(frame.current, place);
    wanted.current = cell === null ? { place, isExtension } : null;
    if (cell !== null) take(cell, isExtension);
  };
  const activate = (place: Place) => {
    setActive((before) => (before !== null && same(before, place) ? before : place));
    if (!isExtending.current) setAnchor((before) => (before !== null && same(before, place) ? before : place));
  };
  const extendTo = (place: Place, from = anchor) => {
    setActive(place);
    focus(place, true);
    const drawn = rangeBetween(from ?? place, place, sheet);
    if (drawn !== null && sizeOf(drawn) > 1) announce(`${sizeOf(drawn)} cells chosen`);
  };
  return {
    frame,
    active,
    range: rangeBetween(anchor ?? active, active, sheet),
    activate,
    focus,
    goTo: (place) => {
      activate(place);
      focus(place);
    },
    extendTo,
    choose: (from, to) => {
      setAnchor(from);
      extendTo(to, from);
    },
  };
};
