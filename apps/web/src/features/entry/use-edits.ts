import type { EntryRow } from '@fbs/contract';
import type { TypedPair } from './cell-figures.ts';
import type { EditMemory } from './edit-history.ts';
import type { EntryYear } from './entry-queries.ts';
import type { Field, Sheet } from './grid-moves.ts';
import type { PlanContext } from './paste-plan.ts';
import { keyOf } from './typed-cells.ts';
import { useBlockEdits } from './use-block-edits.ts';
import type { EntryWrites } from './use-entry-writes.ts';
import { type RowAt, useTypedCells } from './use-typed-cells.ts';

type Options = {
  readonly memory: EditMemory;
  readonly place: EntryYear;
  readonly years: readonly number[];
  readonly sheet: Sheet;
  readonly rowAt: RowAt;
  readonly writesOf: (year: number) => EntryWrites;
  readonly lockOf: (row: EntryRow, field: Field) => string | null;
  readonly onSaved: () => void;
};

/** Everything that changes cells, with what undoes it and what is on its way. */
export const useEdits = ({ memory, place, years, sheet, rowAt, writesOf, lockOf, onSaved }: Options) => {
  const { history, versions } = memory;
  const { cells, typed } = useTypedCells({
    place,
    years,
    rowAt,
    writesOf,
    onEdit: history.record,
    onSaved: (cell, version) => {
      versions.set(keyOf(cell), version);
      onSaved();
    },
  });
  const context: PlanContext = { year: place.year, rowAt, lockOf, typed };
  const blocks = useBlockEdits({ sheet, context, cells, history, versions });
  const all = [...typed.values()];
  const count = (status: string) => all.filter((cell) => cell.status === status).length;
  const unsaved = all.filter(({ status }) => status !== 'typing' && status !== 'saving' && status !== 'waiting');
  return {
    cells,
    typed,
    blocks,
    context,
    firstUnsaved: unsaved[0],
    saving: {
      saving: count('saving'),
      waiting: count('waiting'),
      unsaved: unsaved.length,
      onSendNow: cells.sendWaiting,
    },
    typedIn: ({ code, entry: { year } }: EntryRow): TypedPair => ({
      target: typed.get(keyOf({ code, field: 'target', year })),
      value: typed.get(keyOf({ code, field: 'value', year })),
    }),
  };
};
