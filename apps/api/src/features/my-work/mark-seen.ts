import type { MyWork } from '@fbs/contract';
import type { Year } from '@fbs/core';
import { mentionRepository, reminderRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { loadFacts, placeOf } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { coveredYear, indicatorOf } from '../../results/present.ts';
import { workOut } from '../../results/results.ts';
import { trace } from '../../trace.ts';
import { loadMyWork } from './read-my-work.ts';

type Input = {
  readonly strategy: string;
  readonly indicator: string;
  readonly year: Year;
  readonly kind?: 'reminded' | 'mentioned' | undefined;
};

/** What was seen already stays so: nothing is written then. */
export const markSeen = (context: Context, input: Input): Promise<MyWork> => {
  allow(context.actor, 'read');
  return context.database.write(async (queries) => {
    const at = context.clock();
    const facts = await loadFacts(queries, input.strategy, momentOf(undefined, at));
    const indicatorId = indicatorOf(facts, input.indicator).id;
    const year = coveredYear(facts, input.year);
    const place = { indicatorId, year, receiverId: context.actor.id };
    const isMention = input.kind === 'mentioned';
    const count = await (isMention ? mentionRepository : reminderRepository).markSeen(queries, place, at);
    if (count > 0) {
      await trace(queries, context, at, {
        action: isMention ? 'saw a mention' : 'saw a reminder',
        kind: isMention ? 'mention' : 'reminder',
        id: placeOf(indicatorId, year),
        strategy: facts.strategy.id,
        before: null,
        after: { seen: count },
      });
    }
    return loadMyWork(queries, context, workOut(facts));
  });
};
