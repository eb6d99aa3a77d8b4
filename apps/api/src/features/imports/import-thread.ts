import { MessageChannel } from 'node:worker_threads';
import type { ImportProgress } from '@fbs/contract';
import type { Instant } from '@fbs/core';
import type { Database } from '@fbs/db';
import { createWorkerThread, ThreadBusy, WorkStopped } from '@fbs/documents';
import type { Actor } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import type { TaskAnswer, TaskInput, TaskName, ThreadTask } from './import-worker.ts';
import type { TaskEnd, TaskLink, ThreadMessage, TurnMessage } from './thread-task.ts';

/** Who asks for a task, and what it needs of the service. */
export type Caller = {
  readonly database: Database;
  readonly clock: () => Instant;
  readonly actor: Actor;
};

/** What an import that is under way is about. */
export type ImportAbout = {
  readonly id: string;
  readonly strategy: string;
  readonly fileName: string;
  readonly by: Actor;
  readonly at: Instant;
};

type Task<T> = {
  /** @throws DomainError what the task refuses, and unavailable where it cannot be run now; null: it was cancelled */
  readonly end: Promise<T | null>;
  readonly progress: () => ImportProgress;
  readonly onProgress: (listener: (progress: ImportProgress) => void) => void;
  /** Asks it to stop; it may have ended before it hears of it. */
  readonly cancel: () => void;
};

export type RunningImport = Omit<Task<unknown>, 'end'> & {
  readonly about: ImportAbout;
  readonly state: 'reading' | 'committing';
  /** Once it has ended, and what has to be kept of that is kept. Rejects with why it was refused. */
  readonly ended: Promise<void>;
};

export type ImportThread = {
  /** Runs a task that nobody has to hear of before it ends. */
  readonly run: <N extends TaskName>(
    name: N,
    caller: Caller,
    strategy: string,
    input: TaskInput<N>,
  ) => Promise<TaskAnswer<N>>;
  /** Starts to read a file, or to take one over; until `keep` is through with how it ended, it is found by its id. */
  readonly start: <N extends 'tryRows' | 'takeOver'>(
    name: N,
    caller: Caller,
    about: ImportAbout,
    input: TaskInput<N>,
    keep: (end: Promise<unknown>) => Promise<void>,
  ) => RunningImport;
  readonly find: (id: string) => RunningImport | undefined;
  /** What is being read for the first time, newest first. */
  readonly listReading: (strategy: string) => RunningImport[];
  /** Ends the import that is running and keeps what came of it; those that wait are refused. */
  readonly finish: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export type ImportThreadOptions = {
  /** Milliseconds that one task may take. */
  readonly timeLimit?: number;
  readonly megabytes?: number;
};

const waiting: ImportProgress = { phase: 'waiting', percent: 0, rows: 0, ofRows: null };

const stopping = 'No more files are read: the server is stopping. Upload the file again later.';
const tooMuch = 'This file is too much to read at once: send only the sheet with the figures, or parts of it.';

const refusalOf = (error: unknown): unknown => {
  if (error instanceof ThreadBusy) return new DomainError('unavailable', error.message);
  if (!(error instanceof WorkStopped)) return error;
  return new DomainError('invalid', tooMuch, { errors: [{ pointer: '/file', detail: tooMuch }] });
};

const answerOf = <T>(end: TaskEnd<T>): T | null => {
  if (end.kind === 'done') return end.answer;
  if (end.kind === 'cancelled') return null;
  throw new DomainError(end.code, end.detail, end.errors === undefined ? {} : { errors: end.errors });
};

/** Lends the thread the turn to write from when it wants it until it is through, or has ended. */
const lendTurns = ({ database, clock }: Caller, channel: MessageChannel, ended: Promise<unknown>) => {
  let over: () => void = () => undefined;
  return (turn: 'wanted' | 'over'): void => {
    if (turn === 'over') {
      over();
      return;
    }
    void database.lendTurn(async () => {
      const through = new Promise<void>((resolve) => {
        over = resolve;
      });
      channel.port1.postMessage({ at: clock() } satisfies TurnMessage);
      await Promise.race([through, ended]);
    });
  };
};

/**
 * Spreadsheets are read, checked, taken over and written in a thread of their own, over a connection of its own: what a
 * file does to it, the server does not feel. It writes only while the server lends it the turn to.
 */
export const createImportThread = ({
  timeLimit = 180_000,
  megabytes = 768,
}: ImportThreadOptions = {}): ImportThread => {
  const thread = createWorkerThread({
    worker: new URL('./import-worker.ts', import.meta.url),
    timeLimit,
    megabytes,
    youngMegabytes: 96,
    words: {
      tooLong: `The spreadsheet took longer than ${timeLimit / 1000} seconds and was stopped.`,
      tooMany: 'Many files are being read right now: try again in a minute.',
      stopping,
    },
  });
  const running = new Map<string, RunningImport>();
  let isClosed = false;

  const begin = <N extends TaskName>(
    name: N,
    caller: Caller,
    strategy: string,
    input: TaskInput<N>,
  ): Task<TaskAnswer<N>> => {
    const channel = new MessageChannel();
    const stop = new Int32Array(new SharedArrayBuffer(4));
    const listeners = new Set<(progress: ImportProgress) => void>();
    let progress = waiting;
    const { database, clock, actor } = caller;
    const link: TaskLink = { settings: database.settings, port: channel.port2, stop, actor, strategy, at: clock() };
    const task: ThreadTask<N> = { name, link, input };
    const ended = thread.run('run', task, undefined, [channel.port2]) as Promise<TaskEnd<TaskAnswer<N>>>;
    const lend = lendTurns(
      caller,
      channel,
      ended.catch(() => undefined),
    );
    channel.port1.on('message', (message: ThreadMessage) => {
      if ('turn' in message) {
        lend(message.turn);
        return;
      }
      progress = message.progress;
      for (const listener of listeners) listener(progress);
    });
    const end = ended.then(answerOf, (error: unknown) => {
      throw isClosed ? new DomainError('unavailable', stopping) : refusalOf(error);
    });
    const close = () => channel.port1.close();
    ended.then(close, close);
    return {
      end,
      progress: () => progress,
      onProgress: (listener) => void listeners.add(listener),
      cancel: () => void Atomics.store(stop, 0, 1),
    };
  };

  return {
    run: async <N extends TaskName>(name: N, caller: Caller, strategy: string, input: TaskInput<N>) => {
      const answer = await begin(name, caller, strategy, input).end;
      if (answer === null) throw new Error('a task was stopped that nobody can stop');
      return answer as TaskAnswer<N>;
    },
    start: (name, caller, about, input, keep) => {
      const { end, ...task } = begin(name, caller, about.strategy, input);
      const forget = () => void running.delete(about.id);
      const state = name === 'tryRows' ? 'reading' : 'committing';
      const ended = keep(end).finally(forget);
      // whoever waits for it hears of it; that nobody does is no mistake
      ended.catch(() => undefined);
      const each: RunningImport = { ...task, about, state, ended };
      running.set(about.id, each);
      return each;
    },
    find: (id) => running.get(id),
    listReading: (strategy) =>
      [...running.values()].filter((each) => each.state === 'reading' && each.about.strategy === strategy).reverse(),
    finish: async () => {
      const underWay = [...running.values()].map((each) => each.ended);
      await thread.finish();
      await Promise.allSettled(underWay);
    },
    close: () => {
      isClosed = true;
      return thread.close();
    },
  };
};
