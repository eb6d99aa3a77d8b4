import type { EntryRow } from '@fbs/contract';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { announce } from '../../ui/live-region.tsx';
import { seenIn } from './cell-work.ts';
import { type Field, isField, isTyping, moveFrom, nextField, type Place } from './grid-moves.ts';
import { keyOf, type TypedCell, type TypedCells } from './typed-cells.ts';

export type Grid = {
  readonly frame: RefObject<HTMLTableElement | null>;
  readonly active: Place | null;
  readonly editing: Place | null;
  readonly activate: (place: Place) => void;
  readonly goTo: (place: Place) => void;
  readonly edit: (place: Place) => void;
  /** A finger opens a cell by a second tap; the first one only chooses it. */
  readonly onPress: (place: Place) => void;
  readonly onTap: (place: Place) => void;
  readonly onCellKey: (event: KeyboardEvent, place: Place) => void;
  readonly onEditorKey: (event: KeyboardEvent, place: Place) => void;
  readonly onEditorLeft: (place: Place) => void;
};

type GridOptions = {
  readonly rows: readonly EntryRow[];
  readonly cells: TypedCells;
  readonly lockOf: (row: EntryRow, field: Field) => string | null;
  readonly onSelect: (code: string) => void;
  /** A narrative is written beside the grid, not in its cell. */
  readonly onWrite: () => void;
  readonly start: Place | null;
};

const same = (a: Place | null, b: Place): boolean => a?.code === b.code && a.column === b.column;

const cellAt = (frame: HTMLElement | null, { code, column }: Place): HTMLElement | null =>
  frame?.querySelector<HTMLElement>(`[data-cell="${CSS.escape(`${code}:${column}`)}"]`) ?? null;

/** What a key on a cell asks for. */
type Wish = { readonly kind: 'edit'; readonly text: string | null } | { readonly kind: 'clear' } | null;

const wishOf = (event: KeyboardEvent): Wish => {
  if (event.key === 'Enter' || event.key === 'F2') return { kind: 'edit', text: null };
  if (event.key === 'Delete' || event.key === 'Backspace') return { kind: 'clear' };
  return isTyping(event) ? { kind: 'edit', text: event.key } : null;
};

/** Moves through the grid and opens its cells, as spreadsheets do. */
export const useGrid = ({ rows, cells, lockOf, onSelect, onWrite, start }: GridOptions): Grid => {
  const frame = useRef<HTMLTableElement>(null);
  const [active, setActive] = useState<Place | null>(start);
  const [editing, setEditing] = useState<Place | null>(null);
  const pressedActive = useRef(false);
  const codes = rows.map(({ code }) => code);

  const startCode = start?.code;
  useEffect(() => {
    if (startCode === undefined) return;
    const place: Place = { code: startCode, column: 'value' };
    setActive(place);
    // The address names an indicator: its row is seen, while the focus stays with the heading of the new page.
    cellAt(frame.current, place)?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [startCode]);

  const focus = (place: Place) => cellAt(frame.current, place)?.focus();
  const goTo = (place: Place) => {
    setActive(place);
    focus(place);
  };

  const begin = (place: Place, typed: string | null): boolean => {
    const row = rows.find(({ code }) => code === place.code);
    if (row === undefined || !isField(place.column)) return false;
    const lock = lockOf(row, place.column);
    if (lock !== null) announce(`Locked. ${lock}`);
    else if (row.kind === 'narrative' && place.column === 'value') onWrite();
    else {
      const known = cells.getCells().get(keyOf({ code: row.code, field: place.column }));
      const seen = seenIn(row, place.column);
      cells.begin(row.code, place.column, seen, firstText(row, typed) ?? known?.text ?? seen.text);
      return true;
    }
    return false;
  };
  const edit = (place: Place, typed: string | null = null) => {
    if (begin(place, typed)) setEditing(place);
    setActive(place);
  };
  const leave = (place: Place) => {
    setEditing((now) => (same(now, place) ? null : now));
    if (isField(place.column)) cells.commit(keyOf({ code: place.code, field: place.column }));
  };
  const cancel = (place: Place) => {
    if (isField(place.column)) cells.giveUp(keyOf({ code: place.code, field: place.column }));
    setEditing(null);
    focus(place);
  };
  const clear = (place: Place) => {
    if (!begin(place, '')) return;
    leave(place);
  };

  const onCellKey = (event: KeyboardEvent, place: Place) => {
    if (event.target !== event.currentTarget) return;
    const moved = moveFrom(place, event.key, event.ctrlKey || event.metaKey, codes);
    const wish = wishOf(event);
    if (moved !== null) goTo(moved);
    else if (place.column === 'select' && (event.key === ' ' || event.key === 'Enter')) onSelect(place.code);
    else if (event.key === 'Escape' && isField(place.column))
      cells.giveUp(keyOf({ code: place.code, field: place.column }));
    else if (wish?.kind === 'edit' && isField(place.column)) edit(place, wish.text);
    else if (wish?.kind === 'clear' && isField(place.column)) clear(place);
    else return;
    event.preventDefault();
  };
  const onEditorKey = (event: KeyboardEvent, place: Place) => {
    event.stopPropagation();
    const next =
      event.key === 'Tab'
        ? nextField(place, event.shiftKey, codes)
        : event.key === 'Enter'
          ? moveFrom(place, event.shiftKey ? 'ArrowUp' : 'ArrowDown', false, codes)
          : null;
    if (event.key === 'Escape') cancel(place);
    // The editor is left by the focus, which saves it.
    else if (next !== null) goTo(next);
    else return;
    event.preventDefault();
  };
  return {
    frame,
    active,
    editing,
    activate: setActive,
    goTo,
    edit: (place) => {
      if (!same(editing, place)) edit(place);
    },
    onPress: (place) => {
      pressedActive.current = same(active, place);
    },
    onTap: (place) => {
      if (pressedActive.current && !same(editing, place)) edit(place);
    },
    onCellKey,
    onEditorKey,
    onEditorLeft: leave,
  };
};

/** With which text an editor opens after a first letter: a milestone is chosen, not typed. */
const firstText = (row: EntryRow, typed: string | null): TypedCell['text'] | null => {
  if (typed === null || typed === '' || row.kind !== 'milestone') return typed;
  if (/^[dy1]$/i.test(typed)) return '1';
  return /^[n0]$/i.test(typed) ? '0' : null;
};
