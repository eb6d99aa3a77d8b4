import type { ReadImport } from './imports/import-columns.ts';
import type { ImportTemplate } from './imports/write-template.ts';
import { createWorkerThread, WorkStopped } from './worker-thread.ts';

export type ImportPool = {
  /** What stands in a spreadsheet, or why it cannot be read. @throws ThreadBusy */
  readonly read: (bytes: Uint8Array) => Promise<ReadImport>;
  /** An .xlsx to fill in. @throws ThreadBusy */
  readonly template: (template: ImportTemplate) => Promise<Uint8Array>;
  readonly close: () => Promise<void>;
};

export type ImportPoolOptions = {
  /** Milliseconds that reading one file may take. */
  readonly timeLimit?: number;
  readonly megabytes?: number;
};

/** Spreadsheets are read and written in a thread of their own: what a file does to it, the server does not feel. */
export const createImportPool = ({ timeLimit = 30_000, megabytes = 384 }: ImportPoolOptions = {}): ImportPool => {
  const thread = createWorkerThread({
    worker: new URL('./import-worker.ts', import.meta.url),
    timeLimit,
    megabytes,
    words: {
      tooLong: `The spreadsheet took longer than ${timeLimit / 1000} seconds and was stopped.`,
      tooMany: 'Many files are being read right now: try again in a minute.',
      stopping: 'No more files are read: the server is stopping.',
    },
  });
  return {
    read: async (bytes) => {
      try {
        return (await thread.run('read', bytes)) as ReadImport;
      } catch (error) {
        if (!(error instanceof WorkStopped)) throw error;
        return {
          refused: 'This file is too much to read at once: send only the sheet with the figures, or parts of it.',
        };
      }
    },
    template: async (template) => (await thread.run('template', template)) as Uint8Array,
    close: thread.close,
  };
};
