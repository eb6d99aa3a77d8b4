import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { Synchronous } from './connection.ts';

/** What a work may ask the database: drizzle's builders, always awaited. It stops working when the work ends. */
export type Queries = Omit<BetterSQLite3Database, 'transaction'>;

export type DatabaseSettings = {
  readonly file: string;
  /** Connections that read at the same time; default 3. */
  readonly readers?: number;
  /** OFF only for tests: a power cut may then lose what was acknowledged. Default FULL. */
  readonly synchronous?: Synchronous;
  /** Time limit of one work, in milliseconds; default 10,000. */
  readonly withinMs?: number;
  /** true: the file is known to be up to date (a test's copy of a migrated template). */
  readonly migrated?: boolean;
};

export type Database = {
  /** How it was opened: what a thread needs to open it once more. */
  readonly settings: DatabaseSettings;
  /** Runs `work` on one snapshot of the data; everything in it sees the same state. */
  read<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Runs `work` alone and commits all of it or, when it throws, nothing; raises the data version. */
  write<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Writes like `write` what no page rests on, such as when a session was seen: what is kept of pages stays good. */
  writeAside<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Holds the turn to write while another thread writes over a connection of its own: writes here wait for it. */
  lendTurn<T>(work: () => Promise<T>): Promise<T>;
  /** A number that differs as soon as anything was committed, but aside, by whatever process; costs about a microsecond. */
  changes(): number;
  /** Ends the connections once running works have ended. */
  close(): Promise<void>;
};
