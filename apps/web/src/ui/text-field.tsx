import type { ComponentProps } from 'react';
import { classes } from './classes.ts';
import { Field, type FieldWords } from './field.tsx';

type TextFieldProps = FieldWords & Omit<ComponentProps<'input'>, 'id' | 'className'>;

/** One line of text, a number or a day (`type="date"`). Figures take `inputMode="decimal"`, never type="number". */
export const TextField = ({ label, hint, error, optional, className, type = 'text', ...input }: TextFieldProps) => (
  <Field {...wordsOf({ label, hint, error, optional, className })}>
    {(control) => <input {...input} {...control} type={type} className={classes('usa-input', `input--${type}`)} />}
  </Field>
);

type TextAreaProps = FieldWords & Omit<ComponentProps<'textarea'>, 'id' | 'className'>;

/** Several lines; it grows with what is written where the browser can. */
export const TextArea = ({ label, hint, error, optional, className, rows = 4, ...area }: TextAreaProps) => (
  <Field {...wordsOf({ label, hint, error, optional, className })}>
    {(control) => <textarea {...area} {...control} rows={rows} className="usa-textarea" />}
  </Field>
);

type SelectFieldProps = FieldWords &
  Omit<ComponentProps<'select'>, 'id' | 'className' | 'children'> & {
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };

export const SelectField = ({ label, hint, error, optional, className, options, ...select }: SelectFieldProps) => (
  <Field {...wordsOf({ label, hint, error, optional, className })}>
    {(control) => (
      <select {...select} {...control} className="select">
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  </Field>
);

type LooseWords = { [K in keyof FieldWords]: FieldWords[K] | undefined };

const wordsOf = ({ label, hint, error, optional = false, className }: LooseWords): FieldWords => ({
  label,
  error,
  optional,
  className,
  ...(hint === undefined ? {} : { hint }),
});
