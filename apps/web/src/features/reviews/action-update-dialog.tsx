import type { CorrectiveAction } from '@fbs/contract';
import { correctiveActionStateLabels, correctiveActionStates } from '@fbs/core';
import { useState } from 'react';
import { formatYear } from '../../lib/format.ts';
import { currentOf, reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import type { ReviewWrites } from './use-review-writes.ts';

type ActionUpdateDialogProps = {
  readonly action: CorrectiveAction;
  readonly year: number;
  readonly writes: ReviewWrites;
  readonly onClose: () => void;
};

/** How a corrective action stands in this review. Updates are added to those before; none is overwritten. */
export const ActionUpdateDialog = ({ action, year, writes, onClose }: ActionUpdateDialogProps) => {
  const [state, setState] = useState(action.state);
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [newest, setNewest] = useState(action);
  const save = async () => {
    if (text.trim() === '') return setError('Write what was done, and what comes next');
    try {
      const request = writes.requests.updateAction(action.id, { state, text: text.trim() });
      await writes.other(`action ${action.id}`, newest.version, request);
      announce('The corrective action is updated');
      onClose();
    } catch (failure) {
      const current = currentOf<CorrectiveAction>(failure);
      if (current !== undefined) setNewest(current);
      setRefusal(current === undefined ? reasonOf(failure) : othersSentence(current));
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Progress in ${formatYear(year)}`}
      actions={
        <>
          <Button kind="primary" onClick={() => void save()}>
            Save the update
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      <p>{action.what}</p>
      {refusal !== undefined && <Notice kind="warning" announced title={refusal} />}
      <RadioGroup
        label="State"
        options={correctiveActionStates.map((value) => ({ value, label: correctiveActionStateLabels[value] }))}
        value={state}
        onChange={setState}
      />
      <TextArea
        ref={focusFirst}
        label="What was done, and what comes next"
        error={error}
        rows={3}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
};

const othersSentence = ({ updates, state }: CorrectiveAction): string => {
  const last = updates.at(-1);
  const said = last === undefined ? '' : ` ${last.person} wrote: “${last.text}”.`;
  return `Someone else has updated it since; it is ${correctiveActionStateLabels[state].toLowerCase()} now.${said} Save again to add yours.`;
};
