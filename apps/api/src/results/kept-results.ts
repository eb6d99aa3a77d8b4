import type { IndicatorYear } from '@fbs/contract';
import type { Year } from '@fbs/core';
import { type Facts, type Indicator, placeOf } from './load-facts.ts';
import type { Standing } from './standing.ts';

type Kept<T> = Map<string, { readonly restsOn: readonly unknown[]; readonly result: T }>;

/** What was worked out for the facts of today, for as long as every row that it rests on is the same row. */
export type KeptResults = { readonly standings: Kept<Standing>; readonly entries: Kept<IndicatorYear> };

export const keepResults = (): KeptResults => ({ standings: new Map(), entries: new Map() });

/** What a standing rests on; null where that is more than its own rows, as with a computed figure. */
export const standingRestsOn = (facts: Facts, indicator: Indicator, year: Year): readonly unknown[] | null => {
  if (indicator.definition.computed !== null) return null;
  const place = placeOf(indicator.id, year);
  const review = facts.reviews.get(year)?.state;
  return [indicator, facts.values.get(place), facts.targets.get(place), review, facts.moment.today];
};

/** An entry is compared with the year before, and names people. */
export const entryRestsOn = (facts: Facts, indicator: Indicator, year: Year): readonly unknown[] | null => {
  const [own, before] = [standingRestsOn(facts, indicator, year), standingRestsOn(facts, indicator, year - 1)];
  return own && before && [...own, ...before, facts.settings, facts.names];
};

const same = (a: readonly unknown[], b: readonly unknown[]): boolean => a.every((each, index) => each === b[index]);

/** Works something out of an indicator in a year once, or takes what was kept of it. */
export const once = <T>(
  work: (indicator: Indicator, year: Year) => T,
  restsOn: (indicator: Indicator, year: Year) => readonly unknown[] | null,
  kept: Kept<T> | undefined,
) => {
  const known = new Map<string, T>();
  const take = (place: string, indicator: Indicator, year: Year): T => {
    const rests = kept === undefined ? null : restsOn(indicator, year);
    const before = rests === null ? undefined : kept?.get(place);
    if (rests !== null && before !== undefined && same(rests, before.restsOn)) return before.result;
    const result = work(indicator, year);
    if (rests !== null) kept?.set(place, { restsOn: rests, result });
    return result;
  };
  return (indicator: Indicator, year: Year): T => {
    const place = placeOf(indicator.id, year);
    let result = known.get(place);
    if (result === undefined) {
      result = take(place, indicator, year);
      known.set(place, result);
    }
    return result;
  };
};
