import type { EntryRow } from '@fbs/contract';
import type { ReactNode } from 'react';
import { AutosaveArea } from '../../ui/autosave-area.tsx';
import { saveField, textOrNull } from './save-field.ts';
import type { EntryWrites } from './use-entry-writes.ts';

type PanelTextProps = { readonly row: EntryRow; readonly place: string; readonly writes: EntryWrites };

type ExplanationProps = PanelTextProps & {
  /** The rating on screen asks for it. */
  readonly required: boolean;
};

/** Every save is a version in the history for ever: a text goes when the field is left, or after a long rest. */
export const restBeforeSaving = 5000;

const missing = 'Say what happened, and what will be done about it';

/** Why the value departs from its target; it can still be mended after the value was submitted or approved. */
export const Explanation = ({ row, place, writes, required }: ExplanationProps) => {
  const { code, entry, rights } = row;
  if (!rights.enter) return <Told label="Explanation of the deviation">{entry.explanation}</Told>;
  const isSettled = entry.state === 'submitted' || entry.state === 'approved';
  const save = (text: string, seen: number) =>
    isSettled ? writes.explain(code, text.trim(), seen) : writes.record(code, { explanation: textOrNull(text) }, seen);
  return (
    <AutosaveArea
      name={`${place}:${code}:explanation`}
      what={`the explanation of ${code}`}
      label={
        <>
          Explanation of the deviation <span className="field__optional">({required ? 'required' : 'optional'})</span>
        </>
      }
      hint="What happened, and what will be done about it"
      rows={3}
      delay={restBeforeSaving}
      saved={{ text: entry.explanation ?? '', version: entry.version }}
      save={(text, seen) =>
        saveField(
          () => save(text, seen),
          (current) => current.explanation ?? '',
        )
      }
      check={(text) => (isSettled && text.trim() === '' ? missing : undefined)}
    />
  );
};

/** Where the figure comes from, and what else is to be known about it. They go with the draft. */
export const SourceAndNote = ({ row, place, writes }: PanelTextProps) => {
  const { code, entry, rights } = row;
  const isOpen = rights.enter && entry.state !== 'submitted' && entry.state !== 'approved';
  if (!isOpen) {
    return (
      <>
        <Told label="Source of the figure">{entry.source}</Told>
        <Told label="Note">{entry.note}</Told>
      </>
    );
  }
  const field = (name: 'source' | 'note') => ({
    name: `${place}:${code}:${name}`,
    what: `the ${name} of ${code}`,
    delay: restBeforeSaving,
    saved: { text: entry[name] ?? '', version: entry.version },
    save: (text: string, seen: number) =>
      saveField(
        () => writes.record(code, { [name]: textOrNull(text) }, seen),
        (current) => current[name] ?? '',
      ),
  });
  return (
    <>
      <AutosaveArea {...field('source')} label="Source of the figure" oneLine maxLength={400} />
      <AutosaveArea {...field('note')} label="Note" optional rows={2} />
    </>
  );
};

/** A text that cannot be changed here; left out where nothing was written. */
export const Told = ({ label, children }: { label: string; children: ReactNode }) =>
  children === null || children === '' ? null : (
    <div className="told">
      <p className="usa-label">{label}</p>
      <p>{children}</p>
    </div>
  );
