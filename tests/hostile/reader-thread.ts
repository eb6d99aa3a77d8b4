import { Worker } from 'node:worker_threads';
import type { ReaderAnswer, ReaderTask } from './reader-worker.ts';

/** As the service gives to its own threads. */
const megabytes = 768;

// Naming tsx itself is not enough: on Node 20 it registers in the main thread alone, whatever a thread is told.
const readTypeScript = `data:text/javascript,${encodeURIComponent(
  `import { register } from '${import.meta.resolve('tsx/esm/api')}'; register();`,
)}`;

const startWorker = (): Worker =>
  new Worker(new URL('./reader-worker.ts', import.meta.url), {
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    execArgv: ['--import', readTypeScript],
  });

/** One thread that reads file after file, with a bound of memory and of time; after it went too far, the next one has a new one. */
export const createReaderThread = (withinMs: number) => {
  let worker: Worker | null = null;

  const stop = async (): Promise<void> => {
    const old = worker;
    worker = null;
    await old?.terminate();
  };

  const ask = async (task: ReaderTask): Promise<ReaderAnswer> => {
    worker ??= startWorker();
    const asked = worker;
    const answer = new Promise<ReaderAnswer>((resolve, reject) => {
      asked.once('message', resolve);
      asked.once('error', reject);
    });
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`it took longer than ${withinMs} ms`)), withinMs);
    });
    asked.postMessage(task);
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
      asked.removeAllListeners('message');
      asked.removeAllListeners('error');
    }
  };

  return {
    stop,
    read: async (task: ReaderTask): Promise<ReaderAnswer> => {
      try {
        return await ask(task);
      } catch (error) {
        await stop();
        return { ms: withinMs, outcome: `stopped: ${(error as Error).message}` };
      }
    },
  };
};
