import { formatFigure, isRefusal, nextEntryState, permits, refusalSentence } from '@fbs/core';
import type { ImportRecord } from '@fbs/documents';
import { type Indicator, placeOf } from '../../results/load-facts.ts';
import type { Checks, Found } from './check-rows.ts';
import { RowRefused, type ValueChange } from './import-rows.ts';
import { figureIn, textOf } from './read-cells.ts';

/** Whoever may not enter a section's values does not learn what stands there. */
const refuseStrangers = ({ actor }: Checks, { definition, code }: Indicator): void => {
  const place = { section: definition.section };
  if (!permits(actor, 'enter values', place)) {
    throw new RowRefused('indicator', refusalSentence('enter values', actor, place));
  }
  if (definition.computed !== null) {
    throw new RowRefused('indicator', `${code} is computed from other figures: change those instead.`);
  }
  if (definition.kind === 'narrative') {
    throw new RowRefused('indicator', `${code} is a narrative indicator: write its text on the data entry screen.`);
  }
};

type Texts = { explanation: string | null; note: string | null; source: string | null };

const textsOf = (record: ImportRecord): Texts => ({
  explanation: textOf(record, 'explanation'),
  note: textOf(record, 'note'),
  source: textOf(record, 'source', 400),
});

const plain = (text: string | null | undefined): string | null => text?.replace(/\r\n?/g, '\n').trim() ?? null;

/** Only what differs; an empty cell leaves what is recorded as it is. */
const changeOf = (row: Texts | undefined, value: string | null, before: string | null, texts: Texts): ValueChange => ({
  ...(value !== null && value !== before ? { value } : {}),
  ...Object.fromEntries(
    Object.entries(texts).filter(([name, text]) => text !== null && text !== plain(row?.[name as keyof Texts])),
  ),
});

/** Holds the rules of an approved figure: a reason, and an explanation where it departs from its target. */
const checkCorrection = (checks: Checks, indicator: Indicator, year: number, change: ValueChange): void => {
  const row = checks.facts.values.get(placeOf(indicator.id, year));
  if (checks.reasonOf(indicator, year) === null) {
    throw new RowRefused('reason', 'This value is approved: write in the column "reason" why it is corrected.');
  }
  const value = change.value ?? row?.value ?? null;
  const result = checks.results.preview(indicator, year, { value, chosen: null });
  const explained = change.explanation ?? plain(row?.explanation) ?? '';
  if (indicator.definition.role === 'performance' && result.explanationRequired && explained === '') {
    throw new RowRefused('explanation', `${result.sentence}. Explain this in the column "explanation".`);
  }
};

/** Refuses what nobody may change now. Returns what to look at: a value that waits for a reviewer is taken back. */
const checkState = (checks: Checks, indicator: Indicator, year: number): { approved: boolean; note: string | null } => {
  checks.refuseClosed(indicator, year);
  const { state } = checks.results.entry(indicator, year);
  const approved = state === 'approved';
  const next = nextEntryState(state, approved ? 'corrected' : 'entered');
  if (isRefusal(next)) throw new RowRefused(null, next.refused);
  const note = state === 'submitted' ? 'This value waits for a reviewer: it would become a draft again.' : null;
  return { approved, note };
};

/** What a row of values would do. @throws RowRefused */
export const checkValue = (checks: Checks, record: ImportRecord, indicator: Indicator, year: number): Found => {
  refuseStrangers(checks, indicator);
  const { definition, code } = indicator;
  const row = checks.facts.values.get(placeOf(indicator.id, year));
  const { value, note } = figureIn(record, 'value', indicator);
  if (definition.kind === 'milestone' && value !== null && value !== '0' && value !== '1') {
    throw new RowRefused('value', `${code} is a milestone: write 1 for done or 0 for not done.`);
  }
  const before = row?.value ?? null;
  const shown = (figure: string | null) => (figure === null ? null : formatFigure(figure, definition));
  const change = changeOf(row, value, before, textsOf(record));
  const found = { what: 'Value', before: shown(before), after: shown(value), note };
  if (Object.keys(change).length === 0) {
    const sentence = note ?? (value === null ? 'No value given.' : 'Recorded already.');
    return { ...found, note: null, plan: null, sentence };
  }
  const state = checkState(checks, indicator, year);
  if (state.approved) checkCorrection(checks, indicator, year, change);
  const words = Object.keys(change).join(', ');
  const sentence = before === null && change.value !== undefined ? 'A new value.' : `Changes: ${words}.`;
  return { ...found, note: note ?? state.note, plan: { kind: 'value', change }, sentence };
};

/** Which part of which breakdown. @throws RowRefused */
const partIn = (checks: Checks, record: ImportRecord, indicator: Indicator) => {
  const [dimension, category] = [textOf(record, 'dimension', 80), textOf(record, 'category', 120)];
  if (dimension !== null && category !== null && checks.isCategory(indicator, dimension, category)) {
    return { dimension, category };
  }
  const known = indicator.definition.disaggregations.find((each) => each.dimension === dimension);
  if (known === undefined) {
    throw new RowRefused('dimension', `${indicator.code} has no breakdown by "${dimension ?? ''}".`);
  }
  const names = known.categories.slice(0, 20).join(', ') + (known.categories.length > 20 ? ', ...' : '');
  throw new RowRefused('category', `"${category ?? ''}" is no category of ${dimension}: use one of ${names}.`);
};

/** What a row of a breakdown would do. @throws RowRefused */
export const checkPart = (checks: Checks, record: ImportRecord, indicator: Indicator, year: number): Found => {
  const place = placeOf(indicator.id, year);
  checks.askOnce(`who may enter ${indicator.id}`, () => refuseStrangers(checks, indicator));
  const { dimension, category } = partIn(checks, record, indicator);
  const { value, note } = figureIn(record, 'value', indicator);
  const before = checks.partOf(place, dimension, category);
  const shown = (figure: string | null | undefined) =>
    figure == null ? null : formatFigure(figure, indicator.definition);
  const found = { what: `${dimension}: ${category}`, before: shown(before), after: shown(value), note };
  if (value === null) return { ...found, note: null, plan: null, sentence: note ?? 'No value given.' };
  if (value === before) return { ...found, note: null, plan: null, sentence: 'Recorded already.' };
  const state = checks.askOnce(`a part of ${place}`, () => {
    const now = checkState(checks, indicator, year);
    if (now.approved) checkCorrection(checks, indicator, year, {});
    return now;
  });
  const sentence = before === undefined ? 'A new part of the breakdown.' : 'A part of the breakdown changes.';
  return { ...found, note: note ?? state.note, plan: { kind: 'breakdown', dimension, category, value }, sentence };
};
