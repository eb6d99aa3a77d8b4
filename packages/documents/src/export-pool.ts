import type { ReviewDocument } from '@fbs/contract';
import Piscina from 'piscina';
import type { ExportOptions } from './export-options.ts';
import type { ExportTask } from './export-worker.ts';

export type ExportPool = {
  /** Rejects where the export fails, takes too long, or too many are waiting. */
  readonly docx: (document: ReviewDocument, options: ExportOptions) => Promise<Uint8Array>;
  /** Stops the thread, and with it what is running. */
  readonly close: () => Promise<void>;
};

export type ExportPoolOptions = {
  /** Milliseconds that one export may take. */
  readonly timeLimit?: number;
  readonly worker?: URL;
};

const mostWaiting = 20;

// Naming tsx itself is not enough: on Node 20 it registers in the main thread alone, whatever a thread is told.
const readTypeScript = (): string =>
  `data:text/javascript,${encodeURIComponent(
    `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`,
  )}`;

const startThread = (worker: URL): Piscina<ExportTask, Uint8Array> =>
  new Piscina({
    filename: worker.href,
    minThreads: 0,
    maxThreads: 1,
    // A thread takes a second to load its libraries: it stays a while for the next export.
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: 512 },
    // built for serving, it is plain JavaScript
    execArgv: worker.pathname.endsWith('.ts') ? ['--import', readTypeScript()] : [],
  });

/** One thread, started by its first task; after a failure the next task gets a new one. */
const createThread = (worker: URL, timeLimit: number) => {
  let pool: Piscina<ExportTask, Uint8Array> | null = null;
  let running: AbortController | null = null;

  const stop = async (): Promise<void> => {
    const old = pool;
    pool = null;
    await old?.destroy();
  };

  const run = async (task: ExportTask): Promise<Uint8Array> => {
    const abort = new AbortController();
    running = abort;
    const tooLong = new Error(`The export took longer than ${timeLimit / 1000} seconds and was stopped.`);
    const timer = setTimeout(() => abort.abort(tooLong), timeLimit);
    if (pool === null) {
      pool = startThread(worker);
      // Without a listener, a thread that cannot load would end the whole process, and its task would wait for ever.
      pool.on('error', (error) => running?.abort(error));
    }
    try {
      return await pool.run(task, { name: 'docx', signal: abort.signal });
    } catch (error) {
      await stop();
      throw abort.signal.aborted ? abort.signal.reason : error;
    } finally {
      clearTimeout(timer);
      running = null;
    }
  };

  return { run, stop };
};

/** Exports made in a thread of their own, one after the other, so that requests go on being answered. */
export const createExportPool = ({
  timeLimit = 60_000,
  worker = new URL('./export-worker.ts', import.meta.url),
}: ExportPoolOptions = {}): ExportPool => {
  const thread = createThread(worker, timeLimit);
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;

  const runInTurn = (task: ExportTask): Promise<Uint8Array> => {
    const result = last.then(() => {
      if (closed) throw new Error('No more exports are made: the server is stopping.');
      return thread.run(task);
    });
    last = result.catch(() => undefined);
    return result;
  };

  const docx = async (document: ReviewDocument, options: ExportOptions): Promise<Uint8Array> => {
    if (waiting >= mostWaiting) throw new Error('Too many exports are waiting; please try again in a minute.');
    waiting += 1;
    try {
      return await runInTurn({ document, options });
    } finally {
      waiting -= 1;
    }
  };

  const close = async (): Promise<void> => {
    closed = true;
    await thread.stop();
    await last;
  };

  return { docx, close };
};
