import { useEffect, useRef } from 'react';
import { plural } from '../../../lib/format.ts';
import { anchorOf, type SheetError } from './sheet-errors.ts';

const focusField = (field: string): void => {
  const anchor = document.getElementById(anchorOf(field));
  const wrong = anchor?.querySelector<HTMLElement>('[aria-invalid]');
  anchor?.scrollIntoView({ block: 'center' });
  (wrong ?? anchor?.querySelector<HTMLElement>('input:checked, select, textarea, button'))?.focus();
};

/** What has to be mended, on top of the form; it takes the focus, and each line leads to its field. */
export const ErrorSummary = ({ errors }: { errors: readonly SheetError[] }) => {
  const summary = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (errors.length > 0) summary.current?.focus();
  }, [errors]);
  if (errors.length === 0) return null;
  return (
    <div ref={summary} className="notice notice--error" role="alert" tabIndex={-1}>
      <p className="notice__title">{`The sheet is not saved: ${plural(errors.length, 'thing')} to fix`}</p>
      <ul className="sheet__errors">
        {errors.map(({ field, message }) => (
          <li key={`${field} ${message}`}>
            <a
              href={`#${anchorOf(field)}`}
              onClick={(event) => {
                event.preventDefault();
                focusField(field);
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
};
