import type { FormEvent, ReactNode } from 'react';
import { Button } from '../../../ui/button.tsx';
import { ErrorMessage } from '../../../ui/error-message.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { type Plan, SheetFields } from './sheet-fields.tsx';
import type { useSheet } from './use-sheet.ts';
import './sheet.scss';

type SheetFrameProps = {
  readonly sheet: ReturnType<typeof useSheet>;
  readonly plan: Plan;
  /** The words of the button that ends the work: "Save the indicator". */
  readonly action: string;
  readonly isBusy: boolean;
  /** Why the server did not take it, where no field is to blame. */
  readonly refusal?: unknown;
  readonly onSubmit: () => void;
  /** Puts the sheet back to where it began. */
  readonly onStartOver: () => void;
  /** The way back without saving: a link. */
  readonly cancel: ReactNode;
  /** What stands above the parts of the sheet. */
  readonly children?: ReactNode;
};

/** Form, summary of errors, and what keeps typed words from being lost. */
export const SheetFrame = (props: SheetFrameProps) => {
  const { sheet, plan, action, isBusy, refusal, onSubmit, onStartOver, cancel, children } = props;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className="sheet" onSubmit={submit} noValidate>
      <LeaveGuard isChanged={sheet.isChanged} onDrop={sheet.forget} />
      {sheet.isRestored && sheet.isChanged && (
        <Notice title="What you typed before is here again; it is not saved">
          <Button size="small" onClick={onStartOver}>
            Drop it and start over
          </Button>
        </Notice>
      )}
      <ErrorSummary errors={sheet.errors} />
      {refusal !== undefined && <ErrorMessage error={refusal} title="The sheet is not saved" />}
      {children}
      <SheetFields form={sheet.form} plan={plan} />
      <div className="row sheet__end">
        <Button kind="primary" type="submit" disabled={isBusy}>
          {isBusy ? 'Saving\u2026' : action}
        </Button>
        {cancel}
      </div>
    </form>
  );
};
