import type { IndicatorYear, Overview } from '@fbs/contract';
import { attentionKinds } from '@fbs/contract';
import { compareDecimals, type Decimal, daysBetween, formatFigure, formatPercent, type Year } from '@fbs/core';
import { inForce, isPerformance } from '../../results/lines.ts';
import type { Indicator } from '../../results/load-facts.ts';
import type { Results } from '../../results/results.ts';

type Attention = Overview['needsAttention'][number];
type Kind = Attention['kind'];
type Found = { readonly kind: Kind; readonly sentence: string };

const withExplanation = (entry: IndicatorYear, sentence: string): string =>
  entry.explanationMissing ? `${sentence}. No explanation yet.` : `${sentence}.`;

const fallOf = (entry: IndicatorYear): Found | null => {
  if (entry.trend?.meaning !== 'bad' || entry.previous === null) return null;
  const { percent } = entry.trend;
  const by = percent === null ? '' : ` by ${formatPercent(percent.replace('-', ''))}`;
  const met = entry.rating.rating === 'above_target' || entry.rating.rating === 'on_target';
  const what = met ? 'On target, yet worse' : 'Worse';
  return { kind: 'falling', sentence: `${what} than in ${entry.previous.label}${by}.` };
};

const figureText = (indicator: Indicator, value: Decimal | null): string =>
  value === null ? 'none' : formatFigure(value, indicator.definition);

/** Why an entry needs somebody, under its highest rank; null where it does not. */
const findingOf = (indicator: Indicator, entry: IndicatorYear, today: string): Found | null => {
  if (entry.rating.rating === 'below_target') {
    return { kind: 'below_target', sentence: withExplanation(entry, entry.rating.sentence) };
  }
  if (entry.state === 'returned') {
    return {
      kind: 'returned',
      sentence: `Returned to ${indicator.definition.section} with a note.`,
    };
  }
  if (entry.due && (entry.state === 'not_reported' || entry.state === 'draft')) {
    const days = daysBetween(entry.dueDay, today).toLocaleString('en-US');
    const what = entry.state === 'draft' ? 'A draft that is not submitted' : 'Not reported';
    return {
      kind: 'overdue',
      sentence: `${what}, ${days} ${days === '1' ? 'day' : 'days'} overdue. ${indicator.definition.section}.`,
    };
  }
  if (entry.explanationMissing)
    return { kind: 'explanation_missing', sentence: withExplanation(entry, entry.rating.sentence) };
  if (entry.target.afterResult) {
    const { initial, value } = entry.target;
    return {
      kind: 'revised_after_result',
      sentence: `Target revised from ${figureText(indicator, initial?.value ?? null)} to ${figureText(indicator, value)} after the result was known.`,
    };
  }
  return fallOf(entry);
};

const worstFirst = (a: IndicatorYear, b: IndicatorYear): number =>
  compareDecimals(a.rating.deviation ?? '0', b.rating.deviation ?? '0');

/** What needs somebody, by the stated rank (attentionKinds), within a rank the widest miss first. */
export const needsAttention = (results: Results, year: Year): Attention[] =>
  inForce(results.facts)
    .filter(isPerformance)
    .flatMap((indicator) => {
      const entry = results.entry(indicator, year);
      const found = findingOf(indicator, entry, results.facts.moment.today);
      return found === null ? [] : [{ indicator, entry, found }];
    })
    .sort(
      (a, b) =>
        attentionKinds.indexOf(a.found.kind) - attentionKinds.indexOf(b.found.kind) ||
        worstFirst(a.entry, b.entry) ||
        a.indicator.position - b.indicator.position,
    )
    .map(({ indicator, entry, found }) => ({
      ...found,
      indicator: indicator.code,
      name: indicator.definition.name,
      section: indicator.definition.section,
      rating: entry.rating.rating,
      state: entry.state,
      illustrative: entry.illustrative || entry.target.illustrative,
    }));
