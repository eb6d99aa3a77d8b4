import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';

/** The words around a control. */
export type FieldWords = {
  readonly label: ReactNode;
  /** What to write and how, before anyone makes a mistake. */
  readonly hint?: ReactNode;
  /** What to do, in words: "Enter a number for FY 2020". */
  readonly error?: string | undefined;
  /** Says that the field may stay empty; what is not marked is required. */
  readonly optional?: boolean;
  readonly className?: string | undefined;
};

/** What the control needs to be joined with its words. */
export type ControlProps = {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
};

type FieldProps = FieldWords & { readonly children: (control: ControlProps) => ReactNode };

/** Label, hint and error, joined with one control so that a screen reader says all of them. */
export const Field = ({ label, hint, error, optional = false, className, children }: FieldProps) => {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  const control: ControlProps = {
    id,
    'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
    'aria-invalid': error === undefined ? undefined : true,
  };
  return (
    <div className={classes('field', error !== undefined && 'field--error', className)}>
      <label className="usa-label" htmlFor={id}>
        {label}
        {optional && <span className="field__optional"> (optional)</span>}
      </label>
      {hint !== undefined && (
        <p className="usa-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
      {children(control)}
    </div>
  );
};

export const FieldError = ({ id, error }: { id: string; error: string | undefined }) =>
  error === undefined ? null : (
    <p className="usa-error-message" id={id}>
      <span className="visually-hidden">Error: </span>
      {error}
    </p>
  );
