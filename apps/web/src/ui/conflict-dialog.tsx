import { type ReactNode, useId, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { FieldError } from './field.tsx';
import { focusFirst } from './focus-first.ts';
import './conflict-dialog.scss';

type Choice = 'mine' | 'theirs' | 'other';

type ConflictDialogProps = {
  readonly open: boolean;
  readonly title: string;
  readonly mine: string;
  readonly theirs: string;
  /** Who wrote the other version, and when: "Ana Diaz, Nov. 1, 2022, 10:02 a.m." */
  readonly theirNote: string;
  /** How a version is shown; as it is where nothing else is said. */
  readonly show?: (text: string) => ReactNode;
  /** Whether versions are texts of several lines. */
  readonly long?: boolean;
  /** Whether a third version can be written here. */
  readonly withOther?: boolean;
  /** What is wrong with a third version, in a sentence. */
  readonly check?: (text: string) => string | undefined;
  readonly onChoose: (text: string, choice: Choice) => void;
  /** Decides later: what was typed stays where it was, not saved. */
  readonly onClose: () => void;
};

/** Two people changed the same thing: both versions side by side, one to choose, or a third to write. */
export const ConflictDialog = (props: ConflictDialogProps) => {
  const { open, title, onClose } = props;
  return (
    <Dialog open={open} onClose={onClose} title={title} size="wide">
      <ConflictForm {...props} />
    </Dialog>
  );
};

const ConflictForm = (props: ConflictDialogProps) => {
  const { mine, theirs, theirNote, show, long = false, withOther = true, check, onChoose, onClose } = props;
  const [choice, setChoice] = useState<Choice>();
  const [other, setOther] = useState(long ? `${mine}\n\n${theirs}` : mine);
  const [error, setError] = useState<string>();
  const name = useId();
  const keep = () => {
    if (choice === undefined)
      return setError(withOther ? 'Choose one of the versions, or write another one' : 'Choose one of the versions');
    const text = choice === 'mine' ? mine : choice === 'theirs' ? theirs : other;
    const reason = choice === 'theirs' ? undefined : check?.(text);
    if (reason === undefined) onChoose(text, choice);
    else setError(reason);
  };
  const shown = show ?? ((text: string) => (text === '' ? <span className="faint">Empty</span> : text));
  const option = (of: Choice) => ({ name, checked: choice === of, onChoose: () => setChoice(of) });
  return (
    <>
      <p>Both versions are kept until you decide. Nothing has been overwritten.</p>
      <fieldset className="conflict" aria-describedby={error === undefined ? undefined : `${name}-error`}>
        <legend className="usa-label">Which one should stand?</legend>
        <FieldError id={`${name}-error`} error={error} />
        <div className="conflict__versions">
          <Version {...option('mine')} isFirst label="Yours" note="Not saved yet">
            {shown(mine)}
          </Version>
          <Version {...option('theirs')} label="Theirs" note={theirNote}>
            {shown(theirs)}
          </Version>
        </div>
        {withOther && (
          <Version {...option('other')} label="Another one" note={long ? 'Both, to be combined' : 'Neither of the two'}>
            <OtherText
              long={long}
              value={other}
              onChange={(text) => {
                setOther(text);
                setChoice('other');
              }}
            />
          </Version>
        )}
      </fieldset>
      <div className="row">
        <Button kind="primary" onClick={keep}>
          Keep this version
        </Button>
        <Button onClick={onClose}>Decide later</Button>
      </div>
    </>
  );
};

type VersionProps = {
  readonly name: string;
  /** Receives the focus when the dialog opens. */
  readonly isFirst?: boolean;
  readonly checked: boolean;
  readonly onChoose: () => void;
  readonly label: string;
  readonly note: string;
  readonly children: ReactNode;
};

const Version = ({ name, isFirst = false, checked, onChoose, label, note, children }: VersionProps) => (
  <div className="conflict__version" data-chosen={checked || undefined}>
    <label className="conflict__choice">
      <input ref={isFirst ? focusFirst : null} type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>
        <b>{label}</b>
        <span className="conflict__note">{note}</span>
      </span>
    </label>
    <div className="conflict__text">{children}</div>
  </div>
);

type OtherTextProps = { readonly long: boolean; readonly value: string; readonly onChange: (text: string) => void };

const OtherText = ({ long, value, onChange }: OtherTextProps) =>
  long ? (
    <textarea
      className="usa-textarea"
      aria-label="Another version"
      rows={5}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  ) : (
    <input
      className="usa-input"
      aria-label="Another version"
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
