import type { ExportFormat } from '@fbs/contract';
import { exportFiles, exportName } from '@fbs/documents';
import { type Actor, allow, type Context } from '../../context.ts';
import { inThread } from '../../in-thread.ts';
import { trace } from '../../trace.ts';
import {
  type ExportService,
  optionsFor,
  readSnapshotWork,
  type SnapshotAsked,
  snapshotFor,
} from './review-snapshot.ts';

type Input = SnapshotAsked & {
  readonly format: ExportFormat;
  /** Ends the work where nobody waits for the file any more. */
  readonly signal?: AbortSignal;
};

export type Paper = { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string };

/** The review as a file, made off the request loop; leaves a trace of who took it (null: who is at the console). */
export const takeReview = async (service: ExportService, actor: Actor | null, input: Input): Promise<Paper> => {
  const snapshot = await readSnapshotWork(service, input, (work) => snapshotFor(work, service, input));
  const { format, signal, strategy, year } = input;
  const { text, sha256 } = snapshot;
  const task = { format, snapshot: text, options: await optionsFor(service, sha256) };
  const bytes = await inThread(service.exports.make(task, signal), signal);
  const name = exportName(snapshot, format);
  await service.database.write((queries) =>
    trace(queries, { actor }, service.clock(), {
      action: 'exported a review',
      kind: 'review',
      id: `${strategy}/review/${year}`,
      strategy,
      before: null,
      after: { name, sha256 },
    }),
  );
  return { bytes, name, mediaType: exportFiles[format].mediaType };
};

export const exportReview = async (context: Context, input: Input): Promise<Paper> => {
  allow(context.actor, 'export');
  return takeReview(context, context.actor, input);
};
