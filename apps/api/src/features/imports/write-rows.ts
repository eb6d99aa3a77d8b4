import { randomUUID } from 'node:crypto';
import { breakdownRepository, importRepository, type Queries, targetRepository, valueRepository } from '@fbs/db';
import type { Actor } from '../../context.ts';
import { type Facts, placeOf } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { versionAt } from './check-rows.ts';
import { type CheckedRow, type Plan, placeKey, type RowPlace, type ValueChange } from './import-rows.ts';

/** One write for all rows of a file that are about the same value or target. */
export type Group = { readonly place: RowPlace; readonly plans: readonly Plan[]; readonly reason: string | null };

export type RowWork = {
  readonly queries: Queries;
  readonly context: { readonly actor: Actor };
  readonly facts: Facts;
  readonly importId: string;
  readonly fileName: string;
  readonly at: string;
};

/** Gathers what is to be written, row by row, without keeping the rows. */
export const gatherGroups = () => {
  const groups = new Map<string, Group & { readonly plans: Plan[] }>();
  return {
    add: ({ place, plan, reason }: CheckedRow): void => {
      if (place === null || plan === null) return;
      const known = groups.get(placeKey(place));
      if (known === undefined) groups.set(placeKey(place), { place, plans: [plan], reason });
      else known.plans.push(plan);
    },
    groups: (): readonly Group[] => [...groups.values()],
  };
};

/** The breakdown with the parts of the file in it; what the file does not name stays. */
const saveParts = async (work: RowWork, { place, plans }: Group, beforeId: string | null) => {
  const parts = plans.flatMap((plan) => (plan.kind === 'breakdown' ? [plan] : []));
  if (parts.length === 0) return {};
  const ids = beforeId === null ? [] : [beforeId];
  const before = await breakdownRepository.listBreakdownRows(work.queries, ids);
  const rows = new Map((before.get(beforeId ?? '') ?? []).map((row) => [`${row.dimension}/${row.category}`, row]));
  for (const { dimension, category, value } of parts)
    rows.set(`${dimension}/${category}`, { dimension, category, value });
  const id = randomUUID();
  const { indicatorId, year } = place;
  const personId = work.context.actor.id;
  await breakdownRepository.addBreakdown(work.queries, {
    id,
    indicatorId,
    year,
    personId,
    at: work.at,
    rows: [...rows.values()],
  });
  return { breakdownId: id };
};

const writeValue = async (work: RowWork, group: Group): Promise<void> => {
  const { queries, context, facts, at, fileName } = work;
  const { indicatorId, year } = group.place;
  const row = facts.values.get(placeOf(indicatorId, year));
  const { version, ...before } = row ?? valueRepository.emptyValue;
  const change: ValueChange = Object.assign(
    {},
    ...group.plans.flatMap((plan) => (plan.kind === 'value' ? [plan.change] : [])),
  );
  const isCorrection = row?.state === 'approved';
  const decided = isCorrection
    ? ({
        state: 'submitted',
        restated: before.restated || change.value !== undefined,
        submittedBy: context.actor.id,
      } as const)
    : ({ state: 'draft', submittedBy: before.submittedBy } as const);
  const imported = `Imported from ${fileName}`;
  const vintage = {
    ...before,
    // a figure that is written anew is no longer published or invented; a remark alone leaves it what it was
    ...(change.value === undefined && row !== undefined ? {} : { verification: null, illustrative: false }),
    notApplicableReason: null,
    ...change,
    ...(await saveParts(work, group, before.breakdownId)),
    ...decided,
    strategyId: facts.strategy.id,
    indicatorId,
    year,
    personId: context.actor.id,
    at,
    action: isCorrection ? ('corrected' as const) : ('entered' as const),
    reason: isCorrection && group.reason !== null ? `${group.reason} (${imported})` : imported,
  };
  await valueRepository.saveVintage(queries, version, vintage);
  const action = isCorrection ? 'corrected an approved value' : 'entered a value';
  const place = { kind: 'value', id: placeOf(indicatorId, year), strategy: facts.strategy.id };
  await trace(queries, context, at, { action, ...place, before: row ?? null, after: vintage });
};

const writeTarget = async (work: RowWork, { place, plans, reason }: Group): Promise<void> => {
  const plan = plans.find((each) => each.kind === 'target');
  if (plan === undefined) return;
  const { queries, context, facts, at, fileName } = work;
  const { indicatorId, year } = place;
  const before = facts.targets.get(placeOf(indicatorId, year));
  const imported = `Imported from ${fileName}`;
  const vintage = {
    strategyId: facts.strategy.id,
    indicatorId,
    year,
    ...plan.figure,
    noTargetReason: null,
    reason: reason === null ? imported : `${reason} (${imported})`,
    afterResult: plan.afterResult,
    personId: context.actor.id,
    at,
  };
  await targetRepository.saveTargetVintage(queries, before, vintage);
  const action = before === undefined ? 'set a target' : 'revised a target';
  const about = { kind: 'target', id: placeOf(indicatorId, year), strategy: facts.strategy.id };
  await trace(queries, context, at, { action, ...about, before: before ?? null, after: vintage });
};

/** Writes what the rows plan: a vintage for each value and target, with its trace and its place in the import. */
export const writeGroups = async (
  work: RowWork,
  groups: readonly Group[],
  afterEach: (rows: number) => void,
): Promise<void> => {
  for (const group of groups) {
    const versionBefore = versionAt(work.facts, group.place);
    await (group.place.kind === 'value' ? writeValue(work, group) : writeTarget(work, group));
    const change = { ...group.place, versionBefore, versionAfter: versionBefore + 1 };
    await importRepository.addImportChange(work.queries, work.importId, change);
    afterEach(group.plans.length);
  }
};
