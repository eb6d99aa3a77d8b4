import type { EntryRow } from '@fbs/contract';
import { useState } from 'react';
import { formatInstant } from '../../lib/format.ts';
import { ConflictDialog } from '../../ui/conflict-dialog.tsx';
import { takesBack, yearLabel } from './cell-work.ts';
import { parseFigure, parseTarget } from './figures.ts';
import { GroundsDialog } from './grounds-dialog.tsx';
import { type CellKey, keyOf, type TypedCell, type TypedCells } from './typed-cells.ts';
import type { RowAt } from './use-typed-cells.ts';

type CellDialogsProps = {
  readonly rowAt: RowAt;
  readonly threshold: string;
  readonly cells: TypedCells;
  readonly typed: ReadonlyMap<CellKey, TypedCell>;
  /** Nobody is interrupted while typing: a question waits until the cell is left. */
  readonly isEditing: boolean;
};

/** The questions that saving a cell may raise: a reason, or which of two versions stands. */
export const CellDialogs = ({ rowAt, threshold, cells, typed, isEditing }: CellDialogsProps) => {
  const [later, setLater] = useState<ReadonlySet<TypedCell>>(new Set());
  if (isEditing) return null;
  const asked = [...typed.values()].find(
    (cell) => (cell.status === 'asking' || cell.status === 'conflict') && !later.has(cell),
  );
  const row = asked && rowAt(asked.code, asked.year);
  if (asked === undefined || row === undefined) return null;
  const key = keyOf(asked);
  if (asked.status === 'asking') {
    return (
      <GroundsDialog
        key={key}
        row={row}
        cell={asked}
        threshold={threshold}
        onGive={(grounds) => void cells.giveReason(key, grounds)}
        onClose={() => cells.postpone(key)}
      />
    );
  }
  const closeForNow = () => setLater(new Set(later).add(asked));
  return <CellConflict key={key} row={row} cell={asked} cells={cells} onClose={closeForNow} />;
};

type CellConflictProps = {
  readonly row: EntryRow;
  readonly cell: TypedCell;
  readonly cells: TypedCells;
  readonly onClose: () => void;
};

const CellConflict = ({ row, cell, cells, onClose }: CellConflictProps) => {
  const label = yearLabel(row);
  const check = (text: string) => {
    if (takesBack({ ...cell, text, seen: { text: cell.theirs?.text ?? '', version: 0 } })) return undefined;
    const parsed = cell.field === 'value' ? parseFigure(text, label, row) : parseTarget(text, label, row);
    return parsed.ok ? undefined : parsed.sentence;
  };
  return (
    <ConflictDialog
      open
      title={`Two people changed the ${cell.field} of ${row.code}, ${label}`}
      mine={cell.text}
      theirs={cell.theirs?.text ?? ''}
      theirNote={whoChanged(cell)}
      show={(text) => <span className="conflict-figure">{text === '' ? 'None' : text}</span>}
      check={check}
      onChoose={(text) => cells.resolve(keyOf(cell), text)}
      onClose={onClose}
    />
  );
};

const whoChanged = ({ theirs }: TypedCell): string => {
  const words = [theirs?.person, theirs?.at ? formatInstant(theirs.at) : null].filter(Boolean).join(', ');
  return words === '' ? 'Saved by someone else' : `Saved by ${words}`;
};
