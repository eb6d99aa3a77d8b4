import type { ExportContents } from '@fbs/contract';
import type { ExportTask } from './export-worker.ts';
import { createWorkerThread } from './worker-thread.ts';

export type ExportPool = {
  /** Rejects where the export fails, takes too long, is cancelled by its signal, or too many are waiting. */
  readonly make: (task: ExportTask, signal?: AbortSignal) => Promise<Uint8Array>;
  /** What is inside the files of a snapshot, and how large those are that are made in a moment. */
  readonly outline: (task: Omit<ExportTask, 'format'>, signal?: AbortSignal) => Promise<ExportContents>;
  /** Stops the thread, and with it what is running. */
  readonly close: () => Promise<void>;
};

export type ExportPoolOptions = {
  /** Milliseconds that one export may take. */
  readonly timeLimit?: number;
  readonly worker?: URL;
};

/** Exports made in a thread of their own, one after the other, so that requests go on being answered. */
export const createExportPool = ({
  timeLimit = 60_000,
  worker = new URL('./export-worker.ts', import.meta.url),
}: ExportPoolOptions = {}): ExportPool => {
  const thread = createWorkerThread({
    worker,
    timeLimit,
    megabytes: 512,
    words: {
      tooLong: `The export took longer than ${timeLimit / 1000} seconds and was stopped.`,
      tooMany: 'Too many exports are waiting; please try again in a minute.',
      stopping: 'No more exports are made: the server is stopping.',
    },
  });
  return {
    make: async (task, signal) => (await thread.run('make', task, signal)) as Uint8Array,
    outline: async (task, signal) => (await thread.run('outline', task, signal)) as ExportContents,
    close: thread.close,
  };
};
