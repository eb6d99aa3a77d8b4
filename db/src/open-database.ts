import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { sql } from 'drizzle-orm';
import { type Connection, connect, fence, type Synchronous } from './connection.ts';
import type { Database, DatabaseSettings, Queries } from './database.ts';
import { bringUpToDate } from './migrate.ts';
import { DatabaseRefusal } from './refusal.ts';
import { counters } from './schema/service.ts';
import { troubleOf } from './trouble.ts';
import { type Turns, takeTurns } from './turns.ts';

/** Rejects after `ms`; the work itself is then cut off by its fence. */
const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`a database work took longer than ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

type Counted = { readonly data: number; readonly aside: number };

/** A number for each state of the data. What was written aside alone leaves it; what other tools commit does not. */
const stateReader = ({ raw }: Connection) => {
  const commits = raw.prepare('pragma data_version').pluck();
  const counter = raw.prepare('select coalesce(max(value), 0) from counters where name = ?').pluck();
  const count = (): Counted => {
    try {
      return { data: counter.get('data_version') as number, aside: counter.get('aside_version') as number };
    } catch (error) {
      throw troubleOf(error, 'read');
    }
  };
  let seen = commits.get() as number;
  let counted = count();
  let state = 0;
  return (): number => {
    const now = commits.get() as number;
    if (now === seen) return state;
    const before = counted;
    [seen, counted] = [now, count()];
    const isAside = counted.data === before.data && counted.aside !== before.aside;
    if (!isAside) state += 1;
    return state;
  };
};

/** Many requests may ask within one turn of the event loop; the answer can only change between turns, or by our own write. */
const askOncePerTurn = (read: () => number) => {
  let known: number | undefined;
  const forget = (): void => {
    known = undefined;
  };
  return {
    forget,
    number: (): number => {
      if (known === undefined) {
        known = read();
        setImmediate(forget);
      }
      return known;
    },
  };
};

const raise = async (queries: Queries, name: 'data_version' | 'aside_version'): Promise<void> => {
  await queries
    .insert(counters)
    .values({ name, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } });
};

const notWritable = [
  'SQLITE_READONLY',
  'SQLITE_CANTOPEN',
  'SQLITE_IOERR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOTDIR',
  'EEXIST',
];
const unsound = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'];
const full = ['SQLITE_FULL', 'ENOSPC', 'EDQUOT'];

const refusalOf = (error: unknown, file: string): unknown => {
  const code = (error as { code?: string }).code ?? '';
  const isOneOf = (codes: readonly string[]): boolean => codes.some((each) => code.startsWith(each));
  if (isOneOf(full)) {
    return new DatabaseRefusal(
      'full',
      `The disk that holds ${file} is full: make room there, or set FBS_DATABASE to a file on another disk.`,
    );
  }
  if (isOneOf(['SQLITE_BUSY'])) {
    return new DatabaseRefusal('busy', `Another program holds the database ${file}: stop it, then start again.`);
  }
  if (isOneOf(notWritable)) {
    return new DatabaseRefusal(
      'not_writable',
      `The database ${file} cannot be written: give this account write permission to the file and its folder, or set FBS_DATABASE to another file.`,
    );
  }
  if (isOneOf(unsound)) {
    return new DatabaseRefusal(
      'damaged',
      `The file ${file} is not a sound database: restore a backup, or set FBS_DATABASE to another file.`,
    );
  }
  return error;
};

const openWriter = (settings: DatabaseSettings, synchronous: Synchronous): Connection => {
  try {
    mkdirSync(dirname(settings.file), { recursive: true });
    const writer = connect(settings.file, synchronous, 'write');
    if (!settings.migrated) bringUpToDate(writer.raw, settings.file);
    return writer;
  } catch (error) {
    throw refusalOf(error, settings.file);
  }
};

/**
 * Opens, tunes and migrates the database: the one way in.
 * `write` is a queue on its own connection; `read` works on one snapshot on one of a few connections that cannot write.
 * @throws DatabaseRefusal when the file cannot be used; its works throw DatabaseTrouble where the disk lets them down
 */
export const openDatabase = (settings: DatabaseSettings): Database => {
  const synchronous = settings.synchronous ?? 'FULL';
  const ms = settings.withinMs ?? 10_000;
  const inside = new AsyncLocalStorage<true>();
  const writer = openWriter(settings, synchronous);
  const readers = Array.from({ length: settings.readers ?? 3 }, () => connect(settings.file, synchronous, 'read'));
  // apart from the readers: inside a snapshot the number would stand still
  const watcher = connect(settings.file, synchronous, 'read');
  const changes = askOncePerTurn(stateReader(watcher));
  const writing = takeTurns([writer]);
  const reading = takeTurns(readers);

  const refuseInside = (): void => {
    if (inside.getStore()) throw new Error('a database work may not start another one: hand its queries on');
  };

  const run = async <T>(
    turns: Turns<Connection>,
    begin: string,
    work: (queries: Queries) => Promise<T>,
  ): Promise<T> => {
    refuseInside();
    const connection = await turns.take();
    const { queries, end } = fence(connection);
    try {
      connection.raw.exec(begin);
      const result = await within(
        ms,
        inside.run(true, () => work(queries)),
      );
      end();
      connection.raw.exec('COMMIT');
      return result;
    } catch (error) {
      end();
      if (connection.raw.inTransaction) connection.raw.exec('ROLLBACK');
      throw troubleOf(error, turns === writing ? 'write' : 'read');
    } finally {
      turns.give(connection);
    }
  };

  const commit = async <T>(work: (queries: Queries) => Promise<T>, raised: Parameters<typeof raise>[1]): Promise<T> => {
    const result = await run(writing, 'BEGIN IMMEDIATE', async (queries) => {
      const done = await work(queries);
      await raise(queries, raised);
      return done;
    });
    changes.forget();
    return result;
  };

  return {
    settings,
    read: (work) => run(reading, 'BEGIN', work),
    write: (work) => commit(work, 'data_version'),
    writeAside: (work) => commit(work, 'aside_version'),
    lendTurn: async (work) => {
      refuseInside();
      const connection = await writing.take();
      try {
        return await work();
      } finally {
        changes.forget();
        writing.give(connection);
      }
    },
    changes: changes.number,
    close: async () => {
      await Promise.all([writing.all(), reading.all()]);
      for (const { raw } of [...readers, watcher, writer]) raw.close();
    },
  };
};
