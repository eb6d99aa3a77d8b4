import { useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { isDay } from '../../lib/year-and-as-of.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TextArea, TextField } from '../../ui/text-field.tsx';
import type { ReviewWrites } from './use-review-writes.ts';

type NewActionDialogProps = {
  readonly objective: string;
  readonly year: number;
  readonly writes: ReviewWrites;
  readonly onClose: () => void;
};

/** A corrective action: what, who, by when. */
export const NewActionDialog = ({ objective, year, writes, onClose }: NewActionDialogProps) => {
  const [what, setWhat] = useState('');
  const [who, setWho] = useState('');
  const [dueOn, setDueOn] = useState('');
  const [wasAsked, setAsked] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const errors = {
    what: what.trim() === '' ? 'Say what is to be done' : undefined,
    who: who.trim() === '' ? 'Say who is to do it' : undefined,
    dueOn: isDay(dueOn) ? undefined : `Enter a day, for example 03/31/${year + 1}`,
  };
  const add = async () => {
    setAsked(true);
    if (Object.values(errors).some((error) => error !== undefined)) return;
    try {
      await writes.addAction(objective, { what: what.trim(), who: who.trim(), dueOn });
      announce('The corrective action is added');
      onClose();
    } catch (error) {
      setRefusal(reasonOf(error));
    }
  };
  const shown = (error: string | undefined) => (wasAsked ? error : undefined);
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Corrective action for objective ${objective}`}
      actions={
        <>
          <Button kind="primary" onClick={() => void add()}>
            Add it
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <TextArea
        ref={focusFirst}
        label="What is to be done"
        error={shown(errors.what)}
        rows={3}
        value={what}
        onChange={(event) => setWhat(event.target.value)}
      />
      <TextField
        label="Who does it"
        hint="A section or a person"
        error={shown(errors.who)}
        maxLength={400}
        value={who}
        onChange={(event) => setWho(event.target.value)}
      />
      <TextField
        type="date"
        label="By when"
        error={shown(errors.dueOn)}
        value={dueOn}
        onChange={(event) => setDueOn(event.target.value)}
      />
    </Dialog>
  );
};
