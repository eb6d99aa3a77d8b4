import type { Review } from '@fbs/contract';
import { useState } from 'react';
import { formatYear, plural } from '../../lib/format.ts';
import { useMay } from '../../lib/session.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { AskDialog } from '../../ui/ask-dialog.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';
import { BlockedDialog } from './blocked-dialog.tsx';
import type { ReviewRequests, ReviewWrites } from './use-review-writes.ts';

type Step = 'send' | 'give_back' | 'sign_off' | 'reopen';

type ReviewTransitionsProps = { readonly review: Review; readonly writes: ReviewWrites };

/** The steps that the person may take now. A step that something hinders says what, instead of doing nothing. */
export const ReviewTransitions = ({ review, writes }: ReviewTransitionsProps) => {
  const { state, year, rights, asOf } = review;
  const [asked, setAsked] = useState<Step | null>(null);
  const [refusal, setRefusal] = useState<string>();
  const maySend = useMay('send review to clearance') && asOf === null;
  const maySign = useMay('sign off review') && asOf === null;
  const run = async (request: ReturnType<ReviewRequests['open']>, said: string): Promise<string | undefined> => {
    try {
      await writes.review(review.version, request);
    } catch (error) {
      return reasonOf(error);
    }
    setRefusal(undefined);
    setAsked(null);
    announce(`The review of ${formatYear(year)} is ${said}`);
    return undefined;
  };
  const { requests } = writes;
  const open = async () => setRefusal(await run(requests.open(), 'open'));
  return (
    <>
      {rights.open && (
        <Button kind="primary" onClick={() => void open()}>
          Open the review
        </Button>
      )}
      {state === 'open' && maySend && (
        <Button kind="primary" onClick={() => setAsked('send')}>
          Send to clearance …
        </Button>
      )}
      {rights.returnFromClearance && <Button onClick={() => setAsked('give_back')}>Return …</Button>}
      {state === 'in_clearance' && maySign && (
        <Button kind="primary" onClick={() => setAsked('sign_off')}>
          Sign off …
        </Button>
      )}
      {rights.reopen && <Button onClick={() => setAsked('reopen')}>Reopen …</Button>}
      {refusal !== undefined && <Notice kind="error" announced title={refusal} />}
      <StepDialog step={asked} review={review} requests={requests} run={run} onClose={() => setAsked(null)} />
    </>
  );
};

type StepDialogProps = {
  readonly step: Step | null;
  readonly review: Review;
  readonly requests: ReviewRequests;
  readonly run: (request: ReturnType<ReviewRequests['open']>, said: string) => Promise<string | undefined>;
  readonly onClose: () => void;
};

const StepDialog = ({ step, review, requests, run, onClose }: StepDialogProps) => {
  const { year } = review;
  const name = formatYear(year);
  if (step === 'give_back') {
    return (
      <AskDialog
        open
        title={`Return the review of ${name}`}
        label="What has to be fixed?"
        missing="Say what has to be fixed"
        action="Return it"
        onAnswer={(note) => run(requests.giveBack(note), 'returned from clearance')}
        onClose={onClose}
      >
        <p>The review is open again: values and sections can be changed, and then it goes to clearance again.</p>
      </AskDialog>
    );
  }
  if (step === 'reopen') {
    return (
      <AskDialog
        open
        title={`Reopen the review of ${name}`}
        label="Why is it reopened?"
        missing="Say why it is reopened"
        action={`Reopen as version ${review.number + 1}`}
        onAnswer={(reason) => run(requests.reopen(reason), `open again, as version ${review.number + 1}`)}
        onClose={onClose}
      >
        <p>
          Version {review.number} stays as it was signed: it can be read and exported as before. What changes from now
          on becomes version {review.number + 1}, which has to be cleared and signed anew.
        </p>
      </AskDialog>
    );
  }
  return step === null ? null : (
    <GatedDialog step={step} review={review} requests={requests} run={run} onClose={onClose} />
  );
};

/** Clearance and sign-off pass the gate: while it lists anything, the list is shown instead of the question. */
const GatedDialog = ({ step, review, requests, run, onClose }: StepDialogProps & { step: 'send' | 'sign_off' }) => {
  const { year, gate, signOffGate, rights, number, sections } = review;
  const name = formatYear(year);
  const isSigning = step === 'sign_off';
  const missing = (isSigning ? signOffGate : gate).filter(({ blocks }) => blocks);
  if (missing.length > 0) {
    const title = `Not yet: ${plural(missing.length, 'thing is', 'things are')} missing`;
    return <BlockedDialog title={title} year={year} items={missing} onClose={onClose} />;
  }
  if (!isSigning) {
    return (
      <ConfirmDialog
        title={`Send the review of ${name} to clearance`}
        action="Send to clearance"
        onConfirm={() => run(requests.sendToClearance(), 'in clearance')}
        onClose={onClose}
      >
        <p>
          Reviewers then clear or return it. Until they return it, no value, target or text of {name} can be changed.
        </p>
      </ConfirmDialog>
    );
  }
  return (
    <ConfirmDialog
      title={`Sign off the review of ${name}`}
      action={`Sign off ${name}`}
      onConfirm={() => run(requests.signOff(), 'final')}
      onClose={onClose}
    >
      {!rights.signOff && (
        <Notice kind="warning">Another reviewer may have to sign: nobody signs off what they sent to clearance.</Notice>
      )}
      <p>
        With your name and this moment, the whole review becomes version {number}: {sections.length} sections with every
        figure, definition, target and rating as they stand now, as an immutable record with its SHA-256 checksum.
      </p>
      <p>
        From then on nothing of {name} can be changed. Only an administrator can reopen it, with a reason; this version
        stays readable then, and the changed one becomes version {number + 1}.
      </p>
    </ConfirmDialog>
  );
};
