import type { IndicatorYear, Overview } from '@fbs/contract';
import {
  type AttentionKind,
  attentionOf,
  compareAttention,
  type Day,
  type Decimal,
  daysBetween,
  formatFigure,
  formatPercent,
  type IndicatorDefinition,
  isMet,
  type Year,
} from '@fbs/core';
import { inForce, isPerformance } from '../../results/lines.ts';
import type { Indicator } from '../../results/load-facts.ts';
import type { Results } from '../../results/results.ts';

type Attention = Overview['needsAttention'][number];
const withExplanation = (entry: IndicatorYear, sentence: string): string =>
  entry.explanationMissing ? `${sentence}. No explanation yet.` : `${sentence}.`;

const fallSentence = ({ trend, previous, rating }: IndicatorYear): string => {
  const percent = trend?.percent ?? null;
  const by = percent === null ? '' : ` by ${formatPercent(percent.replace('-', ''))}`;
  return `${isMet(rating.rating) ? 'On target, yet worse' : 'Worse'} than in ${previous?.label}${by}.`;
};

const overdueSentence = ({ state, dueDay }: IndicatorYear, section: string, today: Day): string => {
  const days = daysBetween(dueDay, today);
  const what = state === 'draft' ? 'A draft that is not submitted' : 'Not reported';
  return `${what}, ${days.toLocaleString('en-US')} ${days === 1 ? 'day' : 'days'} overdue. ${section}.`;
};

const revisedSentence = ({ target }: IndicatorYear, definition: IndicatorDefinition): string => {
  const text = (value: Decimal | null): string => (value === null ? 'none' : formatFigure(value, definition));
  return `Target revised from ${text(target.initial?.value ?? null)} to ${text(target.value)} after the result was known.`;
};

const sentenceOf = (kind: AttentionKind, { definition }: Indicator, entry: IndicatorYear, today: Day): string => {
  switch (kind) {
    case 'below_target':
    case 'explanation_missing':
      return withExplanation(entry, entry.rating.sentence);
    case 'overdue':
      return overdueSentence(entry, definition.section, today);
    case 'returned':
      return `Returned to ${definition.section} with a note.`;
    case 'falling':
      return fallSentence(entry);
    case 'revised_after_result':
      return revisedSentence(entry, definition);
  }
};

/** What needs somebody, as core ranks it, each with the sentence that says why. */
export const needsAttention = (results: Results, year: Year): Attention[] => {
  const { facts } = results;
  const review = facts.reviews.get(year)?.state;
  const isWritable = review !== 'in_clearance' && review !== 'final';
  return inForce(facts)
    .filter(isPerformance)
    .flatMap((indicator) => {
      const entry = results.entry(indicator, year);
      const kind = attentionOf(entry);
      return kind === null ? [] : [{ indicator, entry, kind, deviation: entry.rating.deviation }];
    })
    .sort((a, b) => compareAttention(a, b) || a.indicator.position - b.indicator.position)
    .map(({ indicator, entry, kind }) => ({
      kind,
      sentence: sentenceOf(kind, indicator, entry, facts.moment.today),
      indicator: indicator.code,
      name: indicator.definition.name,
      section: indicator.definition.section,
      rating: entry.rating.rating,
      state: entry.state,
      explanationMissing: entry.explanationMissing,
      open: isWritable && !entry.computed,
      illustrative: entry.illustrative || entry.target.illustrative,
    }));
};
