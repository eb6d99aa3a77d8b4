import type { IndicatorPage, IndicatorYear } from '@fbs/contract';
import type { ComputedPart, Instant } from '@fbs/core';
import { type Queries, valueRepository } from '@fbs/db';
import { sharePartsOf } from '../../results/figures.ts';
import type { Facts, Indicator } from '../../results/load-facts.ts';

/** The approved figures that the one in force replaced, in the years that were restated. */
export const restatementsOf = async (
  queries: Queries,
  indicator: Indicator,
  years: readonly IndicatorYear[],
  until: Instant | null,
): Promise<IndicatorPage['restatements']> => {
  const found: IndicatorPage['restatements'][number][] = [];
  for (const { year, value, restated } of years) {
    if (!restated || indicator.definition.computed !== null) continue;
    const vintages = await valueRepository.listVintages(queries, [indicator.id], year, until);
    for (const vintage of vintages.toReversed()) {
      if (vintage.state !== 'approved' || vintage.value === null || vintage.value === value) continue;
      if (found.some((each) => each.year === year && each.value === vintage.value)) continue;
      const { source, at, illustrative } = vintage;
      found.push({ year, value: vintage.value, source, at, illustrative });
    }
  }
  return found;
};

const partOf = (facts: Facts, { indicator, category }: ComputedPart) => {
  const definition = facts.indicators.find((each) => each.code === indicator)?.definition;
  return {
    indicator,
    category: category ?? null,
    name: definition?.name ?? indicator,
    unit: definition?.unit ?? '',
    kind: definition?.kind ?? 'number',
    decimals: definition?.decimals ?? 0,
  };
};

/** What a share is made of, in the years shown; null for everything that is no share. */
export const shareOf = (
  facts: Facts,
  indicator: Indicator,
  years: readonly IndicatorYear[],
): IndicatorPage['share'] => {
  const { computed } = indicator.definition;
  if (computed?.kind !== 'share') return null;
  return {
    numerator: partOf(facts, computed.numerator),
    denominator: partOf(facts, computed.denominator),
    years: years.map(({ year, period }) => ({ year, label: period.label, ...sharePartsOf(facts, computed, year) })),
  };
};
