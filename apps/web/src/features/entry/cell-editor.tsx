import type { EntryRow } from '@fbs/contract';
import type { KeyboardEvent } from 'react';
import { yearLabel } from './cell-work.ts';
import type { TypedCell } from './typed-cells.ts';

type CellEditorProps = {
  readonly row: EntryRow;
  readonly cell: TypedCell;
  readonly onType: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
};

/** A milestone that is not planned for a year has no target there. */
const doneWords = { value: ['Done', 'Not done'], target: ['To be done', null] } as const;

/** The person asked for the cell to be opened: the focus belongs into it, behind what is typed already. */
const focusNow = (editor: HTMLInputElement | HTMLSelectElement | null): void => editor?.focus();

/** The open cell: a line to type in, or a choice for a milestone. */
export const CellEditor = ({ row, cell, onType, onKeyDown, onBlur }: CellEditorProps) => {
  const shared = {
    className: 'cell__editor',
    'aria-label': `${cell.field === 'value' ? 'Value' : 'Target'} ${yearLabel(row)} of ${row.code}`,
    ref: focusNow,
    value: cell.text,
    onKeyDown,
    onBlur,
  };
  if (row.kind === 'milestone') {
    const [done, notDone] = doneWords[cell.field];
    return (
      <select {...shared} onChange={(event) => onType(event.target.value)}>
        <option value="">None</option>
        <option value="1">{done}</option>
        {notDone !== null && <option value="0">{notDone}</option>}
      </select>
    );
  }
  return (
    <input
      {...shared}
      inputMode={row.direction === 'range' && cell.field === 'target' ? 'text' : 'decimal'}
      autoComplete="off"
      maxLength={60}
      onChange={(event) => onType(event.target.value)}
    />
  );
};
