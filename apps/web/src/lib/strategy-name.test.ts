import { expect, test } from 'vitest';
import { strategyName } from './strategy-name.ts';

test('a strategy is named with its years, once', () => {
  const years = { firstYear: 2018, lastYear: 2022 };
  expect(strategyName({ title: 'Bureau Strategy', ...years })).toBe('Bureau Strategy 2018–2022');
  expect(strategyName({ title: 'Bureau Strategy 2018-2022', ...years })).toBe('Bureau Strategy 2018–2022');
});

test('a strategy of one year is named with that year', () => {
  const years = { firstYear: 2011, lastYear: 2011 };
  expect(strategyName({ title: 'Bureau Strategy', ...years })).toBe('Bureau Strategy 2011');
  expect(strategyName({ title: 'Bureau Strategy 2011-2011', ...years })).toBe('Bureau Strategy 2011');
  expect(strategyName({ title: 'Plan for 2011', ...years })).toBe('Plan for 2011');
});
