import type { EntryRow } from '@fbs/contract';
import { useState } from 'react';
import { reasonOf } from '../../lib/stale-write.ts';
import { NextWork } from '../../panels/my-work/next-work.tsx';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { yearLabel } from './cell-work.ts';
import { LostFocus } from './lost-focus.tsx';
import type { EntryWrites } from './use-entry-writes.ts';

type PanelWorkflowProps = {
  readonly row: EntryRow;
  readonly writes: EntryWrites;
  /** Opens the value's cell: a correction begins with the new figure. */
  readonly onCorrect: () => void;
  readonly onDone: () => void;
  /** Goes to the cell that waits next. */
  readonly onNext: (code: string, year: number) => void;
};

type Question = 'return' | 'not_applicable' | null;

/** The writes after which the value is somebody else's, or nobody's, to work on. */
const passingOn: ReadonlySet<string> = new Set(['submitted', 'approved', 'returned']);

/** What can be done with the value as a whole, by the rights of whoever looks at it. */
export const PanelWorkflow = ({ row, writes, onCorrect, onDone, onNext }: PanelWorkflowProps) => {
  const { code, entry, rights } = row;
  const { version, state } = entry;
  const [question, setQuestion] = useState<Question>(null);
  /** It speaks of one version of the value, and is gone with the next. */
  const [refusal, setRefusal] = useState<{ readonly version: number; readonly reason: string }>();
  const [isBusy, setBusy] = useState(false);
  /** What was done with a version of the value; with the next but one it is no news any more. */
  const [done, setDone] = useState<{ readonly version: number; readonly said: string }>();
  const isNews = done !== undefined && version <= done.version + 1;
  /** Runs a write and says how it went; gives back why it was refused. */
  const run = async (write: () => Promise<unknown>, said: string): Promise<string | undefined> => {
    setBusy(true);
    try {
      await write();
      announce(`${code}: ${said}`);
      setDone({ version, said });
      setRefusal(undefined);
      setQuestion(null);
      onDone();
      return undefined;
    } catch (error) {
      return reasonOf(error);
    } finally {
      setBusy(false);
    }
  };
  const press = async (write: () => Promise<unknown>, said: string) => {
    const reason = await run(write, said);
    if (reason !== undefined) setRefusal({ version, reason });
  };
  const isSettled = state === 'approved';
  return (
    <div className="stack workflow">
      {refusal?.version === version && (
        <Notice kind="error" announced title="This was refused">
          {refusal.reason}
        </Notice>
      )}
      <div className="row">
        {rights.submit && (
          <Button
            kind="primary"
            disabled={isBusy}
            onClick={() => void press(() => writes.submit(code, version), 'submitted')}
          >
            Submit
          </Button>
        )}
        {rights.approve && (
          <Button
            kind="primary"
            disabled={isBusy}
            onClick={() => void press(() => writes.approve(code, version), 'approved')}
          >
            Approve
          </Button>
        )}
        {rights.return && <Button onClick={() => setQuestion('return')}>Return …</Button>}
        {rights.enter && isSettled && <Button onClick={onCorrect}>Correct the value …</Button>}
        {rights.enter && state === 'submitted' && (
          <Button
            disabled={isBusy}
            onClick={() => void press(() => writes.record(code, {}, version), 'taken back to draft')}
          >
            Take back to draft
          </Button>
        )}
        {rights.enter && !isSettled && state !== 'not_applicable' && (
          <Button kind="quiet" onClick={() => setQuestion('not_applicable')}>
            Not applicable …
          </Button>
        )}
      </div>
      {isNews && (
        <LostFocus key={done.version} from=".workflow">
          {code} is {done.said}.
        </LostFocus>
      )}
      {isNews && passingOn.has(done.said) && (
        <NextWork done={{ indicators: [code], year: entry.year }} onFollow={onNext} />
      )}
      <AskDialog
        open={question === 'return'}
        title={`Return ${code}, ${yearLabel(row)}`}
        label="What has to be fixed?"
        hint="Whoever entered the value reads this."
        missing="Say what has to be fixed"
        action="Return it"
        onAnswer={(note) => run(() => writes.giveBack(code, note, version), 'returned')}
        onClose={() => setQuestion(null)}
      />
      <AskDialog
        open={question === 'not_applicable'}
        title={`${code} is not applicable in ${yearLabel(row)}`}
        label="Why does it not apply?"
        missing="Say why it does not apply"
        action="Mark it not applicable"
        onAnswer={(reason) => run(() => writes.record(code, { notApplicable: { reason } }, version), 'not applicable')}
        onClose={() => setQuestion(null)}
      >
        {entry.value !== null && <p>The value entered until now stays in the history.</p>}
      </AskDialog>
    </div>
  );
};
