import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import { FieldError } from './field.tsx';

type Option<Value extends string> = {
  readonly value: Value;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean;
};

type RadioGroupProps<Value extends string> = {
  /** The question, as the legend of the group. */
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly options: readonly Option<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly disabled?: boolean;
  /** For a legend that a heading beside it already says. */
  readonly labelHidden?: boolean;
};

/** One choice of a few, side by side: real radio buttons in frames. */
export const RadioGroup = <Value extends string>(props: RadioGroupProps<Value>) => {
  const { label, hint, error, options, value, onChange, disabled = false, labelHidden = false } = props;
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
  return (
    <fieldset
      className={classes('choice', error !== undefined && 'field--error')}
      aria-describedby={described.length > 0 ? described.join(' ') : undefined}
      disabled={disabled}
    >
      <legend className={labelHidden ? 'visually-hidden' : 'usa-label'}>{label}</legend>
      {hint !== undefined && (
        <p className="usa-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <FieldError id={`${id}-error`} error={error} />
      <div className="choice__options">
        {options.map((option) => (
          <label key={option.value} className="choice__option">
            <input
              type="radio"
              name={id}
              value={option.value}
              checked={option.value === value}
              disabled={option.disabled ?? false}
              onChange={() => onChange(option.value)}
            />
            <span>
              {option.label}
              {option.hint !== undefined && <span className="choice__hint">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};

type CheckboxProps = {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
};

/** A single yes or no; also each line of a filter. */
export const Checkbox = ({ label, checked, onChange, disabled = false }: CheckboxProps) => (
  <label className="checkbox">
    <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.target.checked)} />
    <span>{label}</span>
  </label>
);
