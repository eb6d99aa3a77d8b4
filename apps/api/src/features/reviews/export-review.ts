import type { ExportFormat } from '@fbs/contract';
import type { Year } from '@fbs/core';
import { reviewRepository } from '@fbs/db';
import { type ExportPool, exportFiles, exportName, ThreadBusy, WorkStopped } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { momentOf } from '../../results/moment.ts';
import { trace } from '../../trace.ts';
import { buildReviewDocument } from './build-review-document.ts';
import { loadReview, type ReviewWork } from './review-work.ts';

type Input = {
  readonly strategy: string;
  readonly year: Year;
  readonly format: ExportFormat;
  readonly version?: number | undefined;
  /** Ends the work where nobody waits for the file any more. */
  readonly signal?: AbortSignal;
};

export type Paper = { readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string };

/** The text that every file is made from, and what its name is made from. */
type Snapshot = {
  readonly text: string;
  readonly sha256: string | null;
  readonly year: Year;
  readonly number: number;
  readonly draft: boolean;
};

const signedSnapshot = async ({ queries, review, year }: ReviewWork, number: number): Promise<Snapshot> => {
  const snapshot = review && (await reviewRepository.findSnapshot(queries, review.id, number));
  const { document, sha256 } = required(snapshot, `The review of FY ${year} has no signed version ${number}.`);
  return { text: document, sha256, year, number, draft: false };
};

/** The signed version asked for, else the one in force, else the draft as it stands now. */
const snapshotFor = (context: Context, input: Input): Promise<Snapshot> =>
  context.database.read(async (queries) => {
    const work = await loadReview(queries, input.strategy, input.year, momentOf(undefined, context.clock()));
    if (input.version !== undefined) return signedSnapshot(work, input.version);
    if (work.review?.state === 'final') return signedSnapshot(work, work.review.number);
    const document = await buildReviewDocument(work, null, context.clock());
    return { text: JSON.stringify(document), sha256: null, year: work.year, number: document.number, draft: true };
  });

/** That the thread has no room or no time is nobody's mistake: the caller may come again. */
const made = async (exports: ExportPool, task: Parameters<ExportPool['make']>[0], signal?: AbortSignal) => {
  try {
    return await exports.make(task, signal);
  } catch (error) {
    if (signal?.aborted) throw new DomainError('unavailable', 'The export was cancelled.');
    if (error instanceof ThreadBusy || error instanceof WorkStopped) {
      throw new DomainError('unavailable', error.message);
    }
    throw error;
  }
};

/** The review as a file, made off the request loop; leaves a trace of who took it. */
export const exportReview = async (context: Context, input: Input): Promise<Paper> => {
  allow(context.actor, 'export');
  const snapshot = await snapshotFor(context, input);
  const { format, signal, strategy, year } = input;
  const { sha256 } = snapshot;
  const options = { sha256, product: `FBS Performance ${context.version}` };
  const bytes = await made(context.exports, { format, snapshot: snapshot.text, options }, signal);
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
