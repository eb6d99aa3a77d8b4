import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';

/** What a work may ask the database: drizzle's builders, always awaited. It stops working when the work ends. */
export type Queries = Omit<BetterSQLite3Database, 'transaction'>;

export type Database = {
  /** Runs `work` on one snapshot of the data; everything in it sees the same state. */
  read<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** Runs `work` alone and commits all of it or, when it throws, nothing; raises the data version. */
  write<T>(work: (queries: Queries) => Promise<T>): Promise<T>;
  /** A number that differs as soon as anything was committed, by this process or another; costs about a microsecond. */
  changes(): number;
  /** Ends the connections once running works have ended. */
  close(): Promise<void>;
};
