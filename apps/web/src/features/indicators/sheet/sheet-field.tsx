import type { ReactNode } from 'react';
import { SelectField, TextArea, TextField } from '../../../ui/text-field.tsx';
import type { SheetDraft } from './sheet-draft.ts';
import { anchorOf } from './sheet-errors.ts';
import type { SheetForm } from './use-sheet.ts';

/** Where the summary of errors leads to. */
export const Anchor = ({ field, children }: { field: string; children: ReactNode }) => (
  <div id={anchorOf(field)}>{children}</div>
);

/** The parts of the draft that are plain text. */
type TextKey = { [Key in keyof SheetDraft]: string extends SheetDraft[Key] ? Key : never }[keyof SheetDraft];

type SheetFieldProps = {
  readonly form: SheetForm;
  readonly name: TextKey;
  /** The server's name of the field, where it is another one. */
  readonly field?: string;
  readonly label: string;
  readonly hint: string;
  readonly optional?: boolean;
  readonly maxLength?: number;
};

type LineProps = SheetFieldProps & {
  readonly type?: 'text' | 'date';
  readonly inputMode?: 'decimal' | 'numeric';
};

export const Line = ({ form, name, field = name, type, inputMode, ...words }: LineProps) => (
  <Anchor field={field}>
    <TextField
      {...words}
      {...(type === undefined ? {} : { type })}
      {...(inputMode === undefined ? {} : { inputMode })}
      error={form.errorOf(field)}
      value={form.draft[name]}
      onChange={(event) => form.set({ [name]: event.target.value })}
    />
  </Anchor>
);

export const Lines = ({ form, name, field = name, rows = 3, ...words }: SheetFieldProps & { rows?: number }) => (
  <Anchor field={field}>
    <TextArea
      {...words}
      rows={rows}
      error={form.errorOf(field)}
      value={form.draft[name]}
      onChange={(event) => form.set({ [name]: event.target.value })}
    />
  </Anchor>
);

type ChooseProps = Omit<SheetFieldProps, 'name' | 'maxLength'> & {
  readonly name: keyof SheetDraft;
  readonly options: readonly { readonly value: string; readonly label: string }[];
};

export const Choose = ({ form, name, field = name, options, ...words }: ChooseProps) => (
  <Anchor field={field}>
    <SelectField
      {...words}
      error={form.errorOf(field)}
      value={String(form.draft[name])}
      options={options}
      onChange={(event) => form.set({ [name]: event.target.value })}
    />
  </Anchor>
);

/** The words of a vocabulary as options, in its order. */
export const optionsOf = <Word extends string>(words: readonly Word[], labels: Readonly<Record<Word, string>>) =>
  words.map((word) => ({ value: word, label: labels[word] }));

type SheetPartProps = { readonly title: string; readonly says: string; readonly children: ReactNode };

/** One part of the sheet under its heading. */
export const SheetPart = ({ title, says, children }: SheetPartProps) => (
  <section className="sheet__part">
    <div className="sheet__about">
      <h2>{title}</h2>
      <p className="small soft">{says}</p>
    </div>
    <div className="sheet__fields">{children}</div>
  </section>
);
