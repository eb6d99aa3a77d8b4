import { randomUUID } from 'node:crypto';
import { breakdownRepository, importRepository, type Queries, targetRepository, valueRepository } from '@fbs/db';
import { type Listed, listed } from '@fbs/documents';
import type { Actor } from '../../context.ts';
import { type Facts, placeOf } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { versionAt } from './check-rows.ts';
import type { CheckedRow, PartPlan, Plan, RowPlace, ValueChange } from './import-rows.ts';

/** One write for all rows of a file that are about the same value or target. */
export type Group = {
  readonly place: RowPlace;
  readonly reason: string | null;
  /** At most one of a value and one of a target. */
  readonly plans: readonly Exclude<Plan, PartPlan>[];
  /** Made when they are written: there may be very many. */
  readonly parts: Listed<PartPlan>;
};

export type RowWork = {
  readonly queries: Queries;
  readonly context: { readonly actor: Actor };
  readonly facts: Facts;
  readonly importId: string;
  readonly fileName: string;
  readonly at: string;
};

type Gathering = {
  readonly place: RowPlace;
  reason: string | null;
  readonly plans: Group['plans'][number][];
  readonly parts: PartPlan[];
};

/** Gathers what is to be written, row by row, without keeping the rows. */
export const gatherGroups = () => {
  // the rows of one place share one object
  const groups = new Map<RowPlace, Gathering>();
  return {
    add: ({ place, plan, reason }: Pick<CheckedRow, 'place' | 'plan' | 'reason'>): void => {
      if (place === null || plan === null) return;
      let group = groups.get(place);
      if (group === undefined) {
        group = { place, reason, plans: [], parts: [] };
        groups.set(place, group);
      }
      group.reason ??= reason;
      if (plan.kind === 'breakdown') group.parts.push(plan);
      else group.plans.push(plan);
    },
    groups: (): readonly Group[] => [...groups.values()].map((each) => ({ ...each, parts: listed(each.parts) })),
  };
};

/** The parts of the file among those recorded before; what the file does not name stays. */
const partsWith = async (
  { queries }: RowWork,
  parts: readonly PartPlan[],
  beforeId: string | null,
): Promise<readonly breakdownRepository.BreakdownFigure[]> => {
  if (beforeId === null) return parts;
  const before = (await breakdownRepository.listBreakdownRows(queries, [beforeId])).get(beforeId) ?? [];
  const keyOf = ({ dimension, category }: breakdownRepository.BreakdownFigure) => `${dimension}\n${category}`;
  const rows = new Map(before.map((row) => [keyOf(row), row]));
  for (const part of parts) rows.set(keyOf(part), part);
  return [...rows.values()];
};

const saveParts = async (work: RowWork, { place, parts }: Group, beforeId: string | null) => {
  if (parts.length === 0) return {};
  const id = randomUUID();
  const { indicatorId, year } = place;
  const rows = await partsWith(
    work,
    Array.from({ length: parts.length }, (_, at) => parts.at(at)),
    beforeId,
  );
  const by = { personId: work.context.actor.id, at: work.at };
  await breakdownRepository.addBreakdown(work.queries, { id, indicatorId, year, ...by, rows });
  return { breakdownId: id };
};

type Values = typeof valueRepository;
type ValueRow = Parameters<Values['saveVintage']>[2];
type Written = Omit<ValueRow, 'strategyId' | 'indicatorId' | 'year' | 'personId' | 'at'>;

/** What was written of a value goes with it; its vintages keep it. */
const notApplicable = (before: Omit<Written, 'action' | 'reason'>, reason: string): Written => ({
  ...before,
  ...valueRepository.noFigure,
  state: 'not_applicable',
  notApplicableReason: reason,
  action: 'marked_not_applicable',
  reason,
});

const names = ({ value, text, chosenRating }: ValueChange): boolean =>
  value !== undefined || text !== undefined || chosenRating !== undefined;

const entered = async (
  work: RowWork,
  group: Group,
  row: valueRepository.ValueRow | undefined,
  change: ValueChange,
): Promise<Written> => {
  const { version: _version, ...before } = row ?? valueRepository.emptyValue;
  const imported = `Imported from ${work.fileName}`;
  const isCorrection = row?.state === 'approved';
  const isAnother = change.value !== undefined || change.chosenRating !== undefined;
  return {
    ...before,
    // a figure that is written anew is no longer published or invented; a remark alone leaves it what it was
    ...(!names(change) && row !== undefined ? {} : { verification: null, illustrative: false }),
    notApplicableReason: null,
    ...change,
    ...(await saveParts(work, group, before.breakdownId)),
    state: isCorrection ? 'submitted' : 'draft',
    restated: isCorrection ? before.restated || isAnother : before.restated,
    submittedBy: isCorrection ? work.context.actor.id : before.submittedBy,
    action: isCorrection ? 'corrected' : 'entered',
    reason: isCorrection && group.reason !== null ? `${group.reason} (${imported})` : imported,
  };
};

const actionWords = {
  entered: 'entered a value',
  corrected: 'corrected an approved value',
  marked_not_applicable: 'marked a value not applicable',
} as const;

const writeValue = async (work: RowWork, group: Group): Promise<void> => {
  const { queries, context, facts, at } = work;
  const { indicatorId, year } = group.place;
  const row = facts.values.get(placeOf(indicatorId, year));
  const { version, ...before } = row ?? valueRepository.emptyValue;
  const [plan] = group.plans;
  const written =
    plan?.kind === 'not_applicable'
      ? notApplicable(before, plan.reason)
      : await entered(work, group, row, plan?.kind === 'value' ? plan.change : {});
  const vintage = { ...written, strategyId: facts.strategy.id, indicatorId, year, personId: context.actor.id, at };
  await valueRepository.saveVintage(queries, version, vintage);
  const action = actionWords[written.action as keyof typeof actionWords];
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
    noTargetReason: plan.noTargetReason,
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
    afterEach(group.plans.length + group.parts.length);
  }
};
