import type { EntryRow } from '@fbs/contract';
import { entryStateLabels, ratingLabels } from '@fbs/core';
import { type Field, fieldOf, type Place } from './grid-moves.ts';
import type { PlanContext } from './paste-plan.ts';
import { keyOf } from './typed-cells.ts';

/** What 0 and 1 say of a milestone. */
const milestoneWords = { value: ['Not done', 'Done'], target: ['Not planned', 'To be done'] } as const;

/** A figure of a milestone in its word; every other one as it stands. */
export const figureWord = ({ kind }: Pick<EntryRow, 'kind'>, field: Field, figure: string): string =>
  kind === 'milestone' && figure !== '' ? (milestoneWords[field][Number(figure)] ?? figure) : figure;

/** The figure with all of its digits and nothing else, as spreadsheets take it for a number. */
const figureText = (row: EntryRow, field: Field): string => {
  const { entry } = row;
  if (field === 'value' && row.kind === 'narrative') return entry.text ?? '';
  const { low, high } = entry.target;
  if (field === 'target' && low !== null && high !== null) return `${low} to ${high}`;
  const figure = field === 'value' ? entry.value : entry.target.value;
  return figure === null ? '' : figureWord(row, field, figure);
};

const wordsOf = (row: EntryRow, column: Place['column']): string => {
  switch (column) {
    case 'indicator':
      return `${row.code} ${row.name}`;
    case 'previous':
      return row.entry.previous?.value ?? '';
    case 'rating':
      return ratingLabels[row.entry.rating.rating];
    case 'state':
      return entryStateLabels[row.entry.state];
    default:
      return '';
  }
};

/** What a cell gives to the clipboard. */
export const copiedText = ({ code, column }: Place, { year, rowAt, typed }: PlanContext): string => {
  const at = fieldOf(column);
  const row = rowAt(code, at?.year ?? year);
  if (row === undefined) return '';
  if (at === null) return wordsOf(row, column);
  return typed.get(keyOf({ code, field: at.field, year: row.entry.year }))?.text ?? figureText(row, at.field);
};
