import type { DocumentIndicator } from '@fbs/contract';
import { type Decimal, formatNumber, type IndicatorDefinition } from '@fbs/core';
import { absenceWords, figureWords, marked, targetFigureWords } from './figure-words.ts';

/** A target's limits; equal where it is one figure. */
export type Span = { readonly low: number; readonly high: number };

export type ChartColumn = {
  /** "FY 2022", "CY 2022", "TIP Report 2022" */
  readonly label: string;
  /** The year of the review: drawn stronger. */
  readonly current: boolean;
  readonly valueText: string;
  readonly targetText: string;
  readonly initialText: string | null;
  /** Geometry only; what is printed are the texts. */
  readonly value: number | null;
  readonly target: Span | null;
  readonly initial: Span | null;
};

export type Chart = {
  readonly columns: readonly ChartColumn[];
  readonly hasTarget: boolean;
  readonly hasInitial: boolean;
  readonly isRange: boolean;
};

/** More than this would not be legible at the width of a page; the table of all years is on screen. */
const mostColumns = 8;

type Figure = { readonly value: Decimal | null; readonly low: Decimal | null; readonly high: Decimal | null };

const spanOf = (figure: Figure | null): Span | null => {
  if (figure === null) return null;
  if (figure.low !== null && figure.high !== null) return { low: Number(figure.low), high: Number(figure.high) };
  return figure.value === null ? null : { low: Number(figure.value), high: Number(figure.value) };
};

/** Without the currency's unit, which the caption names: there is little room under a column. */
const shortFigure = (value: Decimal, definition: IndicatorDefinition): string =>
  definition.kind === 'currency' ? formatNumber(value, definition.decimals) : figureWords(value, definition);

const shortTarget = (figure: Figure, definition: IndicatorDefinition): string | null =>
  targetFigureWords(figure, definition.kind === 'currency' ? { ...definition, kind: 'number' } : definition);

const columnOf = (
  { definition, entry: { year } }: DocumentIndicator,
  entry: DocumentIndicator['entry'],
): ChartColumn => {
  const { target } = entry;
  const initial = target.revised ? target.initial : null;
  const initialWords = initial && shortTarget(initial, definition);
  const targetWords = shortTarget(target, definition);
  return {
    label: entry.period.label.split(',')[0] ?? entry.period.label,
    current: entry.year === year,
    valueText:
      entry.value === null ? absenceWords(entry) : marked(shortFigure(entry.value, definition), entry.illustrative),
    targetText: targetWords === null ? 'No target' : marked(targetWords, target.illustrative),
    initialText: initialWords ? marked(initialWords, target.illustrative) : null,
    value: entry.value === null ? null : Number(entry.value),
    target: spanOf(target),
    initial: spanOf(initial),
  };
};

export const chartYears = ({ years }: DocumentIndicator): DocumentIndicator['years'] => years.slice(-mostColumns);

/** null where there is nothing to compare: fewer than two values, or an indicator that is not counted in figures. */
export const chartOf = (indicator: DocumentIndicator): Chart | null => {
  const { definition } = indicator;
  if (definition.kind === 'milestone' || definition.kind === 'narrative') return null;
  const columns = chartYears(indicator).map((entry) => columnOf(indicator, entry));
  if (columns.filter((column) => column.value !== null).length < 2) return null;
  return {
    columns,
    hasTarget: columns.some((column) => column.target !== null),
    hasInitial: columns.some((column) => column.initial !== null),
    isRange: columns.some(({ target }) => target !== null && target.low !== target.high),
  };
};
