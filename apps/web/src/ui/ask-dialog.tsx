import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { focusFirst } from './focus-first.ts';
import { Notice } from './notice.tsx';
import { TextArea } from './text-field.tsx';

type AskDialogProps = {
  readonly open: boolean;
  readonly title: string;
  /** What will happen, before the question. */
  readonly children?: ReactNode;
  /** The question: "Why is it corrected?" */
  readonly label: string;
  readonly hint?: string;
  /** What to say where nothing was written: "Say why it is corrected". */
  readonly missing: string;
  readonly maxLength?: number;
  /** The words on the button: "Return it". */
  readonly action: string;
  /** Rejects with the reason where it cannot be done: the dialog then stays open, with what was written. */
  readonly onAnswer: (text: string) => Promise<string | undefined>;
  readonly onClose: () => void;
};

/** Asks for a reason or a note without which something cannot be done. */
export const AskDialog = (props: AskDialogProps) => {
  const { open, title, children, label, hint, missing, maxLength = 400, action, onAnswer, onClose } = props;
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const answer = async () => {
    if (text.trim() === '') return setError(missing);
    setBusy(true);
    setError(undefined);
    const refused = await onAnswer(text.trim());
    setBusy(false);
    setRefusal(refused);
    if (refused === undefined) setText('');
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="primary" disabled={isBusy} onClick={() => void answer()}>
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {children}
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <TextArea
        ref={focusFirst}
        label={label}
        hint={hint}
        error={error}
        rows={3}
        maxLength={maxLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
    </Dialog>
  );
};
