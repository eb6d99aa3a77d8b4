import { planRepository } from '@fbs/db';
import { type Actor, allow, type Context, type Service } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';

type RecordService = Pick<Service, 'database' | 'clock' | 'records'>;
type Input = { readonly strategy: string; readonly signal?: AbortSignal };

/** The whole strategy as JSON; leaves a trace of who took it (null: who is at the console). */
export const takeRecord = async (service: RecordService, actor: Actor | null, { strategy, signal }: Input) => {
  await service.database.read(async (queries) =>
    required(await planRepository.findStrategy(queries, strategy), `There is no strategy "${strategy}".`),
  );
  const bytes = await service.records.make(service.database, strategy, signal);
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
  return { bytes, name, mediaType: 'application/json; charset=utf-8' };
};

/** It holds drafts and comments of every section, so it is for who manages strategies. */
export const exportRecord = async (context: Context, input: Input) => {
  allow(context.actor, 'manage strategies');
  return takeRecord(context, context.actor, input);
};
