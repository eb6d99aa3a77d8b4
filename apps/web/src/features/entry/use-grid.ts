import type { EntryRow } from '@fbs/contract';
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { announce } from '../../ui/live-region.tsx';
import { wholeOf } from './cell-range.ts';
import { seenIn } from './cell-work.ts';
import { type Field, fieldOf, isTyping, moveFrom, nextField, type Place, type Sheet } from './grid-moves.ts';
import { type CellPlace, keyOf, type TypedCells } from './typed-cells.ts';
import { type Selection, useSelection } from './use-selection.ts';
import type { RowAt } from './use-typed-cells.ts';

export type Grid = Selection & {
  readonly editing: Place | null;
  readonly edit: (place: Place) => void;
  /** A finger opens a cell by a second tap; the first one only chooses it. */
  readonly onPress: (place: Place) => void;
  readonly onTap: (place: Place) => void;
  readonly onCellDown: (event: MouseEvent, place: Place) => void;
  readonly onCellOver: (event: MouseEvent, place: Place) => void;
  readonly onCellKey: (event: KeyboardEvent, place: Place) => void;
  readonly onEditorKey: (event: KeyboardEvent, place: Place) => void;
  readonly onEditorLeft: (place: Place) => void;
};

/** What the keys do that do not move: they work on the whole block. */
export type BlockKeys = { readonly clear: () => void; readonly undo: () => void; readonly redo: () => void };

type GridOptions = {
  readonly sheet: Sheet;
  readonly year: number;
  readonly rowAt: RowAt;
  readonly cells: TypedCells;
  readonly lockOf: (row: EntryRow, field: Field) => string | null;
  readonly onSelect: (code: string) => void;
  /** A narrative is written beside the grid, not in its cell. */
  readonly onWrite: () => void;
  readonly blockKeys: (selection: Selection) => BlockKeys;
  readonly start: Place | null;
};

const same = (a: Place | null, b: Place): boolean => a?.code === b.code && a.column === b.column;

const opens = (event: KeyboardEvent): string | null | undefined => {
  if (event.key === 'Enter' || event.key === 'F2') return null;
  return isTyping(event) ? event.key : undefined;
};

/** What a key asks of the whole block; null where it asks nothing of it. */
const blockKeyOf = (event: KeyboardEvent): 'all' | keyof BlockKeys | null => {
  if (event.key === 'Delete' || event.key === 'Backspace') return 'clear';
  if (!(event.ctrlKey || event.metaKey)) return null;
  const key = event.key.toLowerCase();
  if (key === 'a') return 'all';
  if (key === 'y' || (key === 'z' && event.shiftKey)) return 'redo';
  return key === 'z' ? 'undo' : null;
};

/** Moves through the grid, draws blocks in it and opens its cells, as spreadsheets do. */
export const useGrid = (options: GridOptions): Grid => {
  const { sheet, year, rowAt, cells, lockOf, onSelect, onWrite, blockKeys, start } = options;
  const selection = useSelection(sheet, start);
  const { active, goTo, extendTo, focus } = selection;
  const [editing, setEditing] = useState<Place | null>(null);
  const pressedActive = useRef(false);

  const cellOf = ({ code, column }: Place): CellPlace | null => {
    const at = fieldOf(column);
    return at === null ? null : { code, field: at.field, year: at.year ?? year };
  };
  const giveUp = (place: Place) => {
    const cell = cellOf(place);
    if (cell !== null) cells.giveUp(keyOf(cell));
  };
  const begin = (place: Place, typed: string | null): boolean => {
    const cell = cellOf(place);
    const row = cell === null ? undefined : rowAt(cell.code, cell.year);
    if (cell === null || row === undefined) return false;
    const lock = lockOf(row, cell.field);
    if (lock !== null) announce(`Locked. ${lock}`);
    else if (row.kind === 'narrative' && cell.field === 'value') onWrite();
    else {
      const known = cells.getCells().get(keyOf(cell));
      const seen = seenIn(row, cell.field);
      cells.begin(cell, seen, firstText(row, cell.field, typed) ?? known?.text ?? seen.text);
      return true;
    }
    return false;
  };
  const edit = (place: Place, typed: string | null = null) => {
    if (begin(place, typed)) setEditing(place);
    selection.activate(place);
  };
  const leave = (place: Place) => {
    setEditing((now) => (same(now, place) ? null : now));
    const cell = cellOf(place);
    if (cell !== null) cells.commit(keyOf(cell));
  };
  const onBlockKey = (event: KeyboardEvent): boolean => {
    const asked = blockKeyOf(event);
    const whole = asked === 'all' ? wholeOf(sheet) : null;
    if (whole !== null) selection.choose(...whole);
    else if (asked !== null && asked !== 'all') blockKeys(selection)[asked]();
    return asked !== null;
  };
  const onCellKey = (event: KeyboardEvent, place: Place) => {
    if (event.target !== event.currentTarget) return;
    const moved = moveFrom(place, event.key, event.ctrlKey || event.metaKey, sheet);
    const opening = opens(event);
    if (moved !== null && event.shiftKey) extendTo(moved);
    else if (moved !== null) goTo(moved);
    else if (place.column === 'select' && (event.key === ' ' || event.key === 'Enter')) onSelect(place.code);
    else if (onBlockKey(event)) event.preventDefault();
    else if (event.key === 'Escape' && fieldOf(place.column) !== null) giveUp(place);
    else if (opening !== undefined && fieldOf(place.column) !== null) edit(place, opening);
    else return;
    event.preventDefault();
  };
  const onEditorKey = (event: KeyboardEvent, place: Place) => {
    event.stopPropagation();
    const next =
      event.key === 'Tab'
        ? nextField(place, event.shiftKey, sheet)
        : event.key === 'Enter'
          ? moveFrom(place, event.shiftKey ? 'ArrowUp' : 'ArrowDown', false, sheet)
          : null;
    if (event.key === 'Escape') {
      giveUp(place);
      setEditing(null);
      focus(place);
    }
    // The editor is left by the focus, which saves it.
    else if (next !== null) goTo(next);
    else return;
    event.preventDefault();
  };
  return {
    ...selection,
    editing,
    edit: (place) => {
      if (!same(editing, place)) edit(place);
    },
    onPress: (place) => {
      pressedActive.current = same(active, place);
    },
    onTap: (place) => {
      if (pressedActive.current && !same(editing, place)) edit(place);
    },
    onCellDown: (event, place) => {
      if (event.button !== 0 || same(editing, place)) return;
      if (!event.shiftKey) return selection.activate(place);
      // The browser would choose the text between, and begin a new block by the focus.
      event.preventDefault();
      extendTo(place);
    },
    onCellOver: (event, place) => {
      if (event.buttons === 1 && editing === null && active !== null && !same(active, place)) extendTo(place);
    },
    onCellKey,
    onEditorKey,
    onEditorLeft: leave,
  };
};

/** With which text an editor opens after a first letter: a milestone is chosen, not typed. */
const firstText = (row: EntryRow, field: Field, typed: string | null): string | null => {
  if (typed === null || typed === '' || row.kind !== 'milestone') return typed;
  if (/^[dy1]$/i.test(typed)) return '1';
  if (!/^[n0]$/i.test(typed)) return null;
  return field === 'value' ? '0' : '';
};
