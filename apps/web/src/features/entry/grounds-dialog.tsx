import type { EntryRow } from '@fbs/contract';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { takesBack, yearLabel } from './cell-work.ts';
import { parseFigure } from './figures.ts';
import { previewRating } from './rating-preview.ts';
import type { Grounds, TypedCell } from './typed-cells.ts';

type GroundsDialogProps = {
  readonly row: EntryRow;
  readonly cell: TypedCell;
  readonly threshold: string;
  readonly onGive: (grounds: Grounds) => void;
  readonly onClose: () => void;
};

/** Asks why a settled figure changes: an approved value is corrected, a target is revised. */
export const GroundsDialog = ({ row, cell, threshold, onGive, onClose }: GroundsDialogProps) => {
  const [reason, setReason] = useState('');
  const [explanation, setExplanation] = useState(row.entry.explanation ?? '');
  const [wasAsked, setAsked] = useState(false);
  const isValue = cell.field === 'value';
  const words = wordsOf(cell);
  const sentence = isValue ? explanationDemand(row, cell, threshold) : null;
  const asksExplanation = sentence !== null && (row.entry.explanation ?? '').trim() === '';
  const isComplete = reason.trim() !== '' && (!asksExplanation || explanation.trim() !== '');
  const give = () => {
    setAsked(true);
    if (isComplete) onGive({ reason: reason.trim(), ...(asksExplanation ? { explanation: explanation.trim() } : {}) });
  };
  const missing = (text: string, words: string) => (wasAsked && text.trim() === '' ? words : undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`${words.title} of ${row.code}, ${yearLabel(row)}`}
      actions={
        <>
          <Button kind="primary" onClick={give}>
            {words.action}
          </Button>
          <Button onClick={onClose}>Not now</Button>
        </>
      }
    >
      <Change cell={cell} />
      <p className="soft">{isValue ? correctionSentence : revisionSentence(row)}</p>
      <TextArea
        ref={focusFirst}
        label={`Why is it ${words.done}?`}
        error={missing(reason, `Say why it is ${words.done}`)}
        rows={3}
        maxLength={400}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {asksExplanation && (
        <>
          <Notice kind="warning">{sentence}</Notice>
          <TextArea
            label="Explanation of the deviation"
            error={missing(explanation, 'Say what happened, and what will be done about it')}
            rows={3}
            value={explanation}
            onChange={(event) => setExplanation(event.target.value)}
          />
        </>
      )}
    </Dialog>
  );
};

const wordsOf = (cell: TypedCell) => {
  if (cell.field === 'value') {
    return { title: 'Correct the approved value', action: 'Correct and submit', done: 'corrected' };
  }
  if (takesBack(cell)) return { title: 'Take back the target', action: 'Take it back', done: 'taken back' };
  if (cell.seen.version === 0) return { title: 'Set the target', action: 'Set the target', done: 'set now' };
  return { title: 'Revise the target', action: 'Revise the target', done: 'revised' };
};

const Change = ({ cell }: { cell: TypedCell }) => (
  <dl className="facts">
    <dt>Until now</dt>
    <dd>{cell.seen.text === '' ? 'none' : cell.seen.text}</dd>
    <dt>From now on</dt>
    <dd>
      <b>{cell.text === '' ? 'none' : cell.text}</b>
    </dd>
  </dl>
);

const correctionSentence =
  'The figure until now stays in the history, with your reason. The corrected one goes to a reviewer again.';

const revisionSentence = ({ entry }: EntryRow): string =>
  entry.value === null
    ? 'The target first set stays visible beside the new one, with your reason.'
    : 'The result is known already: the target will stay marked “revised after the result was known”, with your reason.';

const explanationDemand = (row: EntryRow, cell: TypedCell, threshold: string): string | null => {
  const parsed = parseFigure(cell.text, yearLabel(row), row);
  if (!parsed.ok || row.role !== 'performance') return null;
  const result = previewRating(row, threshold, { value: parsed.figure, target: row.entry.target });
  return result.explanationRequired ? `${result.sentence}. This has to be explained.` : null;
};
