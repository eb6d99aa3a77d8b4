import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { afterAll, describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-migrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const migrations = fileURLToPath(new URL('../migrations', import.meta.url));
type Journal = { entries: { idx: number; when: number; tag: string }[] };
const journal = JSON.parse(readFileSync(join(migrations, 'meta/_journal.json'), 'utf8')) as Journal;

/** A database as an earlier version of the product left it, after so many migrations. */
const databaseOf = (count: number, name = `from-${count}`): string => {
  const older = join(folder, `migrations-${count}`);
  cpSync(migrations, older, { recursive: true });
  const entries = journal.entries.slice(0, count);
  writeFileSync(join(older, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
  const file = join(folder, `${name}.db`);
  const raw = new Sqlite(file);
  migrate(drizzle(raw), { migrationsFolder: older });
  raw.exec("insert into settings (key, value, version, at) values ('kept', '1', 1, '2031-01-01T00:00:00.000Z')");
  raw.close();
  return file;
};

const rowsOf = (file: string, sql: string): unknown[] => {
  const raw = new Sqlite(file, { readonly: true });
  const rows = raw.prepare(sql).all();
  raw.close();
  return rows;
};
const tables = "select name, sql from sqlite_master where name not like 'sqlite_%' order by name";

describe('an upgrade', () => {
  it.each(journal.entries.slice(0, -1).map(({ tag, idx }) => [tag, idx + 1] as const))(
    'from %s leads to the same tables, keeps the rows, and begins with a copy',
    async (_, count) => {
      const file = databaseOf(count);
      await openDatabase({ file, synchronous: 'OFF' }).close();
      const fresh = join(folder, 'fresh.db');
      if (!existsSync(fresh)) await openDatabase({ file: fresh, synchronous: 'OFF' }).close();
      expect(rowsOf(file, tables)).toEqual(rowsOf(fresh, tables));
      expect(rowsOf(file, 'select key from settings')).toEqual([{ key: 'kept' }]);
      const copy = `${file}.before-upgrade-${journal.entries[count - 1]?.when}`;
      expect(rowsOf(copy, 'select key from settings')).toEqual([{ key: 'kept' }]);
    },
  );

  it('that fails leaves everything as it was', () => {
    const file = databaseOf(1, 'failing');
    const raw = new Sqlite(file);
    // a table that a later migration wants to make
    raw.exec('create table audit_hashes (id text)');
    raw.close();
    const before = rowsOf(file, tables);
    expect(() => openDatabase({ file, synchronous: 'OFF' })).toThrow();
    expect(rowsOf(file, tables)).toEqual(before);
  });
});

it.each([
  [[12], /^Entry 12 is gone from the audit log, and rows of .* point at rows that do not exist: restore a backup\.$/],
  [[12, 13, 14], /^Entry 12 and 2 more are gone from the audit log, /],
])('a trail that lost entries %j past the product is named in the refusal to open', (entries, sentence) => {
  const file = databaseOf(journal.entries.length, `trail-${entries.length}`);
  const raw = new Sqlite(file);
  raw.pragma('foreign_keys = OFF');
  for (const entry of entries) raw.prepare("insert into audit_hashes (entry_id, hash) values (?, 'kept')").run(entry);
  raw.close();
  expect(() => openDatabase({ file })).toThrow(sentence);
});
