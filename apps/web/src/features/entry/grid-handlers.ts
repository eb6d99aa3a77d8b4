import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import type { Place } from './grid-moves.ts';
import type { CellKey } from './typed-cells.ts';

/** What rows and cells report. */
export type GridHandlers = {
  readonly activate: (place: Place) => void;
  readonly onCellKey: (event: KeyboardEvent, place: Place) => void;
  readonly edit: (place: Place) => void;
  readonly onPress: (place: Place) => void;
  readonly onTap: (place: Place) => void;
  readonly onEditorKey: (event: KeyboardEvent, place: Place) => void;
  readonly onEditorLeft: (place: Place) => void;
  readonly onType: (key: CellKey, text: string) => void;
  readonly onSelect: (code: string) => void;
};

/** The same functions for as long as the grid stands, so that a letter typed in one cell does not draw every row anew. */
export const useSteadyHandlers = (handlers: GridHandlers): GridHandlers => {
  const latest = useRef(handlers);
  useLayoutEffect(() => {
    latest.current = handlers;
  });
  const [steady] = useState<GridHandlers>(() => ({
    activate: (place) => latest.current.activate(place),
    onCellKey: (event, place) => latest.current.onCellKey(event, place),
    edit: (place) => latest.current.edit(place),
    onPress: (place) => latest.current.onPress(place),
    onTap: (place) => latest.current.onTap(place),
    onEditorKey: (event, place) => latest.current.onEditorKey(event, place),
    onEditorLeft: (place) => latest.current.onEditorLeft(place),
    onType: (key, text) => latest.current.onType(key, text),
    onSelect: (code) => latest.current.onSelect(code),
  }));
  return steady;
};
