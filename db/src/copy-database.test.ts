import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { checkSound, copyDatabase, isInUse } from './copy-database.ts';
import { openDatabase } from './open-database.ts';
import { settings } from './schema/service.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('copies one moment of a database that is being written, as a sound file of its own', async () => {
  const file = join(folder, 'busy.db');
  const database = openDatabase({ file, synchronous: 'OFF' });
  const at = '2031-01-01T00:00:00.000Z';
  let writing = true;
  const writer = (async () => {
    for (let index = 0; writing; index += 1) {
      await database.write(async (queries) => {
        for (const half of ['a', 'b'])
          await queries.insert(settings).values({ key: `${index}${half}`, value: '1', version: 1, at });
      });
      await new Promise((next) => setImmediate(next));
    }
  })();
  await new Promise((done) => setTimeout(done, 30));
  const copy = join(folder, 'copy.db');
  copyDatabase(file, copy);
  writing = false;
  await writer;
  await database.close();
  const raw = new Sqlite(copy, { readonly: true });
  const rows = raw.prepare('select count(*) as count from settings').get() as { count: number };
  raw.close();
  expect(rows.count).toBeGreaterThan(0);
  expect(rows.count % 2).toBe(0);
  expect(existsSync(`${copy}-wal`)).toBe(false);
});

it('knows whether somebody has the database open', async () => {
  const file = join(folder, 'open.db');
  expect(isInUse(file)).toBe(false);
  const database = openDatabase({ file, synchronous: 'OFF' });
  expect(isInUse(file)).toBe(true);
  await database.close();
  expect(isInUse(file)).toBe(false);
});

it('refuses what is no database, is not there, or comes from a newer version', async () => {
  const letter = join(folder, 'letter.db');
  writeFileSync(letter, 'Dear colleagues, this is no database. '.repeat(40));
  expect(() => checkSound(letter)).toThrow(/not a sound database/);
  expect(() => copyDatabase(join(folder, 'none.db'), join(folder, 'x.db'))).toThrow(/There is no database/);
  const newer = join(folder, 'newer.db');
  await openDatabase({ file: newer, synchronous: 'OFF' }).close();
  const raw = new Sqlite(newer);
  raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('future', 9_999_999_999_999);
  raw.close();
  expect(() => checkSound(newer)).toThrow(/newer version/);
});
