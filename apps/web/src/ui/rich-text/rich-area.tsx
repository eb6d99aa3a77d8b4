import { lazy, Suspense, useId } from 'react';
import { useAutosave } from '../../lib/use-autosave.ts';
import { AutosaveStatus } from '../autosave-area.tsx';
import { RichText } from './rich-text.tsx';
import './rich-text.scss';

const RichEditor = lazy(() => import('./rich-editor.tsx'));

type RichAreaProps = Omit<Parameters<typeof useAutosave>[0], 'check' | 'delay'> & {
  readonly label: string;
  readonly hint: string;
  readonly optional?: boolean;
  /** What stands in a conflict's title: "the summary of FY 2022". */
  readonly what: string;
};

const longest = 20_000;

const check = (text: string): string | undefined =>
  text.length <= longest
    ? undefined
    : `It is ${(text.length - longest).toLocaleString('en-US')} characters too long: shorten it.`;

/** A longer text that saves itself. The editor comes when it is needed; until then the text can be read. */
export const RichArea = ({ label, hint, optional = false, what, name, saved, save, merge }: RichAreaProps) => {
  const autosave = useAutosave({ name, saved, save, check, merge });
  const id = useId();
  return (
    <div className="autosave field">
      <div className="usa-label" id={`${id}-label`}>
        {label}
        {optional && <span className="field__optional"> (optional)</span>}
      </div>
      <p className="usa-hint" id={`${id}-hint`}>
        {hint}
      </p>
      <Suspense fallback={<Waiting text={autosave.text} />}>
        <RichEditor
          labelledBy={`${id}-label`}
          describedBy={`${id}-hint`}
          value={autosave.text}
          onChange={autosave.type}
          onBlur={() => void autosave.flush()}
        />
      </Suspense>
      <AutosaveStatus autosave={autosave} what={what} />
    </div>
  );
};

/** The editor's own frame around the text: nothing moves when the editor takes its place. */
const Waiting = ({ text }: { text: string }) => (
  <div className="rich">
    <div className="rich__bar" aria-hidden="true">
      <span className="rich__button" />
    </div>
    <div className="rich__field">
      <RichText text={text} />
    </div>
  </div>
);
