import type { IndicatorDefinition } from '@fbs/core';

export const disaggregationWords = ({ disaggregations }: IndicatorDefinition): string =>
  disaggregations
    .map(
      ({ dimension, categories, sumsToTotal }) =>
        `${dimension}: ${categories.join(', ')} (${sumsToTotal ? 'adds up to the value' : 'parts of the value'})`,
    )
    .join('; ');

const partWords = ({ indicator, category }: { indicator: string; category?: string | undefined }): string =>
  category === undefined ? indicator : `${indicator}, ${category}`;

export const formulaWords = ({ computed }: IndicatorDefinition): string | null => {
  if (computed === null) return null;
  if (computed.kind === 'targets_set') return 'Share of performance indicators with a target';
  return `(${partWords(computed.numerator)}) / (${partWords(computed.denominator)}) x 100`;
};

export const dueWords = ({ dueRule }: IndicatorDefinition): string | null =>
  dueRule === null ? null : `${dueRule.yearsAfter} years after, month ${dueRule.month}, day ${dueRule.day}`;
