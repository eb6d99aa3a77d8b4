import {
  checkTotals,
  type EntryAction,
  formatFigure,
  isRefusal,
  nextEntryState,
  permits,
  ratingLabels,
  refusalSentence,
  warningOf,
} from '@fbs/core';
import type { ColumnName, ImportRecord } from '@fbs/documents';
import type { Checks, Found } from './check-rows.ts';
import { refuseClosed } from './check-rows.ts';
import type { Place } from './import-places.ts';
import { RowRefused, type ValueChange } from './import-rows.ts';
import { figureIn, ratingIn, textOf } from './read-cells.ts';

/** Whoever may not enter a section's values does not learn what stands there. @throws RowRefused */
export const refuseStrangers = ({ actor }: Checks, { indicator: { definition, code } }: Place): void => {
  const place = { section: definition.section };
  if (!permits(actor, 'enter values', place)) {
    throw new RowRefused('indicator', refusalSentence('enter values', actor, place));
  }
  if (definition.computed !== null) {
    throw new RowRefused('indicator', `${code} is computed from other figures: change those instead.`);
  }
};

type Texts = { explanation: string | null; note: string | null; source: string | null };

const textsOf = (record: ImportRecord): Texts => ({
  explanation: textOf(record, 'explanation'),
  note: textOf(record, 'note'),
  source: textOf(record, 'source', 400),
});

const plain = (text: string | null | undefined): string | null => text?.replace(/\r\n?/g, '\n').trim() ?? null;

type Said = Pick<ValueChange, 'value' | 'text' | 'chosenRating'> & { readonly note: string | null };

const refuseIn = (record: ImportRecord, columns: readonly ColumnName[], sentence: string): void => {
  const filled = columns.find((column) => (record.cells[column]?.text ?? '').trim() !== '');
  if (filled !== undefined) throw new RowRefused(filled, sentence);
};

/** What the row says of the year: a figure, or of a narrative indicator its text and the rating that a person chose. */
const saidOf = (record: ImportRecord, { indicator }: Place): Said => {
  const { code, definition } = indicator;
  if (definition.kind === 'narrative') {
    const advice = `${code} is a narrative indicator: write its text in the column "text", and its rating in "rating".`;
    refuseIn(record, ['value'], advice);
    const [text, chosenRating] = [textOf(record, 'text'), ratingIn(record)];
    return { ...(text === null ? {} : { text }), ...(chosenRating === null ? {} : { chosenRating }), note: null };
  }
  refuseIn(record, ['text', 'rating'], `${code} is not a narrative indicator: write its figure in the column "value".`);
  const { value, note } = figureIn(record, 'value', indicator);
  if (definition.kind === 'milestone' && value !== null && value !== '0' && value !== '1') {
    throw new RowRefused('value', `${code} is a milestone: write 1 for done or 0 for not done.`);
  }
  return { ...(value === null ? {} : { value }), note };
};

/** Only what differs; an empty cell leaves what is recorded as it is. */
const changeOf = ({ row }: Place, { note: _note, ...said }: Said, texts: Texts): ValueChange => {
  const before = { ...row, text: plain(row?.text), explanation: plain(row?.explanation) };
  const recorded = { ...before, note: plain(row?.note), source: plain(row?.source) } as Readonly<
    Record<string, unknown>
  >;
  const differs = ([name, now]: readonly [string, unknown]): boolean => now !== null && now !== recorded[name];
  return Object.fromEntries(Object.entries({ ...said, ...texts }).filter(differs));
};

/** Holds the rules of an approved figure: a reason, and an explanation where it departs from its target. */
export const checkCorrection = (checks: Checks, place: Place, change: ValueChange): void => {
  const { row, indicator, year, reason } = place;
  if (reason === null) {
    throw new RowRefused('reason', 'This value is approved: write in the column "reason" why it is corrected.');
  }
  const value = change.value ?? row?.value ?? null;
  const chosen = change.chosenRating ?? row?.chosenRating ?? null;
  const result = checks.results.preview(indicator, year, { value, chosen });
  const explained = change.explanation ?? plain(row?.explanation) ?? '';
  if (indicator.definition.role === 'performance' && result.explanationRequired && explained === '') {
    throw new RowRefused('explanation', `${result.sentence}. Explain this in the column "explanation".`);
  }
};

