import { type RefObject, useEffect, useRef, useState } from 'react';
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

/** One active cell, which has the focus, and the block between it and where it began. */
export const useSelection = (sheet: Sheet, start: Place | null): Selection => {
  const frame = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place | null>(start);
  const [anchor, setAnchor] = useState<Place | null>(start);
  const isExtending = useRef(false);

  const [startCode, startColumn] = [start?.code, start?.column];
  useEffect(() => {
    if (startCode === undefined || startColumn === undefined) return;
    const place: Place = { code: startCode, column: startColumn };
    setActive(place);
    setAnchor(place);
    // The address names an indicator: its row is seen, while the focus stays with the heading of the new page.
    cellAt(frame.current, place)?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [startCode, startColumn]);

  const focus = (place: Place) => cellAt(frame.current, place)?.focus();
  const activate = (place: Place) => {
    setActive(place);
    if (!isExtending.current) setAnchor(place);
  };
  const extendTo = (place: Place, from = anchor) => {
    isExtending.current = true;
    setActive(place);
    focus(place);
    isExtending.current = false;
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
