import { planRepository } from '@fbs/db';
import { exportFiles } from '@fbs/documents';
import { type Actor, allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { inThread } from '../../in-thread.ts';
import { trace } from '../../trace.ts';
import { buildReviewDocument } from './build-review-document.ts';
import type { Paper } from './export-review.ts';
import { type ExportService, optionsFor, readSnapshotWork } from './review-snapshot.ts';

type Input = { readonly strategy: string; readonly signal?: AbortSignal };

/** The document of the last year holds the targets of all; what was reached is left out of a plan. */
const planOf = async (service: ExportService, strategy: string): Promise<string> => {
  const row = await service.database.read((queries) => planRepository.findStrategy(queries, strategy));
  const { lastYear } = required(row, `There is no strategy "${strategy}".`);
  const document = await readSnapshotWork(service, { strategy, year: lastYear }, (work) =>
    buildReviewDocument(work, null, service.clock()),
  );
  return JSON.stringify(document);
};

/** The strategy as a StratML plan; leaves a trace of who took it (null: who is at the console). */
export const takePlan = async (
  service: ExportService,
  actor: Actor | null,
  { strategy, signal }: Input,
): Promise<Paper> => {
  const task = {
    format: 'plan' as const,
    snapshot: await planOf(service, strategy),
    options: await optionsFor(service, null),
  };
  const bytes = await inThread(service.exports.make(task, signal), signal);
  const name = `FBS-plan-${strategy.replace(/[^\w.-]/g, '_')}.${exportFiles.stratml.extension}`;
  await service.database.write((queries) =>
    trace(queries, { actor }, service.clock(), {
      action: 'exported a plan',
      kind: 'strategy',
      id: strategy,
      strategy,
      before: null,
      after: { name },
    }),
  );
  return { bytes, name, mediaType: exportFiles.stratml.mediaType };
};

export const exportPlan = async (context: Context, input: Input): Promise<Paper> => {
  allow(context.actor, 'export');
  return takePlan(context, context.actor, input);
};
