import { entryStateLabels, type IndicatorKind } from '@fbs/core';
import { type FigureStyle, formatFigure, formatTarget } from '../../lib/figure.ts';
import { formatDay } from '../../lib/format.ts';
import type { IndicatorYear } from './indicator-queries.ts';

export type Verdict = {
  /** What stands large: the figure, or the state in words where there is none. */
  readonly figure: string;
  readonly isWord: boolean;
  /** After it, smaller: what it is measured against, or its unit. */
  readonly beside: string | null;
  /** How it was rated, and what there is to know about its state. */
  readonly sentences: readonly string[];
};

const withUnit = (figure: string, { kind, unit }: FigureStyle): string =>
  kind === 'number' ? `${figure} ${unit}` : figure;

const besideOf = (entry: IndicatorYear, style: FigureStyle): string | null => {
  const target = formatTarget(entry.target, style);
  if (target !== null) return `target ${withUnit(target, style)}`;
  return entry.value !== null && style.kind === 'number' ? style.unit : null;
};

const asSentence = (text: string): string => {
  const whole = /[.!?]$/.test(text) ? text : `${text}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
};

const stateSentence = (entry: IndicatorYear, section: string): string | null => {
  switch (entry.state) {
    case 'not_due':
      // its sentence has said already why nothing is due
      if (entry.rating.reason === 'new_indicator') return null;
      return `Due on ${formatDay(entry.dueDay)}.`;
    case 'not_reported':
      return entry.computed
        ? 'It is worked out from other figures, and one of them is missing.'
        : `It was due on ${formatDay(entry.dueDay)}; ${section} or a planner can enter it.`;
    case 'not_applicable':
      return entry.notApplicableReason === null ? null : asSentence(`Reason: ${entry.notApplicableReason}`);
    case 'draft':
      return entry.withheld
        ? `${section} has begun an entry; you can see it once it is submitted.`
        : `A draft: ${section} has not submitted it yet.`;
    case 'submitted':
      return 'Submitted; it waits for a reviewer.';
    case 'returned':
      return entry.returnNote === null
        ? `Returned to ${section}.`
        : `Returned to ${section} with the note: \u201c${entry.returnNote}\u201d`;
    default:
      return null;
  }
};

const figureWord = (entry: IndicatorYear, kind: IndicatorKind): string =>
  kind === 'narrative' && entry.text !== null ? 'In words' : entryStateLabels[entry.state];

/** What is entered but not submitted, or sent back, is shown and does not count. */
export const isUncounted = (entry: IndicatorYear): boolean =>
  (entry.value !== null || entry.text !== null || entry.chosenRating !== null) &&
  (entry.state === 'draft' || entry.state === 'returned');

const ratingSentence = (entry: IndicatorYear): string =>
  isUncounted(entry)
    ? 'This value is not rated: it does not count until it is submitted.'
    : asSentence(entry.rating.sentence);

/** How an indicator stands in a year, in words, for every state it can be in. A missing figure is never a 0. */
export const verdictOf = (entry: IndicatorYear, style: FigureStyle, section: string): Verdict => ({
  figure: entry.value === null ? figureWord(entry, style.kind) : formatFigure(entry.value, style),
  isWord: entry.value === null || style.kind === 'milestone',
  beside: style.kind === 'milestone' ? null : besideOf(entry, style),
  sentences: [ratingSentence(entry), stateSentence(entry, section)].filter((each) => each !== null),
});

export type Mending = { readonly label: string; readonly why: string };

/** What somebody who may enter values can do about this year; null where nothing is to be done. */
export const mendingOf = (entry: IndicatorYear): Mending | null => {
  if (entry.computed) return null;
  if (entry.state === 'returned') return { label: 'Revise and submit again', why: 'It was returned.' };
  if (entry.state === 'not_reported') return { label: 'Enter the value', why: 'It is overdue.' };
  if (entry.state === 'draft') return { label: 'Finish the draft', why: 'It is not submitted.' };
  if (entry.explanationMissing) {
    return { label: 'Explain', why: 'The deviation from the target needs an explanation, and there is none yet.' };
  }
  return null;
};
