import { useState } from 'react';
import type { TheirText } from '../lib/autosaved-text.ts';
import { formatInstant } from '../lib/format.ts';
import { type Autosave, useAutosave } from '../lib/use-autosave.ts';
import { Button } from './button.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { FieldWords } from './field.tsx';
import { Icon } from './icon.tsx';
import { TextArea, TextField } from './text-field.tsx';
import './autosave-area.scss';

type AutosaveAreaProps = FieldWords &
  Omit<Parameters<typeof useAutosave>[0], 'check'> & {
    readonly rows?: number;
    readonly maxLength?: number;
    readonly oneLine?: boolean;
    /** What stands in a conflict's title: "the progress narrative of 1.1". */
    readonly what: string;
    readonly check?: (text: string) => string | undefined;
  };

/** A text that saves itself after a rest, says whether it is saved, and asks where two people wrote it at once. */
export const AutosaveArea = (props: AutosaveAreaProps) => {
  const { name, saved, save, check, delay, what, rows = 4, maxLength = 20_000, oneLine = false, ...words } = props;
  const autosave = useAutosave({ name, saved, save, check, delay });
  const control = {
    ...words,
    value: autosave.text,
    maxLength,
    onChange: (event: { target: { value: string } }) => autosave.type(event.target.value),
    onBlur: () => void autosave.flush(),
  };
  return (
    <div className="autosave">
      {oneLine ? <TextField {...control} /> : <TextArea {...control} rows={rows} />}
      <AutosaveStatus autosave={autosave} what={what} />
    </div>
  );
};

const quiet = { saved: 'Saved', unsaved: 'Not saved yet', saving: 'Saving …' } as const;

type AutosaveStatusProps = {
  readonly autosave: Autosave;
  /** What stands in a conflict's title: "the breakdown of 1.2-D". */
  readonly what: string;
  /** For what is one text only to be saved: how it reads. No third version is written then. */
  readonly show?: (text: string) => string;
};

/** Under a field: whether it is saved, and what to do where it is not. */
export const AutosaveStatus = ({ autosave, what, show }: AutosaveStatusProps) => {
  const { status, reason, theirs, flush } = autosave;
  const [wasTouched, setTouched] = useState(false);
  if (status !== 'saved' && !wasTouched) setTouched(true);
  // A field that nobody has touched says nothing: eleven times "Saved" would only be noise.
  if (status === 'saved' && !wasTouched) return null;
  if (status === 'conflict' && theirs !== null) {
    return <Conflict autosave={autosave} theirs={theirs} what={what} {...(show === undefined ? {} : { show })} />;
  }
  if (status !== 'failed') return <p className="autosave__status">{quiet[status as keyof typeof quiet]}</p>;
  return (
    <div className="autosave__status autosave__status--failed" role="alert">
      <span>
        <Icon name="warning" /> Not saved: {reason}
      </span>
      <Button size="small" onClick={() => void flush()}>
        Try again
      </Button>
    </div>
  );
};

const Conflict = ({ autosave, theirs, what, show }: AutosaveStatusProps & { readonly theirs: TheirText }) => {
  const [isOpen, setOpen] = useState(true);
  const who = [theirs.person, theirs.at === null ? null : formatInstant(theirs.at)].filter(Boolean).join(', ');
  return (
    <>
      <div className="autosave__status autosave__status--failed" role="alert">
        <span>
          <Icon name="warning" /> Not saved: someone else has changed this in the meantime.
        </span>
        <Button size="small" onClick={() => setOpen(true)}>
          Compare
        </Button>
      </div>
      {/* Beside the status, not in it: a dialog has its own type. */}
      <ConflictDialog
        open={isOpen}
        title={`Someone else has changed ${what}`}
        mine={autosave.text}
        theirs={theirs.text}
        theirNote={who === '' ? 'Saved' : `Saved by ${who}`}
        long
        {...(show === undefined ? {} : { show, withOther: false })}
        onChoose={(text) => void autosave.resolve(text)}
        onClose={() => setOpen(false)}
      />
    </>
  );
};
