import type { Refusal } from '@fbs/core';
import type { StrategyFile } from './strategy-files/read-strategy-file.ts';
import { createWorkerThread, WorkStopped } from './worker-thread.ts';

export type StrategyFileThread = {
  /** What a file holds, or why it cannot be read. Rejects where too many files wait. */
  readonly read: (bytes: Uint8Array) => Promise<StrategyFile | Refusal>;
  readonly close: () => Promise<void>;
};

/** Reads files with strategies in a thread of its own, with limits of time and memory. */
export const createStrategyFileThread = ({ timeLimit = 30_000, megabytes = 768 } = {}): StrategyFileThread => {
  const thread = createWorkerThread({
    worker: new URL('./strategy-file-worker.ts', import.meta.url),
    timeLimit,
    megabytes,
    words: {
      tooLong: `The file took longer than ${timeLimit / 1000} seconds to read: send the strategy alone.`,
      tooMany: 'Too many files are waiting; please try again in a minute.',
      stopping: 'No more files are read: the server is stopping.',
    },
  });
  return {
    read: async (bytes) => {
      try {
        return (await thread.run('read', bytes)) as StrategyFile | Refusal;
      } catch (error) {
        if (error instanceof WorkStopped) return { refused: `${error.message} Nothing of it was saved.` };
        throw error;
      }
    },
    close: thread.close,
  };
};
