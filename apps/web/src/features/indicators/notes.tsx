import { type FormEvent, useState } from 'react';
import { formatInstant, formatYear } from '../../lib/format.ts';
import { useStrategy } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { IllustrativeMark } from '../../ui/illustrative-mark.tsx';
import { announce } from '../../ui/live-region.tsx';
import { SelectField, TextArea } from '../../ui/text-field.tsx';
import { useKeptFocus } from '../../ui/use-kept-focus.ts';
import { type IndicatorPage, useWriteNote } from './indicator-queries.ts';

/** "FY 2020", "CY 2020, in FY 2020". */
const yearName = ({ year, period }: IndicatorPage['years'][number]): string =>
  period.label === formatYear(year) ? period.label : `${period.label}, in ${formatYear(year)}`;

type NoteFormProps = { readonly page: IndicatorPage; readonly year: number };

const NoteForm = ({ page, year }: NoteFormProps) => {
  const [about, setAbout] = useState(String(year));
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const writeNote = useWriteNote(useStrategy().id, page.code);
  const button = useKeptFocus(writeNote.isPending);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() === '') {
      setError('Write the note first');
      return;
    }
    setError(undefined);
    writeNote.mutate(
      { year: Number(about), text: text.trim() },
      {
        onSuccess: () => {
          setText('');
          announce('The note is saved');
        },
      },
    );
  };
  return (
    <form className="note-form" onSubmit={submit} noValidate>
      <h3>Write a note</h3>
      <SelectField
        label="About"
        value={about}
        onChange={(event) => setAbout(event.target.value)}
        options={page.years.toReversed().map((entry) => ({ value: String(entry.year), label: yearName(entry) }))}
      />
      <TextArea
        label="Note"
        hint="What a reader should know about this figure. Everybody who reads the dashboard sees it."
        rows={3}
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
      />
      {writeNote.isError && <ErrorMessage error={writeNote.error} title="The note is not saved" />}
      <div>
        <Button ref={button} type="submit" disabled={writeNote.isPending}>
          {writeNote.isPending ? 'Saving\u2026' : 'Save the note'}
        </Button>
      </div>
    </form>
  );
};

type NotesProps = { readonly page: IndicatorPage; readonly year: number };

/** What people wrote about the figures of any year, and the place to write more. */
export const Notes = ({ page, year }: NotesProps) => (
  <section aria-labelledby="notes" className="stack">
    <h2 id="notes">Notes</h2>
    {page.notes.length === 0 ? (
      <p className="soft">No note has been written.</p>
    ) : (
      <ol className="history">
        {page.notes
          .toSorted((a, b) => b.at.localeCompare(a.at))
          .map((note) => (
            <li key={note.id}>
              <p>
                <b>{formatYear(note.year)}</b> {note.illustrative && <IllustrativeMark />}
              </p>
              <p className="measure">{note.text}</p>
              <p className="small soft">
                {note.person}, {formatInstant(note.at)}
              </p>
            </li>
          ))}
      </ol>
    )}
    {page.rights.writeNotes && page.asOf === null && <NoteForm key={year} page={page} year={year} />}
  </section>
);
