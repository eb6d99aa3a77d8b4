import { compareDecimals, decimalSum, subtractDecimals, sumDecimals } from './decimal.ts';
import { formatNumber } from './figure.ts';
import type { Disaggregation } from './types.ts';
import type { Decimal } from './vocabulary.ts';

export type BreakdownRow = { readonly dimension: string; readonly category: string; readonly value: Decimal };
/** What of one dimension is known without reading its rows. */
export type BreakdownTotal = {
  readonly dimension: string;
  readonly total: Decimal;
  /** How many parts. */
  readonly rows: number;
  readonly largest: Decimal;
  readonly largestCategory: string;
};
export type BreakdownFinding = { readonly dimension: string; readonly sentence: string };

const shown = (value: Decimal): string => formatNumber(value, 0);

const findUnknown = (disaggregations: readonly Disaggregation[], rows: readonly BreakdownRow[]): BreakdownFinding[] => {
  const found = new Map<string, BreakdownFinding>();
  for (const { dimension, category } of rows) {
    const definition = disaggregations.find((candidate) => candidate.dimension === dimension);
    if (!definition) {
      const sentence = `"${dimension}" is not a breakdown of this indicator; remove it, or add it there.`;
      found.set(dimension, { dimension, sentence });
    } else if (!definition.categories.includes(category)) {
      const known = definition.categories.join(', ');
      const sentence = `"${category}" is not a category of ${dimension}; use one of ${known}.`;
      found.set(JSON.stringify([dimension, category]), { dimension, sentence });
    }
  }
  return [...found.values()];
};

const findDuplicates = (rows: readonly BreakdownRow[]): BreakdownFinding[] => {
  const counts = new Map<string, { row: BreakdownRow; times: number }>();
  for (const row of rows) {
    const key = JSON.stringify([row.dimension, row.category]);
    counts.set(key, { row, times: (counts.get(key)?.times ?? 0) + 1 });
  }
  return [...counts.values()]
    .filter(({ times }) => times > 1)
    .map(({ row: { dimension, category }, times }) => ({
      dimension,
      sentence: `${dimension}: "${category}" stands here ${times} times; keep one.`,
    }));
};

/** The sum and the largest part of each dimension, in the order in which they come. */
export const totalsOf = (rows: readonly BreakdownRow[]): BreakdownTotal[] => {
  const byDimension = new Map<string, { sum: ReturnType<typeof decimalSum>; rows: number; largest: BreakdownRow }>();
  for (const row of rows) {
    const known = byDimension.get(row.dimension);
    const own = known ?? { sum: decimalSum(), rows: 0, largest: row };
    if (known === undefined) byDimension.set(row.dimension, own);
    else if (compareDecimals(row.value, own.largest.value) > 0) own.largest = row;
    own.rows += 1;
    own.sum.add(row.value);
  }
  return [...byDimension].map(([dimension, { sum, rows: count, largest }]) => ({
    dimension,
    total: sum.total(),
    rows: count,
    largest: largest.value,
    largestCategory: largest.category,
  }));
};

const findWrongTotal = (value: Decimal, dimension: string, total: Decimal): BreakdownFinding[] => {
  const order = compareDecimals(total, value);
  if (order === 0) return [];
  const gap = order < 0 ? subtractDecimals(value, total) : subtractDecimals(total, value);
  const verdict = order < 0 ? `${shown(gap)} too few` : `${shown(gap)} too many`;
  return [
    { dimension, sentence: `${dimension} adds up to ${shown(total)}; the value is ${shown(value)}: ${verdict}.` },
  ];
};

const findTooLarge = (value: Decimal, rows: readonly BreakdownRow[]): BreakdownFinding[] =>
  rows
    .filter((row) => compareDecimals(row.value, value) > 0)
    .map((row) => ({
      dimension: row.dimension,
      sentence: `${row.dimension}: "${row.category}" is ${shown(row.value)}, more than the whole of ${shown(value)}.`,
    }));

/** As `checkBreakdown`, from the totals alone: whatever the size of the breakdown. Of parts too large it names one. */
export const checkTotals = (
  value: Decimal | null,
  disaggregations: readonly Disaggregation[],
  totals: readonly BreakdownTotal[],
): BreakdownFinding[] =>
  value === null
    ? []
    : totals.flatMap(({ dimension, total, largest, largestCategory }) => {
        const known = disaggregations.find((each) => each.dimension === dimension);
        if (known === undefined) return [];
        const tooLarge = findTooLarge(value, [{ dimension, category: largestCategory, value: largest }]);
        return known.sumsToTotal ? [...tooLarge, ...findWrongTotal(value, dimension, total)] : tooLarge;
      });

/**
 * What does not fit in a breakdown; an empty list where all fits. Sums are compared only where a dimension has rows,
 * and neither sums nor parts while the value itself is not entered.
 */
export const checkBreakdown = (
  value: Decimal | null,
  disaggregations: readonly Disaggregation[],
  rows: readonly BreakdownRow[],
): BreakdownFinding[] => {
  const findings = [...findUnknown(disaggregations, rows), ...findDuplicates(rows)];
  if (value === null) return findings;
  for (const { dimension, sumsToTotal } of disaggregations) {
    const own = rows.filter((row) => row.dimension === dimension);
    findings.push(...findTooLarge(value, own));
    if (sumsToTotal && own.length > 0) {
      findings.push(...findWrongTotal(value, dimension, sumDecimals(own.map((row) => row.value))));
    }
  }
  return findings;
};
