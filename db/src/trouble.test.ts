import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';
import { settings } from './schema/service.ts';
import { DatabaseTrouble, troubleOf } from './trouble.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-trouble-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const coded = (code: string, cause?: unknown) => Object.assign(new Error(code, { cause }), { code });

it('a full disk is told from a bug, keeps nothing of the work, and is over once there is room', async () => {
  const database = openDatabase({ file: join(folder, 'full.db'), synchronous: 'OFF' });
  const save = (key: string) =>
    database.write(async (queries) => {
      await queries.insert(settings).values({ key: `${key} first`, value: 'x', version: 1, at: 'now' });
      await queries.insert(settings).values({ key, value: 'x'.repeat(100_000), version: 1, at: 'now' });
    });
  const holdTo = (pages: number) =>
    database.write(async (queries) => {
      await queries.run(sql.raw(`pragma max_page_count = ${pages}`));
    });
  await holdTo(1);
  const trouble = await save('much').catch((error: unknown) => error);
  expect(trouble).toBeInstanceOf(DatabaseTrouble);
  expect(trouble).toMatchObject({ reason: 'full', message: expect.stringMatching(/disk of the server is full/) });
  await holdTo(1_000_000);
  await save('later');
  const keys = await database.read((queries) => queries.select({ key: settings.key }).from(settings));
  expect(
    keys
      .map(({ key }) => key)
      .filter((key) => /much|later/.test(key))
      .sort(),
  ).toEqual(['later', 'later first']);
  await database.close();
});

it.each([
  [coded('SQLITE_CORRUPT_VTAB'), 'damaged'],
  [coded('SQLITE_IOERR_WRITE'), 'not_writable'],
  [coded('SQLITE_BUSY_SNAPSHOT'), 'busy'],
  [new Error('wrapped', { cause: coded('SQLITE_READONLY_DBMOVED') }), 'not_writable'],
])('%s is trouble of the kind %s', (error, reason) => {
  expect(troubleOf(error, 'write')).toMatchObject({ reason });
});

it.each([coded('SQLITE_CONSTRAINT_UNIQUE'), coded('ENOENT'), new Error('a bug'), 'text', null])(
  '%s stays what it is',
  (error) => {
    expect(troubleOf(error, 'write')).toBe(error);
  },
);
