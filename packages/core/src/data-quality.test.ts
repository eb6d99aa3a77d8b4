import { expect, test } from 'vitest';
import { dataQualityScore } from './data-quality.ts';

test('the score counts the items that are answered and names the others', () => {
  const items = { verified_how: 'Two people check', source: 'TIP Report', limitations: '  ' };
  expect(dataQualityScore({ items })).toEqual({
    answered: 2,
    of: 5,
    missing: ['accuracy_needed', 'limitations', 'compensated_how'],
  });
});
