import type { DocumentIndicator, IndicatorYear, Target } from '@fbs/contract';
import {
  type Decimal,
  directionLabels,
  entryStateLabels,
  formatDifference,
  formatFigure,
  formatPercent,
  type IndicatorDefinition,
  type IndicatorKind,
  indicatorStatusLabels,
  type Rounding,
  type TargetFigure,
} from '@fbs/core';
import { dayWords } from './day-words.ts';

const dagger = '†';

/** A figure as the office reads it; what was worked out is rounded to the decimals of its definition. */
export const figureWords = (value: Decimal, definition: IndicatorDefinition): string =>
  formatFigure(value, { ...definition, rounding: roundingOf(definition) });

const roundingOf = ({ computed }: IndicatorDefinition): Rounding => (computed === null ? 'stored' : 'computed');

/** Every figure and text that was invented for evaluation carries the mark. */
export const marked = (text: string, illustrative: boolean): string => (illustrative ? `${text}${dagger}` : text);

/** What follows from an illustrative figure is illustrative too: changes against it, and ratings that look back at it. */
export const previousIsIllustrative = ({ entry, years }: DocumentIndicator): boolean =>
  entry.previous !== null && years.some((one) => one.year === entry.year - 1 && one.illustrative);

export const ratingIsIllustrative = (indicator: DocumentIndicator): boolean => {
  const { rating, illustrative, target, value } = indicator.entry;
  if (illustrative && value !== null) return true;
  return rating.rating !== 'not_rated' && (target.illustrative || previousIsIllustrative(indicator));
};

/** States whose figure may still change say so beside it. */
const unsettled: Partial<Record<IndicatorYear['state'], string>> = {
  draft: 'draft',
  submitted: 'submitted',
  returned: 'returned',
};

/** What stands where there is no value: never 0, never a blank. */
export const absenceWords = (entry: Pick<IndicatorYear, 'state' | 'withheld'>): string => {
  if (entry.withheld) return 'Draft, not shown';
  if (entry.state in unsettled) return `No value yet (${unsettled[entry.state]})`;
  return entry.state === 'approved' || entry.state === 'frozen' ? 'No value' : entryStateLabels[entry.state];
};

/** "8,412†", "8,412 (submitted)", "Not reported" */
export const valueWords = (entry: IndicatorYear, definition: IndicatorDefinition): string => {
  if (entry.value === null) {
    return definition.kind === 'narrative' && entry.text !== null ? 'In words, see below' : absenceWords(entry);
  }
  const figure = marked(figureWords(entry.value, definition), entry.illustrative);
  const state = unsettled[entry.state];
  return state === undefined ? figure : `${figure} (${state})`;
};

/** "9,000", "90% to 95%"; null where there is no figure. */
export const targetFigureWords = (figure: TargetFigure, definition: IndicatorDefinition): string | null => {
  if (figure.low !== null && figure.high !== null) {
    return `${formatFigure(figure.low, definition)} to ${formatFigure(figure.high, definition)}`;
  }
  return figure.value === null ? null : formatFigure(figure.value, definition);
};

export const initialTargetWords = (target: Target, definition: IndicatorDefinition): string => {
  const figure = target.initial ?? (target.revised ? null : target);
  const words = figure && targetFigureWords(figure, definition);
  return words ? marked(words, target.illustrative) : 'No target';
};

export const revisedTargetWords = (target: Target, definition: IndicatorDefinition): string => {
  if (!target.revised) return 'Not revised';
  const words = targetFigureWords(target, definition);
  return words === null ? 'No target' : marked(words, target.illustrative);
};

/** The target in force: "9,000†", or null. */
export const targetWords = (target: Target, definition: IndicatorDefinition): string | null => {
  const words = targetFigureWords(target, definition);
  return words === null ? null : marked(words, target.illustrative);
};

const signed = (value: Decimal, words: string): string =>
  value === '0' || value.startsWith('-') ? words : `+${words}`;

/** "+672" and "+7.0%"; percents change by percentage points alone. */
export const changeWords = (
  { trend }: IndicatorYear,
  definition: IndicatorDefinition,
): { readonly change: string; readonly percent: string | null } => {
  if (trend === null) return { change: 'No earlier figure', percent: null };
  const change = signed(
    trend.change,
    formatDifference(trend.change, { ...definition, rounding: roundingOf(definition) }),
  );
  if (definition.kind === 'percent' || trend.percent === null) return { change, percent: null };
  return { change, percent: signed(trend.percent, formatPercent(trend.percent)) };
};

const kindsThatSayTheirUnit: readonly IndicatorKind[] = ['percent', 'currency', 'milestone', 'narrative'];

const readingWords = ({ kind, direction }: IndicatorDefinition): string =>
  kind === 'milestone' || kind === 'narrative' ? kind : directionLabels[direction].toLowerCase();

/** "CY 2022"; a figure of a stated date names it: "FY 2022, measured on Sept. 30, 2022". */
export const periodWords = (entry: IndicatorYear): string => {
  if (entry.measuredOn === null) return entry.period.label;
  return `${entry.period.label.split(',')[0]}, measured on ${dayWords(entry.measuredOn)}`;
};

/** What a figure covers and how to read it: "CY 2022, convictions, higher is better, proposed". */
export const basisWords = (entry: IndicatorYear, definition: IndicatorDefinition): string => {
  const unit = kindsThatSayTheirUnit.includes(definition.kind) ? [] : [definition.unit];
  const status = indicatorStatusLabels[definition.status].toLowerCase();
  return [periodWords(entry), ...unit, readingWords(definition), `${status} indicator`].join(', ');
};
