import type { Database } from '@fbs/db';
import { createWorkerThread } from '@fbs/documents';
import { DomainError } from '../../domain-error.ts';
import { inThread } from '../../in-thread.ts';
import type { RecordEnd, RecordTask } from './record-worker.ts';

export type RecordThread = {
  /** The whole strategy as a JSON file. @throws DomainError too_large, and unavailable where it cannot be made now */
  readonly make: (
    database: Pick<Database, 'settings'>,
    strategy: string,
    signal: AbortSignal | undefined,
  ) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

/** Records of strategies are read and written out in a thread of their own: requests do not feel how long they are. */
export const createRecordThread = (timeLimit = 120_000): RecordThread => {
  const thread = createWorkerThread({
    worker: new URL('./record-worker.ts', import.meta.url),
    timeLimit,
    megabytes: 1024,
    words: {
      tooLong: `The record took longer than ${timeLimit / 1000} seconds and was stopped: try again when less is going on.`,
      tooMany: 'Too many records are waiting; please try again in a minute.',
      stopping: 'No more records are made: the server is stopping.',
    },
  });
  return {
    make: async ({ settings }, strategy, signal) => {
      const task: RecordTask = { settings, strategy };
      const end = (await inThread(thread.run('makeRecord', task, signal), signal)) as RecordEnd;
      if ('refused' in end) throw new DomainError('too_large', end.refused);
      return end.bytes;
    },
    close: thread.close,
  };
};
