import type { EntryRow } from '@fbs/contract';
import { type Block, warningOf } from '@fbs/core';
import { comparedOf } from './cell-figures.ts';
import { checkCell, needsReason, seenIn, tidyText } from './cell-work.ts';
import { figureWord } from './copied-text.ts';
import { parseFigure } from './figures.ts';
import { type Field, fieldOf, type Place, type Sheet } from './grid-moves.ts';
import { type CellPlace, keyOf, type TypedCell } from './typed-cells.ts';

export type Outcome = 'new' | 'changed' | 'unchanged' | 'warned' | 'refused';

/** What a pasted text would make of a cell. */
export type PlannedCell = {
  readonly place: Place;
  /** null where the column takes no entries. */
  readonly cell: CellPlace | null;
  readonly pasted: string;
  /** What stands there, as it is read. */
  readonly now: string;
  /** What the text is read as; empty where nothing is written or the cell is emptied. */
  readonly becomes: string;
  readonly seen: TypedCell['seen'];
  readonly outcome: Outcome;
  /** Why it is refused, or what is worth a second look. */
  readonly sentence: string | null;
  readonly needsReason: boolean;
};

export type PlanContext = {
  readonly year: number;
  readonly rowAt: (code: string, year: number) => EntryRow | undefined;
  readonly lockOf: (row: EntryRow, field: Field) => string | null;
  readonly typed: ReadonlyMap<string, TypedCell>;
};

type Verdict = Pick<PlannedCell, 'outcome' | 'sentence'>;

const refused = (sentence: string): Verdict => ({ outcome: 'refused', sentence });
const unchanged: Verdict = { outcome: 'unchanged', sentence: null };

const isNotApplicable = (text: string, row: EntryRow): boolean =>
  row.entry.state === 'not_applicable' && /^n\W?a\W?$|^not applicable$/i.test(text.trim());

const emptied = (row: EntryRow, field: Field, now: string): Verdict => {
  if (now === '') return unchanged;
  if (field === 'target') return refused('A target is taken back by itself, with a reason: empty its cell alone');
  if (row.entry.state === 'approved') return refused('An approved value can be corrected, but not emptied');
  return { outcome: 'warned', sentence: `Takes ${now} back: the cell would be empty` };
};

const judge = (row: EntryRow, field: Field, text: string, now: string): Verdict => {
  if (row.kind === 'narrative' && field === 'value') return refused('This is a text: write it beside the grid');
  if (text.trim() === '' || tidyText(row, { field, text }) === '') return emptied(row, field, now);
  if (isNotApplicable(text, row) || tidyText(row, { field, text }) === now) return unchanged;
  const sentence = checkCell(row, { field, text });
  if (sentence !== null) return refused(sentence);
  const parsed = field === 'value' ? parseFigure(text, '', row) : null;
  const doubt = parsed?.ok ? warningOf(parsed.figure, comparedOf(row), row) : null;
  if (doubt !== null) return { outcome: 'warned', sentence: doubt };
  return { outcome: now === '' ? 'new' : 'changed', sentence: null };
};

const planCell = (place: Place, pasted: string, context: PlanContext): PlannedCell | null => {
  const none = { place, cell: null, pasted, now: '', becomes: '', seen: { text: '', version: 0 }, needsReason: false };
  const at = fieldOf(place.column);
  if (at === null) {
    return pasted.trim() === '' ? null : { ...none, ...refused('This column takes no entries') };
  }
  const year = at.year ?? context.year;
  const row = context.rowAt(place.code, year);
  if (row === undefined) return { ...none, ...refused(`This indicator is not in FY ${year}`) };
  const cell: CellPlace = { code: place.code, field: at.field, year };
  const typed = context.typed.get(keyOf(cell));
  const seen = typed?.seen ?? seenIn(row, at.field);
  const now = typed?.text ?? seen.text;
  const lock = context.lockOf(row, at.field);
  const tidy = tidyText(row, { field: at.field, text: pasted });
  const isSame = tidy === now;
  const verdict = lock === null || isSame ? judge(row, at.field, pasted, now) : refused(`Locked. ${lock}`);
  const isAsked = needsReason(row, at.field);
  // The targets' reason is asked in the dialog itself, once for all.
  const isAskedNext = isAsked && at.field === 'value' && verdict.outcome === 'changed';
  const sentence = isAskedNext ? 'This value is approved: the reason is asked next' : verdict.sentence;
  return {
    place,
    cell,
    pasted,
    now: figureWord(row, at.field, now),
    becomes: verdict.outcome === 'refused' ? '' : figureWord(row, at.field, tidy),
    seen,
    ...verdict,
    sentence,
    needsReason: isAsked,
  };
};

/** What each cell of a block becomes where its first cell comes to stand at `start`. */
export const planBlock = (block: Block, start: Place, sheet: Sheet, context: PlanContext): readonly PlannedCell[] => {
  const [top, left] = [sheet.codes.indexOf(start.code), sheet.columns.indexOf(start.column)];
  return block.flatMap((texts, down) =>
    texts.flatMap((text, across) => {
      const [code, column] = [sheet.codes[top + down], sheet.columns[left + across]];
      const planned = code && column ? planCell({ code, column }, text, context) : null;
      return planned === null ? [] : [planned];
    }),
  );
};

/** How many rows and columns of a block stand beyond the edges of the grid. */
export const beyondEdges = (block: Block, start: Place, { codes, columns }: Sheet) => ({
  rows: Math.max(0, block.length - (codes.length - codes.indexOf(start.code))),
  columns: Math.max(0, (block[0]?.length ?? 0) - (columns.length - columns.indexOf(start.column))),
});

/** The cells that would be written. */
export const goodOf = (plan: readonly PlannedCell[]): readonly (PlannedCell & { readonly cell: CellPlace })[] =>
  plan.filter(
    (planned): planned is PlannedCell & { readonly cell: CellPlace } =>
      planned.cell !== null && planned.outcome !== 'unchanged' && planned.outcome !== 'refused',
  );
