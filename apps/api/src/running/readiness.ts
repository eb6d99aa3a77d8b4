import { rm, writeFile } from 'node:fs/promises';
import { migrationStateReader } from '@fbs/db';
import type { Service } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import type { RunState } from './run-state.ts';

type Databased = Pick<Service, 'database'>;

type Reason = { readonly pointer: '/database' | '/migrations' | '/stopping'; readonly detail: string };

/** A probe that waits longer than this stands in a queue, which is no reason yet: a large import may hold it. */
const answerWithinMs = 1000;
/** A queue that does not move for so long stands still. */
const stuckAfterMs = 60_000;
/** Anybody may ask, so the database is asked at most so often. */
const askEveryMs = 1000;

class ProbeEnded extends Error {}

/** A full or read-only disk shows only where something is written: a page beside the database. */
const tryDisk = async (file: string): Promise<void> => {
  const probe = `${file}.ready`;
  await writeFile(probe, Buffer.alloc(4096), { mode: 0o600 }).finally(() => rm(probe, { force: true }));
};

/** Takes the turn to write as every write does, and gives it back without leaving anything. */
const tryToWrite = async ({ database }: Databased): Promise<void> => {
  await tryDisk(database.settings.file);
  await database
    .write(async () => {
      throw new ProbeEnded();
    })
    .catch((error: unknown) => {
      if (!(error instanceof ProbeEnded)) throw error;
    });
};

const sentences = {
  write: 'The database cannot be written: look at the free space and the rights of its folder.',
  stuck: 'Writes have waited for more than a minute: look at the log, and start the service again.',
  older: 'The tables are of an older version: start the service again, which brings them up to date.',
  newer: 'A newer version has changed the tables: start that version.',
  stopping: 'The service is stopping.',
} as const;

const probeOf = (service: Databased) => {
  const readMigrations = migrationStateReader();
  return async (): Promise<Reason[]> => {
    try {
      await tryToWrite(service);
      const state = await service.database.read(readMigrations);
      return state === 'current' ? [] : [{ pointer: '/migrations', detail: sentences[state] }];
    } catch {
      return [{ pointer: '/database', detail: sentences.write }];
    }
  };
};

const later = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });

/** One probe at a time; who asks meanwhile hears what the last one found, unless the queue has stood still for long. */
const latestReasons = (probe: () => Promise<Reason[]>) => {
  let known: Reason[] = [];
  let began = Number.NEGATIVE_INFINITY;
  let running: Promise<void> | undefined;
  return async (): Promise<Reason[]> => {
    const now = performance.now();
    if (running === undefined && now - began >= askEveryMs) {
      began = now;
      running = probe().then((reasons) => {
        known = reasons;
        running = undefined;
      });
    }
    if (running !== undefined) await Promise.race([running, later(answerWithinMs)]);
    if (running === undefined || now - began < stuckAfterMs) return known;
    return [{ pointer: '/database', detail: sentences.stuck }];
  };
};

/** @returns what ends well where the service can take work. @throws DomainError unavailable, with every reason */
export const readinessCheck = (service: Databased, state: RunState): (() => Promise<void>) => {
  const reasonsOfDatabase = latestReasons(probeOf(service));
  return async () => {
    const reasons: Reason[] = state.isStopping()
      ? [{ pointer: '/stopping', detail: sentences.stopping }]
      : await reasonsOfDatabase();
    if (reasons.length === 0) return;
    throw new DomainError('unavailable', reasons.map(({ detail }) => detail).join(' '), { errors: reasons });
  };
};
