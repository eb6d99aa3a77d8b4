import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { DatabaseRefusal } from './refusal.ts';

const migrationsFolder = fileURLToPath(new URL('../migrations', import.meta.url));

export const newestKnown = (): number => {
  const journal = JSON.parse(readFileSync(`${migrationsFolder}/meta/_journal.json`, 'utf8')) as {
    entries: { when: number }[];
  };
  return Math.max(...journal.entries.map((entry) => entry.when));
};

export const newestApplied = (raw: Sqlite.Database): number => {
  const table = raw.prepare("select 1 from sqlite_master where type = 'table' and name = '__drizzle_migrations'").get();
  if (table === undefined) return 0;
  const row = raw.prepare('select max(created_at) as newest from __drizzle_migrations').get() as {
    newest: number | null;
  };
  return row.newest ?? 0;
};

/** An upgrade begins with a copy of what there is: whoever has to go back finds it beside the database. */
const keepBeforeUpgrade = (raw: Sqlite.Database, file: string): void => {
  const applied = newestApplied(raw);
  const copy = `${file}.before-upgrade-${applied}`;
  if (applied > 0 && applied < newestKnown() && !existsSync(copy)) raw.prepare('VACUUM INTO ?').run(copy);
};

type Orphan = { readonly table: string; readonly rowid: number };

/** An entry that was taken out of the trail leaves its link in the chain behind: that is named first. */
const orphansSentence = (orphans: readonly Orphan[], file: string): string => {
  const [removed, ...more] = orphans.filter(({ table }) => table === 'audit_hashes').map(({ rowid }) => rowid);
  if (removed === undefined)
    return `${orphans.length} rows of ${file} point at rows that do not exist: restore a backup.`;
  const entries = more.length === 0 ? `Entry ${removed} is` : `Entry ${removed} and ${more.length} more are`;
  return `${entries} gone from the audit log, and rows of ${file} point at rows that do not exist: restore a backup.`;
};

/**
 * Brings the tables up to date, all of them or none.
 * Foreign keys are off meanwhile: recreating a table would otherwise delete its children.
 * @throws DatabaseRefusal when a newer version of the product wrote the file, or a migration left rows without parents
 */
export const bringUpToDate = (raw: Sqlite.Database, file: string): void => {
  if (newestApplied(raw) > newestKnown()) {
    throw new DatabaseRefusal(
      'newer',
      `The database ${file} was written by a newer version of FBS Performance: start that version, or set FBS_DATABASE to another file.`,
    );
  }
  keepBeforeUpgrade(raw, file);
  raw.pragma('foreign_keys = OFF');
  migrate(drizzle(raw), { migrationsFolder });
  const orphans = raw.pragma('foreign_key_check') as Orphan[];
  if (orphans.length > 0) throw new DatabaseRefusal('damaged', orphansSentence(orphans, file));
  raw.pragma('foreign_keys = ON');
};
