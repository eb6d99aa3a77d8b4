import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';

const migrations = fileURLToPath(new URL('../../db/migrations', import.meta.url));
type Journal = { readonly entries: readonly { readonly when: number; readonly tag: string }[] };
const { entries } = JSON.parse(readFileSync(`${migrations}/meta/_journal.json`, 'utf8')) as Journal;

const columnsOf = (raw: Sqlite.Database, schema: string, table: string): string[] =>
  raw.prepare('select name from pragma_table_info(?, ?)').pluck().all(table, schema) as string[];

/** Search follows the rest by triggers, and the migrator keeps its own table. */
const isCopied = (table: string): boolean => !/^(sqlite_|search_|__)/.test(table);

const copyRows = (raw: Sqlite.Database): void => {
  const tables = raw.prepare("select name from main.sqlite_master where type = 'table'").pluck().all() as string[];
  for (const table of tables.filter(isCopied)) {
    const known = new Set(columnsOf(raw, 'present', table));
    const columns = columnsOf(raw, 'main', table).filter((column) => known.has(column));
    const listed = columns.map((column) => `"${column}"`).join(', ');
    if (columns.length > 0)
      raw.exec(`insert or ignore into "${table}" (${listed}) select ${listed} from present."${table}"`);
  }
};

/**
 * What an earlier version would have left: its tables, with everything of a present database that they have room for.
 * @returns the number of the last change of tables that it knew
 */
export const asEarlierSchema = (present: string, last: string, file: string): number => {
  const count = entries.findIndex(({ tag }) => tag === last) + 1;
  const known = entries.slice(0, count);
  const raw = new Sqlite(file);
  raw.pragma('foreign_keys = OFF');
  raw.exec('create table __drizzle_migrations (id integer primary key, hash text not null, created_at numeric)');
  for (const { tag, when } of known) {
    raw.exec(readFileSync(`${migrations}/${tag}.sql`, 'utf8').replaceAll('--> statement-breakpoint', ''));
    raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run(tag, when);
  }
  raw.exec(`attach '${present}' as present`);
  copyRows(raw);
  raw.close();
  return known.at(-1)?.when ?? 0;
};
