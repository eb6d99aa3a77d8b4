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
  /**
   * What is inside the files of a snapshot, and how large they are: those that are made in a moment, and those that
   * were made lately; of the others about how large. Worked out once for each.
   */
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

type Sizes = ExportContents['sizes'];

/** How many outlines and sizes are remembered: the years of a strategy, and drafts as they stood a moment ago. */
const mostKept = 20;

const forgetOldest = (kept: Map<string, unknown>): void => {
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
};

/** The moment at which a draft was looked at changes nothing of what is in it; how papers look does. */
const keyOf = ({ snapshot, options }: Omit<ExportTask, 'format'>): string =>
  createHash('sha256')
    .update(snapshot.replace(/"asOf":"[^"]*"/, ''))
    .update(JSON.stringify(options))
    .digest('hex');

type Work = Pick<ExportPool, 'make' | 'outline'>;

const withSizes = (contents: ExportContents, sizes: Sizes = {}): ExportContents => ({
  ...contents,
  sizes: { ...sizes, ...contents.sizes },
});

/**
 * Many open pages ask for the same outline after each change elsewhere: it is worked out for the first of them. A file
 * that was made is as large again when it is made from the same record.
 */
const keepLatest = ({ make, outline }: Work): Work => {
  const kept = new Map<string, Promise<ExportContents>>();
  const made = new Map<string, Sizes>();
  const keep = (key: string, contents: Promise<ExportContents>): Promise<ExportContents> => {
    kept.set(key, contents);
    contents.catch(() => kept.delete(key));
    forgetOldest(kept);
    return contents;
  };
  const remember = (key: string, size: Sizes): void => {
    made.set(key, { ...made.get(key), ...size });
    forgetOldest(made);
    const known = kept.get(key)?.then((contents) => withSizes(contents, size));
    if (known !== undefined) void keep(key, known);
  };
  return {
    make: async (task, signal) => {
      const bytes = await make(task, signal);
      if (task.format !== 'plan') remember(keyOf(task), { [task.format]: bytes.length });
      return bytes;
    },
    outline: (task) => {
      const key = keyOf(task);
      const workOut = () => outline(task).then((contents) => withSizes(contents, made.get(key)));
      return kept.get(key) ?? keep(key, workOut());
    },
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
    ...keepLatest({
      make: async (task, signal) => (await thread.run('make', task, signal)) as Uint8Array,
      outline: async (task) => (await thread.run('outline', task)) as ExportContents,
    }),
    makeYears: async (task, signal) => (await thread.run('makeYears', task, signal)) as Uint8Array,
    trySeal: async (seal) => (await thread.run('trySeal', seal)) as boolean,
    close: thread.close,
  };
};
