import { originRepository, planRepository } from '@fbs/db';
import { exportFiles, type PartOrigin } from '@fbs/documents';
import { type Actor, allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { inThread } from '../../in-thread.ts';
import { trace } from '../../trace.ts';
import { buildReviewDocument } from './build-review-document.ts';
import type { Paper } from './export-review.ts';
import { type ExportService, optionsFor, readSnapshotWork } from './review-snapshot.ts';
import type { ReviewWork } from './review-work.ts';

type Input = { readonly strategy: string; readonly signal?: AbortSignal };

/** What the parts of the plan are called in the file that they came from: no document holds that. */
const originsOf = async ({ queries, facts }: ReviewWork, strategy: string): Promise<PartOrigin[]> => {
  const parts = [{ id: strategy, code: '' }, ...facts.goals, ...facts.objectives, ...facts.indicators];
  const codes = new Map(parts.map(({ id, code }) => [id, code]));
  return (await originRepository.listOrigins(queries, strategy)).flatMap(({ id, kind, identifier, kept }) => {
    const code = codes.get(id);
    return code === undefined ? [] : [{ kind, code, identifier, kept }];
  });
};

/** The document of the last year holds the targets of all; what was reached is left out of a plan. */
const planOf = async (service: ExportService, strategy: string) => {
  const row = await service.database.read((queries) => planRepository.findStrategy(queries, strategy));
  const { lastYear } = required(row, `There is no strategy "${strategy}".`);
  return readSnapshotWork(service, { strategy, year: lastYear }, async (work) => ({
    snapshot: JSON.stringify(await buildReviewDocument(work, null, service.clock())),
    carried: { origins: await originsOf(work, strategy), mission: work.facts.strategy.missionSummary },
  }));
};

/** The strategy as a StratML plan; leaves a trace of who took it (null: who is at the console). */
export const takePlan = async (
  service: ExportService,
  actor: Actor | null,
  { strategy, signal }: Input,
): Promise<Paper> => {
  const { snapshot, carried } = await planOf(service, strategy);
  const task = { format: 'plan' as const, snapshot, options: { ...(await optionsFor(service, null)), ...carried } };
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
