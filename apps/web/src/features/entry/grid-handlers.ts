import { useLayoutEffect, useRef, useState } from 'react';
import type { CellKey } from './typed-cells.ts';
import type { Grid } from './use-grid.ts';

/** What rows and cells report. */
export type GridHandlers = Pick<
  Grid,
  'activate' | 'onCellKey' | 'edit' | 'onPress' | 'onTap' | 'onCellDown' | 'onCellOver' | 'onEditorKey' | 'onEditorLeft'
> & {
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
    onCellDown: (event, place) => latest.current.onCellDown(event, place),
    onCellOver: (event, place) => latest.current.onCellOver(event, place),
    onEditorKey: (event, place) => latest.current.onEditorKey(event, place),
    onEditorLeft: (place) => latest.current.onEditorLeft(place),
    onType: (key, text) => latest.current.onType(key, text),
    onSelect: (code) => latest.current.onSelect(code),
  }));
  return steady;
};
