import { setFlagsFromString } from 'node:v8';
import type { MessagePort } from 'node:worker_threads';
import Piscina from 'piscina';

/** Work is refused for now: too much of it waits, or the server is stopping. */
export class ThreadBusy extends Error {
  override readonly name = 'ThreadBusy';
}

/** Work was stopped, because it took too long or too much memory. */
export class WorkStopped extends Error {
  override readonly name = 'WorkStopped';
}

export type ThreadSettings = {
  readonly worker: URL;
  /** Milliseconds that one task may take. */
  readonly timeLimit: number;
  readonly megabytes: number;
  /** The room for young objects: who makes very many at once spends less time on copying those that live on. */
  readonly youngMegabytes?: number;
  /** What is said where a task takes too long, too many are waiting, and the server is stopping. */
  readonly words: { readonly tooLong: string; readonly tooMany: string; readonly stopping: string };
};

export type WorkerThread = {
  /** Rejects where the task fails, takes too long, is cancelled by its signal, or too many are waiting. */
  readonly run: (
    name: string,
    task: unknown,
    signal?: AbortSignal,
    /** What the task talks through with who started it. */
    ports?: readonly MessagePort[],
  ) => Promise<unknown>;
  /** Ends what is running, and refuses what waits for its turn and what comes from now on. */
  readonly finish: () => Promise<void>;
  /** Stops the thread, and with it what is running. */
  readonly close: () => Promise<void>;
};

const mostWaiting = 20;

// Naming tsx itself is not enough: on Node 20 it registers in the main thread alone, whatever a thread is told.
const readTypeScript = (): string =>
  `data:text/javascript,${encodeURIComponent(
    `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`,
  )}`;

/** As small as that of the server itself, whose memory is told to stay small. */
const usualYoungMegabytes = 12;

const startThread = ({ worker, megabytes, youngMegabytes = usualYoungMegabytes }: ThreadSettings): Piscina => {
  // What the process was told of this holds for every thread before its own limit is asked. Its first thread has it already.
  setFlagsFromString('--max-semi-space-size=0');
  return new Piscina({
    filename: worker.href,
    minThreads: 0,
    maxThreads: 1,
    // A thread takes a second to load its libraries: it stays a while for the next task.
    idleTimeout: 60_000,
    resourceLimits: { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: youngMegabytes },
    // built for serving, it is plain JavaScript
    execArgv: worker.pathname.endsWith('.ts') ? ['--import', readTypeScript()] : [],
  });
};

const isOutOfMemory = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';

/** One thread, started by its first task; after a failure the next task gets a new one. */
const createThread = (settings: ThreadSettings) => {
  let pool: Piscina | null = null;
  let running: AbortController | null = null;

  const stop = async (): Promise<void> => {
    const old = pool;
    pool = null;
    await old?.destroy();
  };

  const run: WorkerThread['run'] = async (name, task, signal, ports = []) => {
    const abort = new AbortController();
    const cancel = () => abort.abort(signal?.reason);
    signal?.addEventListener('abort', cancel);
    running = abort;
    const tooLong = new WorkStopped(settings.words.tooLong);
    const timer = setTimeout(() => abort.abort(tooLong), settings.timeLimit);
    if (pool === null) {
      pool = startThread(settings);
      // Without a listener, a thread that cannot load would end the whole process, and its task would wait for ever.
      pool.on('error', (error) => running?.abort(error));
    }
    try {
      return await pool.run(task, { name, signal: abort.signal, transferList: [...ports] });
    } catch (error) {
      await stop();
      const reason: unknown = abort.signal.aborted ? abort.signal.reason : error;
      throw isOutOfMemory(reason) ? new WorkStopped('It took more memory than it may have.') : reason;
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
      running = null;
    }
  };

  return { run, stop };
};

/** A thread of its own for heavy work, one task after the other, so that requests go on being answered. */
export const createWorkerThread = (settings: ThreadSettings): WorkerThread => {
  const thread = createThread(settings);
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  let closed = false;

  const runInTurn: WorkerThread['run'] = (name, task, signal, ports) => {
    const result = last.then(() => {
      if (closed) throw new ThreadBusy(settings.words.stopping);
      signal?.throwIfAborted();
      return thread.run(name, task, signal, ports);
    });
    last = result.catch(() => undefined);
    return result;
  };

  const run: WorkerThread['run'] = async (name, task, signal, ports) => {
    if (waiting >= mostWaiting) throw new ThreadBusy(settings.words.tooMany);
    waiting += 1;
    try {
      return await runInTurn(name, task, signal, ports);
    } finally {
      waiting -= 1;
    }
  };

  const finish = async (): Promise<void> => {
    closed = true;
    await last;
  };

  const close = async (): Promise<void> => {
    closed = true;
    await thread.stop();
    await last;
  };

  return { run, finish, close };
};
