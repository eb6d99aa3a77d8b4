import { type ComponentProps, useState } from 'react';
import { Field, type FieldWords } from './field.tsx';

type PasswordFieldProps = Pick<FieldWords, 'hint' | 'error'> &
  Pick<ComponentProps<'input'>, 'value' | 'onChange' | 'required' | 'ref'> & {
    readonly label: string;
    /** What password managers are to do: fill one in, or offer a new one. */
    readonly autoComplete: 'current-password' | 'new-password';
  };

/** A password, which can be looked at while it is typed; it may be pasted. */
export const PasswordField = ({ label, hint, error, autoComplete, ...input }: PasswordFieldProps) => {
  const [shown, setShown] = useState(false);
  return (
    <Field label={label} error={error} {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <div className="password">
          <input
            {...input}
            {...control}
            type={shown ? 'text' : 'password'}
            className="usa-input"
            autoComplete={autoComplete}
            autoCapitalize="none"
            autoCorrect="off"
            spellCheck={false}
            maxLength={600}
          />
          <button
            type="button"
            className="password__show"
            aria-label={`Show ${label.toLowerCase()}`}
            aria-pressed={shown}
            aria-controls={control.id}
            onClick={() => setShown(!shown)}
          >
            {shown ? 'Hide' : 'Show'}
          </button>
        </div>
      )}
    </Field>
  );
};