/** Refuses what nobody may change now. Returns what to look at: a value that waits for a reviewer is taken back. */
export const checkState = (
  checks: Checks,
  place: Place,
  action: Extract<EntryAction, 'entered' | 'marked_not_applicable'>,
): { readonly approved: boolean; readonly note: string | null } => {
  refuseClosed(checks, place);
  const { state } = checks.results.entry(place.indicator, place.year);
  const approved = state === 'approved';
  const next = nextEntryState(state, approved && action === 'entered' ? 'corrected' : action);
  if (isRefusal(next)) throw new RowRefused(null, next.refused);
  const becomes = action === 'entered' ? 'it would become a draft again' : 'it would be taken back';
  const note = state === 'submitted' ? `This value waits for a reviewer: ${becomes}.` : null;
  return { approved, note };
};

/** The figure of a place in words; of a narrative, the rating that was chosen. */
const shownOf = ({ indicator }: Place, { value, chosenRating, text }: Readonly<Partial<ShownValue>>): string | null => {
  if (value != null) return formatFigure(value, indicator.definition);
  if (chosenRating != null) return ratingLabels[chosenRating];
  return text == null ? null : 'a text';
};
type ShownValue = {
  value: string | null;
  chosenRating: keyof typeof ratingLabels | null;
  text: string | null;
};

/** What a row does that says why the year does not apply. @throws RowRefused */
const checkNotApplicable = (checks: Checks, record: ImportRecord, place: Place, reason: string): Found => {
  const { row } = place;
  const columns = ['value', 'text', 'rating', 'explanation', 'note', 'source'] as const;
  refuseIn(record, columns, 'What is not applicable has nothing else to say: empty this cell, or "not applicable".');
  const isNow = row?.state === 'not_applicable';
  const before = isNow ? 'Not applicable' : shownOf(place, row ?? {});
  const found = { what: 'Value', before, after: 'Not applicable', note: null };
  if (isNow && plain(row.notApplicableReason) === reason)
    return { ...found, plan: null, sentence: 'Recorded already.' };
  const { note } = checkState(checks, place, 'marked_not_applicable');
  const sentence = before === null || isNow ? 'Marked not applicable.' : 'Marked not applicable; the figure goes.';
  return { ...found, note, plan: { kind: 'not_applicable', reason }, sentence };
};

/** What is worth a second look at a figure, as the grid says it. */
const doubtAbout = ({ results }: Checks, { indicator, year }: Place, value: string | null): string | null => {
  const { definition } = indicator;
  const { previous } = results.entry(indicator, year);
  const isCumulative = definition.accumulation === 'cumulative';
  const doubt = warningOf(value, { previous: previous?.value ?? null, isCumulative }, definition);
  if (doubt === null) return null;
  const before = previous === null ? '' : ` (${formatFigure(previous.value, definition)})`;
  return `Look once more: ${doubt.charAt(0).toLowerCase()}${doubt.slice(1)}${doubt.endsWith('%') ? '' : before}.`;
};

/** Where the parts that are recorded do not fit a new value, as the grid says it; parts of the file say so themselves. */
const misfitOf = ({ indicator, totals }: Place, value: string | null): string | null => {
  const [misfit] = checkTotals(value, indicator.definition.disaggregations, totals);
  return misfit === undefined ? null : `Look once more: ${misfit.sentence}`;
};

/** What a row of values would do. @throws RowRefused */
export const checkValue = (checks: Checks, record: ImportRecord, place: Place): Found => {
  refuseStrangers(checks, place);
  const reason = textOf(record, 'not applicable', 400);
  if (reason !== null) return checkNotApplicable(checks, record, place, reason);
  const said = saidOf(record, place);
  const { row } = place;
  const change = changeOf(place, said, textsOf(record));
  const before = row?.state === 'not_applicable' ? 'Not applicable' : shownOf(place, row ?? {});
  const found = { what: 'Value', before, after: shownOf(place, said), note: said.note };
  if (Object.keys(change).length === 0) {
    const sentence = said.note ?? (found.after === null ? 'No value given.' : 'Recorded already.');
    return { ...found, note: null, plan: null, sentence };
  }
  const state = checkState(checks, place, 'entered');
  if (state.approved) checkCorrection(checks, place, change);
  const words = Object.keys(change)
    .map((name) => (name === 'chosenRating' ? 'rating' : name))
    .join(', ');
  const isNew = (row?.value ?? null) === null && (row?.chosenRating ?? null) === null && row?.text == null;
  const isSaid = change.value !== undefined || change.text !== undefined || change.chosenRating !== undefined;
  const sentence = isNew && isSaid ? 'A new value.' : `Changes: ${words}.`;
  const value = change.value ?? null;
  const note = said.note ?? state.note ?? doubtAbout(checks, place, value) ?? misfitOf(place, value);
  return { ...found, note, plan: { kind: 'value', change }, sentence };
};
