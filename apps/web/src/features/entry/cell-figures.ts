import type { EntryRow } from '@fbs/contract';
import { type RatingResult, warningOf } from '@fbs/core';
import { yearLabel } from './cell-work.ts';
import { cellFigure, parseFigure, parseTarget, shownTarget } from './figures.ts';
import { previewRating } from './rating-preview.ts';
import type { TypedCell } from './typed-cells.ts';

export type TypedPair = { readonly target: TypedCell | undefined; readonly value: TypedCell | undefined };

/** The figures of a row as they would stand with what is being typed; what cannot be read does not count. */
export const figuresOf = (row: EntryRow, { target, value }: TypedPair) => {
  const typedValue = value && parseFigure(value.text, yearLabel(row), row);
  const typedTarget = target && parseTarget(target.text, yearLabel(row), row);
  return {
    value: typedValue?.ok ? typedValue.figure : row.entry.value,
    target: typedTarget?.ok ? typedTarget.figure : row.entry.target,
  };
};

const isUnsettled = ({ entry }: EntryRow): boolean => entry.state === 'draft' || entry.state === 'returned';

/** The rating that the figures on screen get: the server's own where nothing is being typed or drafted. */
export const ratingOf = (row: EntryRow, threshold: string, typed: TypedPair): RatingResult => {
  const isTyped = typed.target !== undefined || typed.value !== undefined;
  const isDraft = isUnsettled(row) && (row.entry.value !== null || row.entry.chosenRating !== null);
  return isTyped || isDraft ? previewRating(row, threshold, figuresOf(row, typed)) : row.entry.rating;
};

/** Whether a reviewer would get a deviation without a word about it. */
export const lacksExplanation = (row: EntryRow, { explanationRequired }: RatingResult): boolean =>
  row.role === 'performance' && explanationRequired && (row.entry.explanation ?? '').trim() === '';

/** What a value with parts that do not fit it is called, in its cell and beside it. */
export const misfit = 'Breakdown does not fit';

/** That the parts do not fit is everybody's to see; what only a second look may mend is for whoever enters. */
export const doubtOf = (row: EntryRow, typed: TypedPair): string | null => {
  if (row.findings.length > 0 && typed.value === undefined) return misfit;
  return row.rights.enter ? warningOf(figuresOf(row, typed).value, comparedOf(row), row) : null;
};

/** What a value is held against before anybody submits it. */
export const comparedOf = ({ entry, accumulation }: EntryRow) => ({
  previous: entry.previous?.value ?? null,
  isCumulative: accumulation === 'cumulative',
});

/** Due, counted, and still empty. */
export const isRequired = ({ role, kind, entry }: EntryRow): boolean =>
  role === 'performance' &&
  entry.due &&
  (entry.state === 'not_reported' || entry.state === 'returned' || entry.state === 'draft') &&
  (kind === 'narrative' ? entry.text === null : entry.value === null);

/** The figure of a value cell in words; null where it is empty. */
export const shownValue = (row: EntryRow): string | null => {
  const { entry } = row;
  if (entry.withheld) return 'Withheld';
  if (row.kind === 'narrative') return entry.text === null ? null : 'Written';
  return entry.value === null ? null : cellFigure(entry.value, row);
};

export const shownTargetOf = (row: EntryRow): string | null => shownTarget(row.entry.target, row, cellFigure);

/** The word beside a target: that it is not the first one, or that there is none on purpose. */
export const targetNote = ({ entry: { target } }: EntryRow): string | null => {
  if (target.afterResult) return 'revised after the result';
  if (target.noTargetReason !== null) return 'on purpose';
  return target.revised ? 'revised' : null;
};

/** Whether the figure of the year before is invented: the row knows it from its small trend. */
export const isPreviousIllustrative = ({ entry, points }: EntryRow): boolean =>
  points.some(({ year, illustrative }) => year === entry.year - 1 && illustrative);

/** The word beside a figure that is not saved. */
export const unsavedWords: Readonly<Record<TypedCell['status'], string>> = {
  typing: 'typing',
  asking: 'reason needed',
  saving: 'saving',
  waiting: 'waiting to be sent',
  invalid: 'not a number',
  failed: 'not saved',
  conflict: 'two versions',
};
