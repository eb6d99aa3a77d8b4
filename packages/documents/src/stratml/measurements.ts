import type { DocumentIndicator, IndicatorYear } from '@fbs/contract';
import { targetFigureWords, valueWords } from '../figure-words.ts';
import { ratingPhrase } from '../rating-marks.ts';
import { type Element, element, neededText, textElement } from './xml.ts';

/** What a StratML file is of: the plan holds what is wanted, the report also what was reached. */
export type StratmlType = 'Strategic_Plan' | 'Performance_Report';

const descriptor = (name: string, value: string): Element =>
  element('Descriptor', [neededText('DescriptorName', name), neededText('DescriptorValue', value)]);

const datesOf = ({ period }: IndicatorYear): Element[] => [
  neededText('StartDate', period.start),
  neededText('EndDate', period.end),
];

const sentences = (parts: readonly (string | null | false)[]): string =>
  parts.filter((part) => typeof part === 'string' && part !== '').join(' ');

const targetOf = (entry: IndicatorYear, { definition }: DocumentIndicator): Element | null => {
  const { target } = entry;
  const words = targetFigureWords(target, definition);
  if (words === null) return null;
  const initial = target.revised && target.initial !== null ? targetFigureWords(target.initial, definition) : null;
  return element('TargetResult', [
    datesOf(entry),
    textElement('NumberOfUnits', target.value),
    descriptor('Kind', target.value === null ? 'Range' : 'Target'),
    textElement(
      'Description',
      sentences([
        `${entry.period.label}.`,
        target.value === null && `Target range: ${words}.`,
        target.revised && `Revised; the initial target was ${initial ?? 'none'}.`,
        target.afterResult && 'Revised after the result was known.',
        target.illustrative && 'Illustrative: invented for evaluation.',
      ]),
    ),
  ]);
};

const actualOf = (entry: IndicatorYear, { definition }: DocumentIndicator, isCurrent: boolean): Element | null => {
  const { value, rating } = entry;
  if (value === null && entry.text === null && !isCurrent) return null;
  return element('ActualResult', [
    datesOf(entry),
    textElement('NumberOfUnits', value),
    descriptor('Status', ratingPhrase(rating.rating, rating.reason)),
    textElement(
      'Description',
      sentences([
        `${entry.period.label}.`,
        value === null && entry.text === null && `${valueWords(entry, definition)}.`,
        entry.text,
        `${rating.sentence}.`,
        entry.explanation,
        entry.note,
        entry.notApplicableReason,
        entry.source !== null && `Source: ${entry.source}.`,
        entry.illustrative && value !== null && 'Illustrative: invented for evaluation.',
        entry.restated && 'Restated.',
      ]),
    ),
  ]);
};

/** StratML has no element for a baseline: an actual result of that kind stands for it. */
const baselineOf = ({ definition: { baseline } }: DocumentIndicator): Element | null =>
  baseline === null
    ? null
    : element('MeasurementInstance', [
        element('ActualResult', [
          neededText('NumberOfUnits', baseline.value),
          descriptor('Kind', 'Baseline'),
          neededText('Description', `Baseline of ${baseline.period}. Source: ${baseline.source}`),
        ]),
      ]);

/** Baseline first, then year by year the target and the value of the same dates. */
export const measurementsOf = (indicator: DocumentIndicator, type: StratmlType): Element[] => {
  const years = indicator.years.flatMap((entry) => {
    const target = targetOf(entry, indicator);
    const isCurrent = entry.year === indicator.entry.year;
    const actual = type === 'Strategic_Plan' ? null : actualOf(entry, indicator, isCurrent);
    return target === null && actual === null ? [] : [element('MeasurementInstance', [target, actual])];
  });
  const baseline = baselineOf(indicator);
  return baseline === null ? years : [baseline, ...years];
};
