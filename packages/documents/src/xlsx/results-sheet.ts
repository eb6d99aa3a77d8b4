import type { DocumentIndicator, ReviewDocument } from '@fbs/contract';
import type { IndicatorDefinition } from '@fbs/core';
import { absenceWords, periodWords, ratingIsIllustrative, targetFigureWords } from '../figure-words.ts';
import { ratingColors } from '../palette.ts';
import { ratingPhrase, ratingSymbols } from '../rating-marks.ts';
import { indicatorsOf, type PlacedIndicator } from '../tables/document-rows.ts';
import { decimalCell, type NewSheet, numberFormat, type SheetCell } from './workbook.ts';

export const resultsSheetName = ({ year }: Pick<ReviewDocument, 'year'>): string => `Results FY ${year}`;

/** "#,##0.0%" would multiply by 100: the sign is written, the figure stays. */
export const figureFormat = ({ kind, decimals }: IndicatorDefinition): string => {
  const number = numberFormat(decimals);
  if (kind === 'percent') return `${number}"%"`;
  return kind === 'currency' ? `"$"${number}` : number;
};

const valueCell = ({ entry, definition }: DocumentIndicator): SheetCell => {
  if (entry.value !== null) return decimalCell(entry.value, figureFormat(definition));
  return {
    value: entry.text === null ? absenceWords(entry) : entry.text,
    look: entry.text === null ? 'absent' : 'soft',
  };
};

const targetCell = ({ entry: { target }, definition }: DocumentIndicator): SheetCell => {
  if (target.value !== null) return decimalCell(target.value, figureFormat(definition));
  return { value: targetFigureWords(target, definition) ?? 'No target', look: 'absent' };
};

const initialCell = ({ entry: { target }, definition }: DocumentIndicator): SheetCell => {
  if (!target.revised) return { value: null };
  const initial = target.initial?.value ?? null;
  if (initial !== null) return decimalCell(initial, figureFormat(definition));
  return {
    value: target.initial === null ? 'No target' : targetFigureWords(target.initial, definition),
    look: 'absent',
  };
};

/** Everything that asks a reader to take care, in words. */
const marksOf = (indicator: DocumentIndicator): string => {
  const { entry } = indicator;
  const { target } = entry;
  const marks: readonly (readonly [boolean, string])[] = [
    [entry.illustrative && entry.value !== null, 'illustrative value'],
    [target.illustrative, 'illustrative target'],
    [ratingIsIllustrative(indicator), 'rating rests on illustrative figures'],
    [entry.restated, 'restated'],
    [target.revised, 'target revised'],
    [target.afterResult, 'revised after the result was known'],
    [entry.computed, 'computed'],
  ];
  return marks.flatMap(([holds, word]) => (holds ? [word] : [])).join('; ');
};

const heads = [
  'Objective',
  'Indicator',
  'Name',
  'Unit',
  'Period',
  'Previous value',
  'Value',
  'Target',
  'Initial target, if revised',
  'Rating',
  'Deviation from target, %',
  'Explanation',
  'Source',
  'To be read with care',
] as const;

/** Previous value, value, both targets, deviation. */
const figureColumns: readonly number[] = [5, 6, 7, 8, 10];

const rowOf = ({ objective, indicator }: PlacedIndicator): SheetCell[] => {
  const { code, definition, entry } = indicator;
  const { rating, reason, deviation } = entry.rating;
  return [
    { value: objective.code },
    { value: code, look: 'strong' },
    { value: definition.name },
    { value: definition.unit },
    { value: periodWords(entry) },
    decimalCell(entry.previous?.value ?? null, figureFormat(definition)),
    valueCell(indicator),
    targetCell(indicator),
    initialCell(indicator),
    { value: `${ratingSymbols[rating]} ${ratingPhrase(rating, reason)}`, color: ratingColors[rating] },
    decimalCell(deviation, '+#,##0.0;-#,##0.0;0'),
    { value: entry.explanation },
    { value: entry.source },
    { value: marksOf(indicator) },
  ];
};

/** The year at a glance: one row for each indicator, the words of the review beside its figures. */
export const resultsSheet = (document: ReviewDocument): NewSheet => ({
  name: resultsSheetName(document),
  rows: [
    heads.map((value, at) => ({ value, look: 'head' as const, right: figureColumns.includes(at) })),
    ...indicatorsOf(document).map(rowOf),
  ],
  widths: [11, 11, 34, 13, 14, 11, 13, 12, 12, 20, 12, 38, 22, 22],
  frozenRows: 1,
  frozenColumns: 3,
  filter: true,
});
