import { useState } from 'react';
import { AskDialog } from '../ui/ask-dialog.tsx';
import { AutosaveArea } from '../ui/autosave-area.tsx';
import { Button } from '../ui/button.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { ConflictDialog } from '../ui/conflict-dialog.tsx';

type Asked = 'reason' | 'sure' | 'figures' | 'texts';

const mine = 'More practitioners were trained than in any year before.';
const theirs = 'Training moved online in March; more people took part.';
const note = 'Saved by Ana Diaz, Nov. 1, 2022, 10:02 a.m.';

/** What asks back: for a reason, or which of two versions should stand; and the text that saves itself. */
export const AskingSamples = () => {
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  return (
    <section className="stack">
      <h2>What asks back</h2>
      <div className="row">
        <Button onClick={() => setAsked('reason')}>Correct the value …</Button>
        <Button onClick={() => setAsked('sure')}>Sign off …</Button>
        <Button onClick={() => setAsked('figures')}>Two figures</Button>
        <Button onClick={() => setAsked('texts')}>Two texts</Button>
      </div>
      <AutosaveArea
        name="design"
        label="Progress this year"
        hint="It saves itself; a text with “wrong” in it is refused, one with “slow” takes its time."
        what="the progress narrative of 1.1"
        saved={{ text: mine, version: 1 }}
        save={async (text, seen) => {
          if (text.includes('slow')) await new Promise((done) => setTimeout(done, 3000));
          if (text.includes('wrong')) throw new Error('The server does not answer. Try again in a moment.');
          return { kind: 'saved', version: seen + 1 };
        }}
      />
      <AskDialog
        open={asked === 'reason'}
        title="Correct 1.2-D, FY 2021"
        label="Why is it corrected?"
        missing="Say why it is corrected"
        action="Correct it"
        onAnswer={async () => {
          close();
          return undefined;
        }}
        onClose={close}
      >
        <p>The new figure stands beside the old one, with your reason.</p>
      </AskDialog>
      {asked === 'sure' && (
        <ConfirmDialog
          title="Sign off the review of FY 2022"
          action="Sign it off"
          onConfirm={async () => 'Explain 1.2-D first: its target was missed.'}
          onClose={close}
        >
          <p>Every figure and text is frozen as it stands now.</p>
        </ConfirmDialog>
      )}
      <ConflictDialog
        open={asked === 'figures'}
        title="Someone else has changed 5.1-A, FY 2022"
        mine="88"
        theirs="91.5"
        theirNote={note}
        onChoose={close}
        onClose={close}
      />
      <ConflictDialog
        open={asked === 'texts'}
        title="Someone else has changed the progress narrative of 1.1"
        mine={mine}
        theirs={theirs}
        theirNote={note}
        long
        onChoose={close}
        onClose={close}
      />
    </section>
  );
};
