import type { EntryRow } from '@fbs/contract';
import { measuredOnProblem } from '@fbs/core';
import { formatDay } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { useAutosave } from '../../lib/use-autosave.ts';
import { AutosaveStatus } from '../../ui/autosave-area.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { restBeforeSaving, Told } from './panel-texts.tsx';
import { saveField, textOrNull } from './save-field.ts';
import type { EntryWrites } from './use-entry-writes.ts';

type MeasuredOnProps = { readonly row: EntryRow; readonly place: string; readonly writes: EntryWrites };

/** The day that a figure of a point in time was measured on; other figures cover a period and have none. */
export const MeasuredOn = (props: MeasuredOnProps) => {
  const { entry, rights, periodBasis } = props.row;
  if (periodBasis !== 'point_in_time') return null;
  const isOpen = rights.enter && entry.state !== 'submitted' && entry.state !== 'approved';
  if (isOpen) return <MeasuredOnField {...props} />;
  return <Told label="Measured on">{entry.measuredOn === null ? null : formatDay(entry.measuredOn)}</Told>;
};

const MeasuredOnField = ({ row, place, writes }: MeasuredOnProps) => {
  const { code, entry, periodBasis } = row;
  const { today } = useSession();
  const autosave = useAutosave({
    name: `${place}:${code}:measured-on`,
    saved: { text: entry.measuredOn ?? '', version: entry.version },
    delay: restBeforeSaving,
    check: (text) => (text === '' ? undefined : (measuredOnProblem(text, periodBasis, entry.year, today) ?? undefined)),
    save: (text, seen) =>
      saveField(
        () => writes.record(code, { measuredOn: textOrNull(text) }, seen),
        (current) => current.measuredOn ?? '',
      ),
  });
  return (
    <div className="autosave">
      <TextField
        label="Measured on"
        hint={`The day on which the figure was measured, in ${entry.period.label.split(',')[0]}`}
        type="date"
        min={entry.period.start}
        max={entry.period.end}
        value={autosave.text}
        onChange={({ target }) => autosave.type(target.value)}
        onBlur={() => void autosave.flush()}
      />
      <AutosaveStatus
        autosave={autosave}
        what={`the day of ${code}`}
        show={(text) => (text === '' ? 'None' : formatDay(text))}
      />
    </div>
  );
};
