import type { EditableLinkage } from '@fbs/contract';
import { linkageRepository } from '@fbs/db';
import type { Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import {
  editableOf,
  type LinkageInput,
  type LinkagePlace,
  linkageNow,
  linkageToChange,
  reasonFor,
  refuseSecond,
  wordsOf,
} from './linkage-work.ts';

type Change = LinkagePlace & LinkageInput & { readonly reason?: string | null | undefined };

const wordsBefore = (row: linkageRepository.LinkageWords): linkageRepository.LinkageWords => {
  const { subjectKind, subjectId, elementId, strength, quote, summary } = row;
  return { subjectKind, subjectId, elementId, strength, quote, summary };
};

/** The next version of a linkage; the one before stays with its days and with the reviews that were signed. */
export const changeLinkage = (context: Context, input: Change): Promise<EditableLinkage> =>
  context.database.write(async (queries) => {
    const { facts, current } = await linkageToChange(queries, context, input);
    if (current.removedAt !== null) {
      throw new DomainError('conflict', 'This linkage was removed: bring it back before you change it.');
    }
    const words = await wordsOf(queries, facts, input);
    const before = wordsBefore(current);
    if (JSON.stringify(before) === JSON.stringify(words)) {
      throw new DomainError('refused', 'Nothing in the linkage would change: change something, or leave it.');
    }
    refuseSecond(facts, words, current.id);
    const reason = reasonFor(current, facts, input.reason);
    const at = context.clock();
    await linkageRepository.writeLinkage(queries, {
      id: current.id,
      strategyId: facts.strategy.id,
      number: current.version + 1,
      words,
      removed: false,
      reason,
      personId: context.actor.id,
      at,
    });
    await trace(queries, context, at, {
      action: 'changed a linkage',
      kind: 'linkage',
      id: current.id,
      strategy: facts.strategy.id,
      before,
      after: { ...words, reason },
    });
    return editableOf(await linkageNow(queries, facts, current.id), facts);
  });
