import type { Entry, EntryRow, RecordedTarget } from '@fbs/contract';
import type { SaveAnswer, TheirText } from '../../lib/autosaved-text.ts';
import { currentOf } from '../../lib/stale-write.ts';
import { isResultKnown } from './cell-locks.ts';
import { parseFigure, parseTarget, typedFigure, typedTarget } from './figures.ts';
import type { Field } from './grid-moves.ts';
import type { Grounds, TypedCell } from './typed-cells.ts';
import type { EntryWrites } from './use-entry-writes.ts';

/** The name of a year's figure in sentences: "FY 2022", or the basis of the indicator: "CY 2022". */
export const yearLabel = ({ entry }: EntryRow): string => entry.period.label.split(',')[0] ?? `FY ${entry.year}`;

/** What a cell holds as one types it, and its version. */
export const seenIn = (row: EntryRow, field: Field): TypedCell['seen'] =>
  field === 'value'
    ? { text: typedFigure(row.entry.value, row), version: row.entry.version }
    : { text: typedTarget(row.entry.target, row), version: row.entry.target.version };

/** A target that was set and is emptied goes back to where none is set: a version of its own, with its reason. */
export const takesBack = ({ field, text, seen }: Pick<TypedCell, 'field' | 'text' | 'seen'>): boolean =>
  field === 'target' && text.trim() === '' && seen.text !== '';

export const checkCell = (row: EntryRow, { field, text }: Pick<TypedCell, 'field' | 'text'>): string | null => {
  const parsed = field === 'value' ? parseFigure(text, yearLabel(row), row) : parseTarget(text, yearLabel(row), row);
  return parsed.ok ? null : parsed.sentence;
};

/** What may still become a figure by typing on: "-", "(5", "4,9" on the way to "4,900". */
const begun = /^[-\u2212($]*[\d,]*\.?\d*$/;

/** Why what is typed so far cannot become a figure any more, in a sentence. */
export const unreadableYet = (row: EntryRow, cell: TypedCell): string | null => {
  const isRange = row.direction === 'range' && cell.field === 'target';
  return cell.status !== 'typing' || isRange || begun.test(cell.text.trim()) ? null : checkCell(row, cell);
};

/** The text as the grid writes it back: "4870" is "4,870". What cannot be read stays as it is. */
export const tidyText = (row: EntryRow, { field, text }: Pick<TypedCell, 'field' | 'text'>): string => {
  if (field === 'value') {
    const parsed = parseFigure(text, yearLabel(row), row);
    return parsed.ok ? typedFigure(parsed.figure, row) : text.trim();
  }
  const parsed = parseTarget(text, yearLabel(row), row);
  return parsed.ok ? typedTarget(parsed.figure, row) : text.trim();
};

/** A correction of an approved value, and a target that was set before or is set after the result is known. */
export const needsReason = (row: EntryRow, field: Field): boolean =>
  field === 'value' ? row.entry.state === 'approved' : row.entry.target.version > 0 || isResultKnown(row);

const theirsOf = (row: EntryRow, field: Field, error: unknown): TheirText | null => {
  if (field === 'value') {
    const current = currentOf<Entry>(error);
    if (current === undefined) return null;
    const { value, version, recorded } = current;
    return { text: typedFigure(value, row), version, person: recorded?.person ?? null, at: recorded?.at ?? null };
  }
  const current = currentOf<RecordedTarget>(error);
  if (current === undefined) return null;
  const { version, recorded } = current;
  return { text: typedTarget(current, row), version, person: recorded?.person ?? null, at: recorded?.at ?? null };
};

const write = (row: EntryRow, cell: TypedCell, grounds: Grounds | undefined, writes: EntryWrites) => {
  if (cell.field === 'value') {
    const parsed = parseFigure(cell.text, yearLabel(row), row);
    if (!parsed.ok) throw new Error(parsed.sentence);
    return writes.record(row.code, { value: parsed.figure, ...grounds }, cell.seen.version);
  }
  if (takesBack(cell)) {
    return writes.setTarget(row.code, { takenBack: { reason: grounds?.reason ?? '' } }, cell.seen.version);
  }
  const parsed = parseTarget(cell.text, yearLabel(row), row);
  if (!parsed.ok) throw new Error(parsed.sentence);
  const { value, low, high } = parsed.figure;
  const figure = low === null ? { value } : { low, high };
  return writes.setTarget(
    row.code,
    grounds === undefined ? figure : { ...figure, reason: grounds.reason },
    cell.seen.version,
  );
};

/** Sends one cell; a refusal because somebody else was faster comes back as an answer, others are thrown. */
export const sendCell = async (
  row: EntryRow,
  cell: TypedCell,
  grounds: Grounds | undefined,
  writes: EntryWrites,
): Promise<SaveAnswer> => {
  try {
    return { kind: 'saved', version: (await write(row, cell, grounds, writes)).version };
  } catch (error) {
    const theirs = theirsOf(row, cell.field, error);
    if (theirs === null) throw error;
    return { kind: 'stale', theirs };
  }
};
