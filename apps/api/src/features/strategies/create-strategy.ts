import type { CopyChoice, ManagedTree } from '@fbs/contract';
import { findInHead, type StrategyHead, strategyIdOf } from '@fbs/core';
import { planRepository, strategyRepository } from '@fbs/db';
import { allow, type Context, todayOf } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { copyParts } from './copy-parts.ts';
import { refuseFindings, treeNow } from './strategies-work.ts';

type Create = StrategyHead & { readonly copy: CopyChoice | null };

const refuseCopy = (pointer: string, detail: string): never => {
  throw new DomainError('invalid', detail, { errors: [{ pointer: `/copy/${pointer}`, detail }] });
};

/** What is copied may not hang in the air. */
const checkCopy = (copy: CopyChoice): void => {
  if (copy.indicators && !(copy.goals && copy.sections)) {
    refuseCopy(
      'indicators',
      'Copy the goals and the sections too: every indicator belongs to an objective and a section.',
    );
  }
  if (copy.linkages && !copy.goals) refuseCopy('linkages', 'Copy the goals too: linkages begin at them.');
};

/** Begins a strategy as a draft. @throws DomainError not_allowed, invalid */
export const createStrategy = (context: Context, { copy, ...head }: Create): Promise<ManagedTree> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'manage strategies');
    refuseFindings(findInHead(head));
    const rows = await planRepository.listStrategies(queries);
    const source = rows.find(({ id }) => id === copy?.strategy);
    if (copy !== null) checkCopy(copy);
    if (copy !== null && source === undefined) {
      refuseCopy('strategy', `There is no strategy "${copy.strategy}": choose one from the list.`);
    }
    const at = context.clock();
    const today = todayOf(context);
    const id = strategyIdOf(
      head,
      rows.map((row) => row.id),
    );
    await strategyRepository.addStrategy(queries, {
      ...head,
      ...{ id, state: 'draft', version: 1, createdAt: at },
      ...{ sourceTitle: head.title, approvedOn: today, lastUpdatedOn: today, marking: '' },
      parent: source?.parent ?? '',
    });
    if (copy !== null) await copyParts(queries, context, { choice: copy, to: id, at });
    await trace(queries, context, at, {
      action: copy === null ? 'began a strategy' : 'copied a strategy',
      kind: 'strategy',
      id,
      strategy: id,
      before: null,
      after: { ...head, copy },
    });
    return treeNow(queries, id);
  });
