import { breakdownRepository, type Queries, serviceRepository, targetRepository, valueRepository } from '@fbs/db';
import { byPlace, type Facts, gatherFacts, type ListParts, loadFacts, loadPlan, type Plan } from './load-facts.ts';
import type { Moment } from './moment.ts';

type Kept = Pick<Facts, 'values' | 'targets'> & {
  readonly data: number;
  readonly plan: number;
  readonly planRows: Plan;
};

/** A breakdown never changes: the parts of the same breakdowns are the same parts. */
const rememberParts = (): ListParts => {
  let known: { readonly key: string; readonly parts: Awaited<ReturnType<ListParts>> } | undefined;
  return async (queries, ids, places) => {
    const key = JSON.stringify([ids, places]);
    if (known?.key !== key) known = { key, parts: await breakdownRepository.listParts(queries, ids, places) };
    return known.parts;
  };
};

/**
 * Reads the facts of today like loadFacts, but asks the database only for what was written since the last time.
 * For reading works alone: what a write sees may yet be taken back.
 */
export const keepFacts = () => {
  const keptBy = new Map<string, Kept>();
  const listParts = rememberParts();

  const refresh = async (queries: Queries, strategyId: string, moment: Moment): Promise<Kept> => {
    const { data, plan } = await serviceRepository.readDataVersions(queries);
    const kept = keptBy.get(strategyId);
    // a snapshot older than what is kept must not move it backwards
    if (kept === undefined || kept.data > data) {
      return {
        data,
        plan,
        planRows: await loadPlan(queries, strategyId, moment),
        values: byPlace(await valueRepository.listValues(queries, strategyId, null)),
        targets: byPlace(await targetRepository.listTargets(queries, strategyId, null)),
      };
    }
    if (kept.data === data) return kept;
    return {
      data,
      plan,
      planRows: kept.plan === plan ? kept.planRows : await loadPlan(queries, strategyId, moment),
      values: byPlace(await valueRepository.listChangedValues(queries, strategyId, kept.data), kept.values),
      targets: byPlace(await targetRepository.listChangedTargets(queries, strategyId, kept.data), kept.targets),
    };
  };

  return async (queries: Queries, strategyId: string, moment: Moment): Promise<Facts> => {
    if (moment.until !== null) return loadFacts(queries, strategyId, moment);
    const now = await refresh(queries, strategyId, moment);
    const newest = keptBy.get(strategyId);
    if (newest === undefined || newest.data < now.data) keptBy.set(strategyId, now);
    const { data: dataVersion, planRows: plan, values, targets } = now;
    return gatherFacts(queries, { moment, dataVersion, plan, values, targets }, listParts);
  };
};
