import { planRepository } from '@fbs/db';
import { exportFiles } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { buildReviewDocument } from './build-review-document.ts';
import type { Paper } from './export-review.ts';
import { inThread, optionsFor, readSnapshotWork } from './review-snapshot.ts';

type Input = { readonly strategy: string; readonly signal?: AbortSignal };

/** The document of the last year holds the targets of all; what was reached is left out of a plan. */
const planOf = async (context: Context, strategy: string): Promise<string> => {
  const row = await context.database.read((queries) => planRepository.findStrategy(queries, strategy));
  const { lastYear } = required(row, `There is no strategy "${strategy}".`);
  const document = await readSnapshotWork(context, { strategy, year: lastYear }, (work) =>
    buildReviewDocument(work, null, context.clock()),
  );
  return JSON.stringify(document);
};

/** The strategy as a StratML plan; leaves a trace of who took it. */
export const exportPlan = async (context: Context, { strategy, signal }: Input): Promise<Paper> => {
  allow(context.actor, 'export');
  const task = {
    format: 'plan' as const,
    snapshot: await planOf(context, strategy),
    options: optionsFor(context, null),
  };
  const bytes = await inThread(context.exports.make(task, signal), signal);
  const name = `FBS-plan-${strategy.replace(/[^\w.-]/g, '_')}.${exportFiles.stratml.extension}`;
  await context.database.write((queries) =>
    trace(queries, context, context.clock(), {
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
