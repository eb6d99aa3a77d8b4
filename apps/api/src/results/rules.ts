import { dueDay, percentOf, periodOf, rate, shareOf, trendOf } from '@fbs/core';

/** The rules that results are worked out with: those of core, or the same with a memory. */
export type Rules = {
  readonly rate: typeof rate;
  readonly trendOf: typeof trendOf;
  readonly shareOf: typeof shareOf;
  readonly percentOf: typeof percentOf;
  readonly periodOf: typeof periodOf;
  readonly dueDay: typeof dueDay;
};

export const plainRules: Rules = { rate, trendOf, shareOf, percentOf, periodOf, dueDay };

/** More than all years of a large strategy have; beyond it a memory starts anew. */
const most = 5000;

const remember = <A extends readonly unknown[], R>(work: (...given: A) => R): ((...given: A) => R) => {
  const known = new Map<string, { readonly result: R }>();
  return (...given) => {
    const key = JSON.stringify(given);
    const before = known.get(key);
    if (before !== undefined) return before.result;
    const result = work(...given);
    if (known.size >= most) known.clear();
    known.set(key, { result });
    return result;
  };
};

/** Pure functions, and most figures stay the same from one write to the next: so what was worked out once is kept. */
export const rememberRules = (): Rules => ({
  rate: remember(rate),
  trendOf: remember(trendOf),
  shareOf: remember(shareOf),
  percentOf: remember(percentOf),
  periodOf: remember(periodOf),
  dueDay: remember(dueDay),
});
