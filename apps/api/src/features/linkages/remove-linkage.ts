import type { EditableLinkage } from '@fbs/contract';
import { frameworkRepository, linkageRepository, type Queries } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import type { Facts } from '../../results/load-facts.ts';
import { trace } from '../../trace.ts';
import { editableOf, type LinkagePlace, linkageNow, linkageToChange, reasonFor, refuseSecond } from './linkage-work.ts';

type Current = Awaited<ReturnType<typeof linkageToChange>>['current'];

const writeState = async (
  queries: Queries,
  context: Context,
  { facts, current }: { readonly facts: Facts; readonly current: Current },
  { removed, reason }: { readonly removed: boolean; readonly reason: string | null },
): Promise<EditableLinkage> => {
  const at = context.clock();
  const { subjectKind, subjectId, elementId, strength, quote, summary } = current;
  const words = { subjectKind, subjectId, elementId, strength, quote, summary };
  await linkageRepository.writeLinkage(queries, {
    id: current.id,
    strategyId: facts.strategy.id,
    number: current.version + 1,
    words,
    removed,
    reason,
    personId: context.actor.id,
    at,
  });
  await trace(queries, context, at, {
    action: removed ? 'removed a linkage' : 'brought a linkage back',
    kind: 'linkage',
    id: current.id,
    strategy: facts.strategy.id,
    before: removed ? words : null,
    after: removed ? (reason === null ? null : { reason }) : words,
  });
  return editableOf(await linkageNow(queries, facts, current.id), facts);
};

/** Takes a linkage out of what is shown from now on; the days before still show it. */
export const removeLinkage = (
  context: Context,
  input: LinkagePlace & { readonly reason?: string | null | undefined },
): Promise<EditableLinkage> =>
  context.database.write(async (queries) => {
    const { facts, current } = await linkageToChange(queries, context, input);
    if (current.removedAt !== null) throw new DomainError('conflict', 'This linkage was removed already.');
    const reason = reasonFor(current, facts, input.reason);
    return writeState(queries, context, { facts, current }, { removed: true, reason });
  });

const isGone = (indicators: Facts['indicators'], { subjectKind, subjectId }: Current): boolean =>
  subjectKind === 'indicator' && indicators.find(({ id }) => id === subjectId)?.definition.status === 'retired';

/** Undoes a removal. */
export const restoreLinkage = (context: Context, input: LinkagePlace): Promise<EditableLinkage> =>
  context.database.write(async (queries) => {
    const { facts, current } = await linkageToChange(queries, context, input);
    if (current.removedAt === null) throw new DomainError('conflict', 'This linkage is in force: nothing was removed.');
    const elements = await frameworkRepository.listFrameworkElements(queries, facts.strategy.id, null);
    if (!elements.some(({ id }) => id === current.elementId)) {
      const what = `${current.elementLabel} is no longer in its framework`;
      throw new DomainError('conflict', `${what}: load the framework with it first.`);
    }
    if (isGone(facts.indicators, current)) {
      throw new DomainError('conflict', 'The indicator has been retired: adopt it again first.');
    }
    refuseSecond(facts, current, current.id);
    return writeState(queries, context, { facts, current }, { removed: false, reason: null });
  });
