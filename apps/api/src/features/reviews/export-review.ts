import type { ExportFormat } from '@fbs/contract';
import { exportFiles, exportName } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { trace } from '../../trace.ts';
import { inThread, optionsFor, readSnapshotWork, type SnapshotAsked, snapshotFor } from './review-snapshot.ts';

type Input = SnapshotAsked & {
  readonly format: ExportFormat;
  /** Ends the work where nobody waits for the file any more. */
  readonly signal?: AbortSignal;
};

export type Paper = { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string };

/** The review as a file, made off the request loop; leaves a trace of who took it. */
export const exportReview = async (context: Context, input: Input): Promise<Paper> => {
  allow(context.actor, 'export');
  const snapshot = await readSnapshotWork(context, input, (work) => snapshotFor(work, context, input));
  const { format, signal, strategy, year } = input;
  const { text, sha256 } = snapshot;
  const task = { format, snapshot: text, options: optionsFor(context, sha256) };
  const bytes = await inThread(context.exports.make(task, signal), signal);
  const name = exportName(snapshot, format);
  await context.database.write((queries) =>
    trace(queries, context, context.clock(), {
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
