import type { DocumentIndicator, IndicatorYear } from '@fbs/contract';
import { directionLabels, type IndicatorDefinition } from '@fbs/core';
import { targetFigureWords, valueWords } from './figure-words.ts';
import { singleLine } from './plain-text.ts';
import { chartYears } from './review-chart-data.ts';

/** A listener hears the word, not a sign. */
const spoken = (words: string, illustrative: boolean): string => (illustrative ? `${words} (illustrative)` : words);

const targetPhrase = ({ target }: IndicatorYear, definition: IndicatorDefinition): string => {
  const words = targetFigureWords(target, definition);
  if (words === null) return 'no target';
  const initial = target.revised && target.initial ? targetFigureWords(target.initial, definition) : null;
  const phrase = `target ${spoken(words, target.illustrative)}`;
  return initial === null ? phrase : `${phrase}, revised from ${initial}`;
};

const yearPhrase = (entry: IndicatorYear, definition: IndicatorDefinition): string => {
  const value = spoken(
    valueWords({ ...entry, illustrative: false }, definition),
    entry.illustrative && entry.value !== null,
  );
  return `${entry.period.label}: ${value}, ${targetPhrase(entry, definition)}`;
};

/** The text alternative of an indicator's chart: everything that it shows, in words. */
export const chartDescription = (indicator: DocumentIndicator): string => {
  const { code, definition } = indicator;
  const years = chartYears(indicator).map((entry) => yearPhrase(entry, definition));
  const unit = definition.kind === 'number' ? `${definition.unit}, ` : '';
  const subject = `${code} ${definition.name} (${unit}${directionLabels[definition.direction].toLowerCase()})`;
  return singleLine(`Column chart from 0: ${subject}. ${years.join('. ')}.`);
};
