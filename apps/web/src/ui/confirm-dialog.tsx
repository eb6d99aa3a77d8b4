import { type ReactNode, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Notice } from './notice.tsx';

type ConfirmDialogProps = {
  readonly title: string;
  readonly action: string;
  /** Gives back why it was refused; the dialog then stays. */
  readonly onConfirm: () => Promise<string | undefined>;
  readonly onClose: () => void;
  readonly children: ReactNode;
};

/** Says what a step means before it is taken. */
export const ConfirmDialog = ({ title, action, onConfirm, onClose, children }: ConfirmDialogProps) => {
  const [refusal, setRefusal] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const confirm = async () => {
    setBusy(true);
    const reason = await onConfirm();
    // Where it went well, the dialog is gone by now.
    if (reason === undefined) return;
    setRefusal(reason);
    setBusy(false);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      actions={
        <>
          <Button kind="primary" disabled={isBusy} onClick={() => void confirm()}>
            {action}
          </Button>
          <Button onClick={onClose}>Cancel</Button>
        </>
      }
    >
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      {children}
    </Dialog>
  );
};
