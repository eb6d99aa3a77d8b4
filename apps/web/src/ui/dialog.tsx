import { type ReactNode, useEffect, useId, useRef } from 'react';
import { classes } from './classes.ts';

type DialogProps = {
  readonly open: boolean;
  /** Called for Escape and the close button; the one who opens it also closes it. */
  readonly onClose: () => void;
  readonly title: string;
  readonly size?: 'normal' | 'wide';
  /** The buttons at the foot, the primary one first. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
};

/**
 * A modal dialog on the browser's own <dialog>: it keeps the focus inside, and gives it back to what had it before.
 * A click beside it does not close it, because that would lose what was typed.
 */
export const Dialog = ({ open, onClose, title, size = 'normal', actions, children }: DialogProps) => {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!open || element === null) return;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, [open]);
  return (
    <dialog
      ref={dialog}
      className={classes('dialog', size === 'wide' && 'dialog--wide')}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      {open && (
        <>
          <div className="dialog__head">
            <h2 id={heading}>{title}</h2>
            <button type="button" className="dialog__close" onClick={onClose}>
              Close
            </button>
          </div>
          <div className="dialog__body">{children}</div>
          {actions !== undefined && <div className="dialog__actions">{actions}</div>}
        </>
      )}
    </dialog>
  );
};
