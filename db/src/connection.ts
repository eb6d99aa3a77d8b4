import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import type { Queries } from './database.ts';

export type Synchronous = 'FULL' | 'OFF';

export type Connection = { readonly raw: Sqlite.Database; readonly statements: Map<string, Sqlite.Statement> };

/** One tuned SQLite connection. FULL: a commit is on the disk before it is acknowledged. */
export const connect = (file: string, synchronous: Synchronous, access: 'write' | 'read'): Connection => {
  const raw = new Sqlite(file, { timeout: 5000 });
  raw.pragma('journal_mode = WAL');
  raw.pragma(`synchronous = ${synchronous}`);
  raw.pragma('foreign_keys = ON');
  if (access === 'read') raw.pragma('query_only = ON');
  return { raw, statements: new Map() };
};

/** drizzle reads a statement's rows as arrays or objects by a switch on the statement, so a reused one starts from the default. */
const prepared = ({ raw, statements }: Connection, text: string): Sqlite.Statement => {
  const known = statements.get(text);
  if (known === undefined) {
    const fresh = raw.prepare(text);
    statements.set(text, fresh);
    return fresh;
  }
  return known.reader ? known.raw(false) : known;
};

/**
 * Queries that work until `end` is called: a statement of an abandoned work (one that ran out of time, or was
 * never awaited) must not land in the transaction of whoever has the connection next.
 */
export const fence = (connection: Connection): { readonly queries: Queries; readonly end: () => void } => {
  let open = true;
  const client = {
    prepare: (text: string) => {
      if (!open) throw new Error('these queries belong to a database work that is over');
      return prepared(connection, text);
    },
    transaction: () => {
      throw new Error('a transaction inside a database work: use Database.write');
    },
  };
  return {
    queries: drizzle(client as unknown as Sqlite.Database),
    end: () => {
      open = false;
    },
  };
};
