import type { ImportDetail } from '@fbs/contract';
import { importRepository, targetRepository, valueRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { closedOf } from '../../results/entry-rights.ts';
import { type Indicator, placeOf } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { versionAt } from './check-rows.ts';
import {
  allowImports,
  factsAt,
  type ImportChangeInput,
  importOf,
  importToChange,
  presentImport,
  refuseState,
} from './import-work.ts';
import type { RowWork } from './write-rows.ts';

type Change = importRepository.ImportChange;

const nameOf = ({ facts }: RowWork, { indicatorId, year }: Change): string =>
  `${facts.indicators.find((each) => each.id === indicatorId)?.code ?? indicatorId} of FY ${year}`;

const closed = ({ facts }: RowWork, { indicatorId, year }: Change): boolean => {
  const indicator: Indicator | undefined = facts.indicators.find((each) => each.id === indicatorId);
  if (facts.reviews.get(year)?.state === 'in_clearance') return true;
  return indicator !== undefined && closedOf(facts, indicator, year) !== null;
};

const named = (work: RowWork, changes: readonly Change[]): string =>
  changes
    .slice(0, 5)
    .map((each) => nameOf(work, each))
    .join(', ') + (changes.length > 5 ? ' and others' : '');

/** As a whole or not at all. @throws DomainError conflict that names what stands in the way */
const checkChanges = (work: RowWork, changes: readonly Change[]): void => {
  const moved = changes.filter((each) => versionAt(work.facts, each) !== each.versionAfter);
  if (moved.length > 0) {
    const detail = `This was changed after the import: ${named(work, moved)}. Change figures back one by one instead.`;
    throw new DomainError('conflict', detail);
  }
  const frozen = changes.filter((each) => closed(work, each));
  if (frozen.length > 0) {
    const detail = `This cannot be changed now, because its year is closed: ${named(work, frozen)}.`;
    throw new DomainError('conflict', detail);
  }
};

const restoreValue = async (
  work: RowWork,
  { indicatorId, year, versionBefore, versionAfter }: Change,
): Promise<void> => {
  const { queries, context, facts, at, fileName } = work;
  const vintages = await valueRepository.listVintages(queries, [indicatorId], year, null);
  const earlier = vintages.find((each) => each.version === versionBefore);
  const { version: _version, ...before } = earlier ?? { ...valueRepository.emptyValue, person: '' };
  const { person: _person, ...record } = before;
  const vintage = {
    ...record,
    strategyId: facts.strategy.id,
    indicatorId,
    year,
    personId: context.actor.id,
    at,
    action: record.state === 'approved' ? ('corrected' as const) : ('entered' as const),
    reason: `Import of ${fileName} taken back`,
  };
  await valueRepository.saveVintage(queries, versionAfter, vintage);
  const about = { kind: 'value', id: placeOf(indicatorId, year), strategy: facts.strategy.id };
  const now = facts.values.get(placeOf(indicatorId, year)) ?? null;
  await trace(queries, context, at, { action: 'took an imported value back', ...about, before: now, after: vintage });
};

const restoreTarget = async (work: RowWork, { indicatorId, year, versionBefore }: Change): Promise<void> => {
  const { queries, context, facts, at, fileName } = work;
  const place = { indicatorId, year };
  const vintages = await targetRepository.listTargetVintages(queries, facts.strategy.id, null, place);
  const earlier = vintages.find((each) => each.number === versionBefore);
  const reason = `Import of ${fileName} taken back`;
  const vintage = {
    strategyId: facts.strategy.id,
    ...place,
    value: earlier?.value ?? null,
    low: earlier?.low ?? null,
    high: earlier?.high ?? null,
    noTargetReason: earlier?.noTargetReason ?? null,
    reason,
    afterResult: earlier?.afterResult ?? false,
    personId: context.actor.id,
    at,
  };
  const now = facts.targets.get(placeOf(indicatorId, year));
  await targetRepository.saveTargetVintage(queries, now, vintage);
  const about = { kind: 'target', id: placeOf(indicatorId, year), strategy: facts.strategy.id };
  await trace(queries, context, at, {
    action: 'took an imported target back',
    ...about,
    before: now ?? null,
    after: vintage,
  });
};

/** Takes an import back with new vintages that restore what stood before; nothing is deleted. */
export const undoImport = (context: Context, input: ImportChangeInput): Promise<ImportDetail> =>
  context.database.write(async (queries) => {
    const { actor } = context;
    allowImports(actor);
    const row = await importToChange(queries, context, input);
    refuseState(row, 'committed');
    const changes = await importRepository.listImportChanges(queries, row.id);
    const at = context.clock();
    const facts = await factsAt(queries, at, input.strategy);
    const work: RowWork = { queries, context, facts, importId: row.id, fileName: row.fileName, at };
    checkChanges(work, changes);
    for (const change of changes) await (change.kind === 'value' ? restoreValue : restoreTarget)(work, change);
    await importRepository.moveImport(queries, row, { state: 'undone', undoneBy: actor.id, undoneAt: at });
    const about = { kind: 'import', id: row.id, strategy: input.strategy };
    await trace(queries, context, at, {
      action: 'took an import back',
      ...about,
      before: { state: row.state },
      after: { state: 'undone', changes: changes.length },
    });
    return presentImport(queries, context, await importOf(queries, actor, input));
  });
