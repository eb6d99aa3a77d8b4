import type { EntryRow } from '@fbs/contract';
import type { ReactNode } from 'react';
import { classes } from '../../ui/classes.ts';
import { CellEditor } from './cell-editor.tsx';
import { unsavedWords } from './cell-figures.ts';
import type { GridHandlers } from './grid-handlers.ts';
import type { Column, Field } from './grid-moves.ts';
import { LockMark } from './lock-mark.tsx';
import { keyOf, type TypedCell } from './typed-cells.ts';

export type CellMark = { readonly isActive: boolean; readonly isChosen: boolean };

/** What joins a cell with the moves through the grid: exactly one cell of the grid is reached by Tab. */
export const cellProps = (code: string, column: Column, { isActive, isChosen }: CellMark, handlers: GridHandlers) => ({
  'data-cell': `${code}:${column}`,
  'data-chosen': isChosen || undefined,
  tabIndex: isActive ? 0 : -1,
  onFocus: () => handlers.activate({ code, column }),
  onKeyDown: (event: React.KeyboardEvent) => handlers.onCellKey(event, { code, column }),
  onMouseDown: (event: React.MouseEvent) => handlers.onCellDown(event, { code, column }),
  onMouseEnter: (event: React.MouseEvent) => handlers.onCellOver(event, { code, column }),
});

type FieldCellProps = {
  readonly row: EntryRow;
  readonly field: Field;
  readonly column: Column;
  readonly typed: TypedCell | undefined;
  /** The figure as it is saved; null where there is none. */
  readonly figure: string | null;
  readonly empty: string;
  readonly illustrative: boolean;
  readonly lock: string | null;
  /** A word beside the figure: a doubt about a value, or that a target was revised. */
  readonly note: string | null;
  /** The note is a doubt: worth a second look, but no hindrance. */
  readonly isDoubt: boolean;
  readonly isRequired: boolean;
  readonly mark: CellMark;
  readonly isEditing: boolean;
  readonly handlers: GridHandlers;
};

/** A cell for entries: the figure, whether it is saved, and the line to type in while it is open. */
export const FieldCell = (props: FieldCellProps) => {
  const { row, column, typed, lock, isDoubt, mark, isEditing, handlers } = props;
  const place = { code: row.code, column };
  return (
    <td
      {...cellProps(row.code, column, mark, handlers)}
      role="gridcell"
      className={classes(
        'cell',
        mark.isActive && 'cell--active',
        isEditing && 'cell--editing',
        lock !== null && 'cell--locked',
        typed !== undefined && !isEditing && `cell--${typed.status}`,
        isDoubt && 'cell--doubt',
        props.isRequired && typed === undefined && 'cell--required',
      )}
      aria-readonly={lock !== null}
      aria-required={props.isRequired || undefined}
      aria-selected={mark.isChosen || undefined}
      aria-invalid={typed?.status === 'invalid' || undefined}
      title={isEditing ? undefined : (typed?.reason ?? lock ?? undefined)}
      onDoubleClick={() => handlers.edit(place)}
      onPointerDown={() => handlers.onPress(place)}
      onClick={({ nativeEvent }) => {
        if (nativeEvent instanceof PointerEvent && nativeEvent.pointerType === 'touch') handlers.onTap(place);
      }}
    >
      {isEditing && typed !== undefined ? (
        <CellEditor
          row={row}
          cell={typed}
          onType={(text) => handlers.onType(keyOf(typed), text)}
          onKeyDown={(event) => handlers.onEditorKey(event, place)}
          onBlur={() => handlers.onEditorLeft(place)}
        />
      ) : (
        <CellFigure {...props} />
      )}
    </td>
  );
};

const CellFigure = ({ row, typed, figure, empty, illustrative, note, lock, isRequired }: FieldCellProps) => {
  if (typed !== undefined) {
    return (
      <Marked note={unsavedWords[typed.status]} more={typed.reason}>
        {row.kind === 'milestone' ? milestoneWord(typed) : typed.text === '' ? 'none' : typed.text}
      </Marked>
    );
  }
  const shown =
    figure === null ? (
      <span className={classes('cell__empty', isRequired && 'cell__required')}>{isRequired ? 'required' : empty}</span>
    ) : (
      <Figure illustrative={illustrative}>{figure}</Figure>
    );
  return (
    <Marked note={note} more={null}>
      {shown}
      {lock !== null && <LockMark sentence={lock} />}
    </Marked>
  );
};

const milestoneWord = ({ text, field }: TypedCell): string => {
  if (text === '') return 'none';
  if (field === 'value') return text === '1' ? 'Done' : 'Not done';
  return text === '1' ? 'To be done' : 'Not planned';
};

type MarkedProps = { readonly note: string | null; readonly more: string | null; readonly children: ReactNode };

const Marked = ({ note, more, children }: MarkedProps) => (
  <>
    {children}
    {note !== null && <span className="cell__note">{note}</span>}
    {more !== null && <span className="visually-hidden">{more}</span>}
  </>
);

/** A dashed line under a figure is the grid's short form of the mark "illustrative"; the key below says so. */
export const Figure = ({ illustrative, children }: { illustrative: boolean; children: ReactNode }) =>
  illustrative ? (
    <span className="invented">
      {children}
      <span className="visually-hidden"> (illustrative)</span>
    </span>
  ) : (
    children
  );
