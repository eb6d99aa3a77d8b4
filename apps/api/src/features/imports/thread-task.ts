import type { MessagePort } from 'node:worker_threads';
import type { ImportProgress, ProblemCode } from '@fbs/contract';
import type { Instant } from '@fbs/core';
import { type Database, type DatabaseSettings, DatabaseTrouble, openDatabase, type Queries } from '@fbs/db';
import type { Actor } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';

/** What every task of the thread gets, beside what it is about. */
export type TaskLink = {
  readonly settings: DatabaseSettings;
  readonly port: MessagePort;
  /** One number: 1 as soon as somebody wants the task to stop. */
  readonly stop: Int32Array;
  readonly actor: Actor;
  readonly strategy: string;
  readonly at: Instant;
};

/** From the thread: how far it is; that it wants to write, and that it has. */
export type ThreadMessage = { readonly progress: ImportProgress } | { readonly turn: 'wanted' | 'over' };

/** To the thread: it may write now, and which moment that is. */
export type TurnMessage = { readonly at: Instant };

/** A refusal does not cross from a thread as it is: it travels as this. */
export type TaskEnd<T> =
  | { readonly kind: 'done'; readonly answer: T }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'refused';
      readonly code: ProblemCode;
      readonly detail: string;
      readonly errors: DomainError['errors'];
    };

class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** A task at work in the thread. */
export type ThreadWork = TaskLink & {
  readonly database: Pick<Database, 'read'>;
  /** Tells how far it is, and stops the task where somebody wants it to. @throws Cancelled */
  readonly goOn: (phase: ImportProgress['phase'], percent: number, rows: number, ofRows: number | null) => void;
  /** Writes as soon as the server lends its turn; all of it, or nothing. @throws Cancelled */
  readonly write: <T>(work: (queries: Queries, at: Instant) => Promise<T>) => Promise<T>;
};

/** Often enough to be seen moving, seldom enough to cost nothing. */
const tellEvery = 80;

const turnFrom = (port: MessagePort): Promise<TurnMessage> =>
  new Promise((resolve) => {
    port.once('message', resolve);
    port.postMessage({ turn: 'wanted' } satisfies ThreadMessage);
  });

const workOf = (link: TaskLink, database: Database): ThreadWork => {
  const { port, stop } = link;
  let told = 0;
  const refuseStopped = (): void => {
    if (Atomics.load(stop, 0) === 1) throw new Cancelled();
  };
  const goOn: ThreadWork['goOn'] = (phase, percent, rows, ofRows) => {
    refuseStopped();
    const now = performance.now();
    if (now - told < tellEvery) return;
    told = now;
    const progress = { phase, percent: Math.min(99, Math.floor(percent)), rows, ofRows };
    port.postMessage({ progress } satisfies ThreadMessage);
  };
  const write: ThreadWork['write'] = async (work) => {
    refuseStopped();
    const { at } = await turnFrom(port);
    try {
      return await database.write(async (queries) => {
        refuseStopped();
        const done = await work(queries, at);
        // the last moment at which nothing has to be taken back
        refuseStopped();
        return done;
      });
    } finally {
      port.postMessage({ turn: 'over' } satisfies ThreadMessage);
    }
  };
  return { ...link, database, goOn, write };
};

/** Runs a task in the thread over a connection of its own; what it refuses becomes an answer. */
export const runTask = async <T>(link: TaskLink, task: (work: ThreadWork) => Promise<T>): Promise<TaskEnd<T>> => {
  const database = openDatabase({ ...link.settings, readers: 1, migrated: true });
  try {
    return { kind: 'done', answer: await task(workOf(link, database)) };
  } catch (error) {
    if (error instanceof Cancelled) return { kind: 'cancelled' };
    if (error instanceof DatabaseTrouble) {
      return { kind: 'refused', code: 'unavailable', detail: error.message, errors: undefined };
    }
    if (!(error instanceof DomainError)) throw error;
    return { kind: 'refused', code: error.code, detail: error.message, errors: error.errors };
  } finally {
    await database.close();
    link.port.close();
  }
};
