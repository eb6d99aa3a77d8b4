import { useState } from 'react';
import { plural } from '../../lib/format.ts';
import { Button } from '../../ui/button.tsx';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { goodOf, type Outcome, type PlannedCell } from './paste-plan.ts';
import type { Pasting } from './use-block-edits.ts';

type PasteDialogProps = {
  readonly pasting: Pasting;
  readonly onPaste: (reason: string) => void;
  readonly onClose: () => void;
};

const outcomeWords: Readonly<Record<Outcome, string>> = {
  new: 'New',
  changed: 'Changed',
  unchanged: 'Unchanged',
  warned: 'Check',
  refused: 'Refused',
};

/** What each cell would become, before anything is written. */
export const PasteDialog = ({ pasting, onPaste, onClose }: PasteDialogProps) => {
  const { plan } = pasting;
  const good = goodOf(plan);
  const revised = good.filter(({ needsReason, cell }) => needsReason && cell.field === 'target').length;
  const [reason, setReason] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const isMissing = revised > 0 && reason.trim() === '';
  const paste = () => {
    setAsked(true);
    if (!isMissing) onPaste(reason.trim());
  };
  return (
    <Dialog
      open
      size="wide"
      title={`Paste ${plural(plan.length, 'cell')}`}
      onClose={onClose}
      actions={
        <>
          {good.length > 0 && (
            <Button kind="primary" onClick={paste}>
              Paste the {plural(good.length, 'good cell')}
            </Button>
          )}
          <Button onClick={onClose}>{good.length > 0 ? 'Paste nothing' : 'Close'}</Button>
        </>
      }
    >
      <p>{summaryOf(plan)} Nothing is written yet.</p>
      <Beyond {...pasting.beyond} />
      {revised > 0 && (
        <TextArea
          label={`Why ${revised === 1 ? 'does this target change' : `do these ${revised} targets change`}?`}
          hint="They were set before, or their result is known. The reason is kept in the history of each."
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          error={wasAsked && isMissing ? 'Give a reason for the targets that change' : undefined}
        />
      )}
      <DataTable
        caption="What each cell becomes"
        captionHidden
        dense
        narrow="cards"
        columns={columns}
        rows={plan}
        rowKey={keyOf}
      />
    </Dialog>
  );
};

const keyOf = ({ place }: PlannedCell): string => `${place.code}:${place.column}`;

const summaryOf = (plan: readonly PlannedCell[]): string => {
  const counts = (Object.keys(outcomeWords) as Outcome[]).flatMap((outcome) => {
    const count = plan.filter((planned) => planned.outcome === outcome).length;
    return count === 0 ? [] : [`${count} ${outcome === 'warned' ? 'to check' : outcomeWords[outcome].toLowerCase()}`];
  });
  return counts.length === 0 ? 'There is nothing to paste here.' : `${counts.join(', ')}.`;
};

const Beyond = ({ rows, columns }: Pasting['beyond']) => {
  const parts = [rows > 0 ? plural(rows, 'row') : null, columns > 0 ? plural(columns, 'column') : null].filter(Boolean);
  return parts.length === 0 ? null : (
    <Notice kind="warning">
      {parts.join(' and ')} of the block would stand beyond the edge of the grid: left out.
    </Notice>
  );
};

const becomesOf = ({ outcome, becomes }: PlannedCell): string => {
  if (outcome === 'refused') return 'stays';
  return becomes === '' ? 'empty' : becomes;
};

const columns: readonly Column<PlannedCell>[] = [
  {
    key: 'cell',
    head: 'Cell',
    nowrap: true,
    cell: ({ place, cell }) => `${place.code}, ${cell === null ? place.column : `${cell.field} ${cell.year}`}`,
  },
  { key: 'now', head: 'Now', align: 'end', cell: ({ now }) => (now === '' ? 'none' : now) },
  {
    key: 'pasted',
    head: 'Pasted',
    align: 'end',
    cell: ({ pasted }) => (pasted.trim() === '' ? 'nothing' : pasted),
  },
  { key: 'becomes', head: 'Becomes', align: 'end', cell: becomesOf },
  {
    key: 'outcome',
    head: 'What is done with it',
    cell: ({ outcome, sentence }) => (
      <span className={`pasted pasted--${outcome}`}>
        <b>{outcomeWords[outcome]}</b>
        {sentence !== null && `: ${sentence}`}
      </span>
    ),
  },
];
