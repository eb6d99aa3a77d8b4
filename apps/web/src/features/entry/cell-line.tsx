import type { EntryRow } from '@fbs/contract';
import { compareDecimals, type Decimal, sumDecimals } from '@fbs/core';
import { formatDecimal, plural } from '../../lib/format.ts';
import { doubtOf, isRequired, misfit, unsavedWords } from './cell-figures.ts';
import { type CellRange, placesIn, sizeOf } from './cell-range.ts';
import { unreadableYet, yearLabel } from './cell-work.ts';
import { type Field, fieldOf, type Place, type Sheet } from './grid-moves.ts';
import type { PlanContext } from './paste-plan.ts';
import { keyOf } from './typed-cells.ts';

type CellLineProps = {
  readonly active: Place | null;
  readonly range: CellRange | null;
  readonly sheet: Sheet;
  readonly context: PlanContext;
};

/** One line above the grid: where one is, in which state the cell is and why; of a block how many cells and their sum. */
export const CellLine = ({ active, range, sheet, context }: CellLineProps) => {
  if (range !== null && sizeOf(range) > 1) return <Line>{blockWords(range, sheet, context)}</Line>;
  const at = active === null ? null : fieldOf(active.column);
  const row = active === null ? undefined : context.rowAt(active.code, at?.year ?? context.year);
  if (row === undefined || at === null) return <Line>Select a cell in the Target or Value column.</Line>;
  return (
    <Line>
      <b>
        {row.code}, {at.field} {yearLabel(row)}:
      </b>{' '}
      {stateWords(row, at.field, context)}
    </Line>
  );
};

const Line = ({ children }: { children: React.ReactNode }) => <p className="small cell-line">{children}</p>;

const targetWords = ({ version, value, low, noTargetReason }: EntryRow['entry']['target']): string => {
  if (version === 0) return 'empty. No target is set yet.';
  if (noTargetReason !== null) return 'saved. There is no target, on purpose.';
  return value === null && low === null ? 'empty. The target that was set is taken back.' : 'saved.';
};

/** The state of a cell in a sentence. */
export const stateWords = (row: EntryRow, field: Field, { lockOf, typed }: PlanContext): string => {
  const typedOf = (of: Field) => typed.get(keyOf({ code: row.code, field: of, year: row.entry.year }));
  const cell = typedOf(field);
  if (cell !== undefined) {
    const words = unsavedWords[cell.status];
    const reason = cell.reason ?? unreadableYet(row, cell);
    return reason === null ? `${words}.` : `${words}. ${reason}.`;
  }
  const lock = lockOf(row, field);
  if (lock !== null) return ['locked.', lock, ...(field === 'value' ? row.findings : [])].join(' ');
  if (field === 'target') return targetWords(row.entry.target);
  const doubt = doubtOf(row, { target: typedOf('target'), value: undefined });
  if (doubt !== null) return `saved, with a warning. ${doubt === misfit ? row.findings.join(' ') : `${doubt}.`}`;
  if (isRequired(row)) return 'required. It is due and still empty.';
  return row.entry.value === null && row.entry.text === null ? 'empty.' : 'saved.';
};

const figuresIn = (range: CellRange, sheet: Sheet, { rowAt, year }: PlanContext): Decimal[] =>
  placesIn(range, sheet).flatMap((row) =>
    row.flatMap(({ code, column }) => {
      const at = fieldOf(column);
      const entry = at === null ? undefined : rowAt(code, at.year ?? year)?.entry;
      const figure = at?.field === 'value' ? entry?.value : entry?.target.value;
      return figure == null ? [] : [figure];
    }),
  );

const blockWords = (range: CellRange, sheet: Sheet, context: PlanContext): string => {
  const figures = figuresIn(range, sheet, context);
  const count = `${plural(sizeOf(range), 'cell')} chosen`;
  if (figures.length === 0) return `${count}.`;
  const ordered = figures.toSorted(compareDecimals);
  const [least = '', most = ''] = [ordered[0], ordered.at(-1)];
  const sum = formatDecimal(sumDecimals(figures));
  return `${count}, ${plural(figures.length, 'figure')}: sum ${sum}, from ${formatDecimal(least)} to ${formatDecimal(most)}.`;
};
