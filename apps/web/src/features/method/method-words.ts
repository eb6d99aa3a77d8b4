import { formatDecimal, formatSignedPercent, plural } from '../../lib/format.ts';
import type { MethodPage } from './method-queries.ts';

export type RatingCase = MethodPage['cases'][number];

/** "35 of 35 agree": the published rating of a case, and what the engine says of it now. */
export const agreementWords = (cases: readonly RatingCase[]): string =>
  `${cases.filter(({ agrees }) => agrees).length} of ${cases.length} agree`;

const shown = (decimal: string | null): string | null => (decimal === null ? null : formatDecimal(decimal));

/** "9,000", "90 to 95", "8 ± 1"; null where there is none. */
export const targetWords = ({ target, low, high, tolerance }: RatingCase): string | null => {
  if (low !== null && high !== null) return `${shown(low)} to ${shown(high)}`;
  if (target === null || tolerance === null) return shown(target);
  return `${shown(target)} \u00b1 ${shown(tolerance)}`;
};

export const valueWords = ({ value }: RatingCase): string | null => shown(value);

/** What a missed target is compared with: the year before comes before the baseline. */
export const comparedWords = ({ previous, baseline }: RatingCase): string | null => {
  const before = previous === null ? null : `${shown(previous)} the year before`;
  const start = baseline === null ? null : `baseline ${shown(baseline)}`;
  return [before, start].filter((part) => part !== null).join('; ') || null;
};

export const deviationWords = ({ deviation }: RatingCase): string | null =>
  deviation === null ? null : formatSignedPercent(deviation);

export const sentenceCase = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);

/** A case whose sentence shows how a deviation is worked out, for the text; the engine's own words. */
export const exampleSentence = (cases: readonly RatingCase[]): string | undefined =>
  cases.find(({ rating, deviation }) => rating === 'on_target' && Number(deviation) > 0)?.sentence;

/** "107 figures from 30 sources". */
export const sourceWords = (sources: MethodPage['sources']): string => {
  const figures = sources.reduce((sum, source) => sum + source.figures, 0);
  return `${plural(figures, 'figure')} from ${plural(sources.length, 'source')}`;
};
