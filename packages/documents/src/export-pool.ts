import { createHash } from 'node:crypto';
import type { ExportContents } from '@fbs/contract';
import type { ExportTask, YearsTask } from './export-worker.ts';
import type { Seal } from './paper-look.ts';
import { createWorkerThread } from './worker-thread.ts';

export type ExportPool = {
  /** Rejects where the export fails, takes too long, is cancelled by its signal, or too many are waiting. */
  readonly make: (task: ExportTask, signal?: AbortSignal) => Promise<Uint8Array>;
  /** All years of a strategy in one file. */
  readonly makeYears: (task: YearsTask, signal?: AbortSignal) => Promise<Uint8Array>;
  /** What is inside the files of a snapshot, and how large those are that are made in a moment; worked out once for each. */
  readonly outline: (task: Omit<ExportTask, 'format'>) => Promise<ExportContents>;
  /** Whether papers can show a picture at their head. */
  readonly trySeal: (seal: Seal) => Promise<boolean>;
  /** Stops the thread, and with it what is running. */
  readonly close: () => Promise<void>;
};

export type ExportPoolOptions = {
  /** Milliseconds that one export may take. */
  readonly timeLimit?: number;
  readonly worker?: URL;
};

type Outline = ExportPool['outline'];

/** How many outlines are remembered: the years of a strategy, and drafts as they stood a moment ago. */
const mostKept = 20;

/** The moment at which a draft was looked at changes nothing of what is in it. */
const keyOf = ({ snapshot }: Parameters<Outline>[0]): string =>
  createHash('sha256')
    .update(snapshot.replace(/"asOf":"[^"]*"/, ''))
    .digest('hex');

/** Many open pages ask for the same outline after each change elsewhere: it is worked out for the first of them. */
const keepLatest = (workOut: Outline): Outline => {
  const kept = new Map<string, Promise<ExportContents>>();
  return (task) => {
    const key = keyOf(task);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const contents = workOut(task);
    kept.set(key, contents);
    contents.catch(() => kept.delete(key));
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
    return contents;
  };
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
    makeYears: async (task, signal) => (await thread.run('makeYears', task, signal)) as Uint8Array,
    outline: keepLatest(async (task) => (await thread.run('outline', task)) as ExportContents),
    trySeal: async (seal) => (await thread.run('trySeal', seal)) as boolean,
    close: thread.close,
  };
};
