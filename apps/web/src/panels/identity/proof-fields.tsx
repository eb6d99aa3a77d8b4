import { type ChangeEvent, type Ref, type RefObject, useEffect, useRef } from 'react';
import { PasswordField } from '../../ui/password-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

type ProofFieldProps = {
  readonly value: string;
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly ref?: Ref<HTMLInputElement> | undefined;
};

export const EmailField = (props: ProofFieldProps) => (
  <TextField label="E-mail" type="email" autoComplete="username" required {...props} />
);

export const OwnPasswordField = (props: ProofFieldProps) => (
  <PasswordField label="Password" autoComplete="current-password" required {...props} />
);

export const CodeField = (props: ProofFieldProps) => (
  <TextField
    label="Code"
    hint="The six digits that your app shows now, or one of your recovery codes"
    autoComplete="one-time-code"
    autoCapitalize="none"
    spellCheck={false}
    required
    {...props}
  />
);

/** The form of a proof: its code gets the focus as soon as one is asked for. */
export const useCodeFocus = (needsCode: boolean): RefObject<HTMLFormElement | null> => {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (needsCode) form.current?.querySelector<HTMLElement>('[autocomplete="one-time-code"]')?.focus();
  }, [needsCode]);
  return form;
};
