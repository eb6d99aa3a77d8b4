import { planRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { readStrategyRecord, recordText } from './strategy-record.ts';

/** The whole strategy as JSON. It holds drafts and comments of every section, so it is for who manages strategies. */
export const exportRecord = async (context: Context, { strategy }: { readonly strategy: string }) => {
  allow(context.actor, 'manage strategies');
  const record = await context.database.read(async (queries) => {
    required(await planRepository.findStrategy(queries, strategy), `There is no strategy "${strategy}".`);
    return readStrategyRecord(queries, strategy);
  });
  const name = `FBS-record-${strategy.replace(/[^\w.-]/g, '_')}.json`;
  await context.database.write((queries) =>
    trace(queries, context, context.clock(), {
      action: 'exported a strategy',
      kind: 'strategy',
      id: strategy,
      strategy,
      before: null,
      after: { name },
    }),
  );
  return { bytes: Buffer.from(recordText(record)), name, mediaType: 'application/json; charset=utf-8' };
};
