import { assessmentLabels } from '@fbs/core';
import { describe, expect, test } from 'vitest';
import { type Session, type SessionStrategy, strategyOf } from './session.ts';

const strategy = (id: string, firstYear: number, state: SessionStrategy['state'] = 'in_force'): SessionStrategy => ({
  id,
  title: id,
  firstYear,
  lastYear: firstYear + 4,
  state,
  permissions: [],
});

const signIn = { password: false, singleSignOn: null };

const chosen = (strategies: SessionStrategy[], search: Parameters<typeof strategyOf>[1], today = '2024-05-01') =>
  strategyOf(
    {
      mode: 'evaluation',
      today,
      person: null,
      personas: [],
      strategies,
      signIn,
      assessmentNames: assessmentLabels,
      dataVersion: 5,
    } satisfies Session,
    search,
  )?.id;

describe('the strategy of an address', () => {
  const two = [strategy('old', 2018), strategy('new', 2023)];

  test('is the one that it names, whatever its year', () => {
    expect(chosen(two, { strategy: 'old', year: 2024 })).toBe('old');
  });
  test('is the one of its year where it names none, or one that is not there', () => {
    expect(chosen(two, { year: 2020 })).toBe('old');
    expect(chosen(two, { strategy: 'gone', year: 2020 })).toBe('old');
  });
  test('is the present one where it has no year either, and the latest once all are over', () => {
    expect(chosen(two, {})).toBe('new');
    expect(chosen(two, {}, '2031-01-01')).toBe('new');
  });
  test('is never a draft that it does not name, and an archived one only for its years', () => {
    const next = [strategy('old', 2018, 'archived'), strategy('new', 2023), strategy('next', 2028, 'draft')];
    expect(chosen(next, {}, '2029-01-01')).toBe('new');
    expect(chosen(next, { year: 2019 })).toBe('old');
    expect(chosen(next, { strategy: 'next' })).toBe('next');
  });
  test('is none where there is none', () => {
    expect(chosen([], {})).toBeUndefined();
  });
});
