import { randomUUID } from 'node:crypto';
import type { EditableLinkage } from '@fbs/contract';
import { linkageRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { trace } from '../../trace.ts';
import { editableOf, factsNow, type LinkageInput, linkageNow, refuseSecond, wordsOf } from './linkage-work.ts';

/** @throws DomainError not_allowed, invalid, already_exists */
export const addLinkage = (
  context: Context,
  input: LinkageInput & { readonly strategy: string },
): Promise<EditableLinkage> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'edit linkages');
    const facts = await factsNow(queries, context, input.strategy);
    const words = await wordsOf(queries, facts, input);
    refuseSecond(facts, words, null);
    const at = context.clock();
    const id = randomUUID();
    const strategyId = facts.strategy.id;
    await linkageRepository.addLinkage(queries, { id, strategyId, words, personId: context.actor.id, at });
    await trace(queries, context, at, {
      action: 'added a linkage',
      kind: 'linkage',
      id,
      strategy: strategyId,
      before: null,
      after: words,
    });
    return editableOf(await linkageNow(queries, facts, id), facts);
  });
