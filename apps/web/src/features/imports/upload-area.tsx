import { importLimits } from '@fbs/core';
import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { FieldError } from '../../ui/field.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';

type UploadAreaProps = {
  readonly isBusy: boolean;
  /** The next step of the screen is this one. */
  readonly isNext: boolean;
  /** Why the last file was refused as a whole. */
  readonly error: string | undefined;
  readonly onFile: (file: File) => void;
};

/** Takes one file: dropped, or chosen with a button. */
export const UploadArea = ({ isBusy, isNext, error, onFile }: UploadAreaProps) => {
  const input = useRef<HTMLInputElement>(null);
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0];
    if (file !== undefined && !isBusy) onFile(file);
    // so that the same file, mended, can be chosen again
    if (input.current !== null) input.current.value = '';
  };
  const drop = useFileDrop(take);
  return (
    <section className="upload" aria-label="Upload" {...drop}>
      <FieldError id="upload-error" error={error} />
      <input
        ref={input}
        type="file"
        className="upload__input"
        aria-label="Spreadsheet"
        aria-describedby={error === undefined ? 'upload-hint' : 'upload-error upload-hint'}
        tabIndex={-1}
        accept=".xlsx,.csv,text/csv"
        onChange={(event) => take(event.target.files)}
      />
      <p>
        <Button
          kind={isNext ? 'primary' : 'secondary'}
          disabled={isBusy}
          aria-describedby="upload-hint"
          onClick={() => input.current?.click()}
        >
          {isBusy ? 'Sending the file …' : 'Choose a file'}
        </Button>{' '}
        <span className="soft">or drop it here</span>
      </p>
      <p className="usa-hint" id="upload-hint">
        .xlsx or .csv, up to {importLimits.megabytes} MB and {importLimits.rows.toLocaleString('en-US')} rows. You first
        see what would happen; nothing is written before you say so.
      </p>
    </section>
  );
};
