import { planRepository } from '@fbs/db';
import { type Actor, allow, type Context, type Service } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { readStrategyRecord, recordText } from './strategy-record.ts';

type ExportService = Pick<Service, 'database' | 'clock'>;

/** The whole strategy as JSON; leaves a trace of who took it (null: who is at the console). */
export const takeRecord = async (service: ExportService, actor: Actor | null, strategy: string) => {
  const record = await service.database.read(async (queries) => {
    required(await planRepository.findStrategy(queries, strategy), `There is no strategy "${strategy}".`);
    return readStrategyRecord(queries, strategy);
  });
  const name = `FBS-record-${strategy.replace(/[^\w.-]/g, '_')}.json`;
  await service.database.write((queries) =>
    trace(queries, { actor }, service.clock(), {
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

/** It holds drafts and comments of every section, so it is for who manages strategies. */
export const exportRecord = async (context: Context, { strategy }: { readonly strategy: string }) => {
  allow(context.actor, 'manage strategies');
  return takeRecord(context, context.actor, strategy);
};
