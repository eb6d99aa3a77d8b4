import { expect, test } from 'vitest';
import { readCompared } from './compare-search.ts';

const site = { year: 2021, asOf: undefined, today: '2026-01-15', years: [2018, 2019, 2020, 2021, 2022] };
const sides = (search: Record<string, unknown>, change: Partial<typeof site> = {}) => {
  const { kind, from, to } = readCompared(search, { ...site, ...change });
  return [kind, from.year, from.asOf, to.year, to.asOf];
};

test.each([
  ['nothing asked: the year before', {}, {}, ['years', 2020, undefined, 2021, undefined]],
  ['in the first year: the year after', {}, { year: 2018 }, ['years', 2018, undefined, 2019, undefined]],
  ['a later year stands on the right', { with: 2022 }, {}, ['years', 2021, undefined, 2022, undefined]],
  ['a year outside the strategy counts as none', { with: 2035 }, {}, ['years', 2020, undefined, 2021, undefined]],
  ['the same year counts as none', { with: 2021 }, {}, ['years', 2020, undefined, 2021, undefined]],
  ['a day against today', { since: '2021-06-30' }, {}, ['days', 2021, '2021-06-30', 2021, undefined]],
  ['a day that has not come counts as none', { since: '2030-01-01' }, {}, ['years', 2020, undefined, 2021, undefined]],
] as const)('%s', (_name, search, change, expected) => {
  expect(sides(search, change)).toEqual(expected);
});

test('of two days the earlier one stands first', () => {
  const change = { asOf: '2020-12-31' } as unknown as Partial<typeof site>;
  expect(sides({ since: '2021-06-30' }, change)).toEqual(['days', 2021, '2020-12-31', 2021, '2021-06-30']);
});

test('a goal or an objective is named with its kind, so that 1.10 stays 1.10', () => {
  expect(readCompared({ of: 'objective-1.10' }, site)).toMatchObject({ objective: '1.10', goal: undefined });
  expect(readCompared({ of: 'goal-2', only: 'changes' }, site)).toMatchObject({ goal: '2', onlyChanges: true });
  expect(readCompared({ of: 7 }, site)).toMatchObject({ goal: undefined, objective: undefined, onlyChanges: false });
});
