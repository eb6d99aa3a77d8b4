import type { Year } from '@fbs/core';
import { indicatorRepository, type Queries, targetRepository, valueRepository } from '@fbs/db';
import { type Facts, placeOf } from '../../results/load-facts.ts';

export type Side = { readonly facts: Facts; readonly year: Year };

/** Every recorded version behind the two sides, oldest first, by its place. */
export type Steps = {
  readonly values: ReadonlyMap<string, readonly valueRepository.VintageRow[]>;
  readonly targets: ReadonlyMap<string, readonly targetRepository.TargetVintageRow[]>;
  readonly definitions: ReadonlyMap<string, readonly indicatorRepository.DefinitionRow[]>;
};

const groupBy = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return groups;
};

/** @param sides one for each place: where both look at the same year, the later day has every version of the earlier */
export const loadSteps = async (queries: Queries, sides: readonly Side[], ids: readonly string[]): Promise<Steps> => {
  const values: valueRepository.VintageRow[] = [];
  const targets: targetRepository.TargetVintageRow[] = [];
  const definitions = new Map<string, readonly indicatorRepository.DefinitionRow[]>();
  for (const { facts, year } of sides) {
    const { until } = facts.moment;
    const strategyId = facts.strategy.id;
    values.push(...(await valueRepository.listVintages(queries, ids, year, until)).toReversed());
    targets.push(...(await targetRepository.listTargetVintages(queries, strategyId, until, { year })).toReversed());
    const history = await indicatorRepository.listDefinitionHistory(queries, strategyId, until);
    for (const [id, versions] of groupBy(history, (row) => row.indicatorId)) definitions.set(id, versions);
  }
  return {
    values: groupBy(values, (row) => placeOf(row.indicatorId, row.year)),
    targets: groupBy(targets, (row) => placeOf(row.indicatorId, row.year)),
    definitions,
  };
};
