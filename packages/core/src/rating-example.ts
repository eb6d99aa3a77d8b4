import type { RatingInput } from './types.ts';

/** An indicator to vary in tests: 9,548 against a target of 9,000. */
export const exampleInput: RatingInput = {
  direction: 'increase',
  kind: 'number',
  decimals: 0,
  unit: 'victims',
  tolerance: null,
  target: { value: '9000', low: null, high: null },
  value: '9548',
  previous: null,
  baseline: null,
  threshold: '10',
  previousLabel: 'FY 2019',
  baselineLabel: 'FY 2017',
};
