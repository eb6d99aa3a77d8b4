import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Queries } from './database.ts';
import { openDatabase } from './open-database.ts';
import { DatabaseRefusal } from './refusal.ts';
import { counters, settings } from './schema/service.ts';
import { makeTemplate, type Template } from './template.ts';

let template: Template;
beforeAll(async () => {
  template = await makeTemplate();
});
afterAll(() => template.remove());

const numberOf = async (queries: Queries, key: string): Promise<number> => {
  const [row] = await queries.select().from(settings).where(eq(settings.key, key));
  return Number(row?.value ?? 0);
};
const put = (queries: Queries, key: string, value: number) =>
  queries
    .insert(settings)
    .values({ key, value: String(value), version: 1, at: 'now' })
    .onConflictDoUpdate({ target: settings.key, set: { value: String(value) } });
const dataVersion = async (queries: Queries): Promise<number> => {
  const [row] = await queries.select().from(counters).where(eq(counters.name, 'data_version'));
  return row?.value ?? 0;
};

describe('writing and reading at the same time', () => {
  it('200 writers and 200 readers find no torn, lost or uncommitted state', async () => {
    const database = await template.copy({ readers: 4 });
    let failed = 0;
    const writers = Array.from({ length: 200 }, async (_, index) => {
      await wait(index % 23);
      await database
        .write(async (queries) => {
          const next = (await numberOf(queries, 'left')) + 1;
          await put(queries, 'left', next);
          await wait(index % 3);
          if (index % 10 === 7) throw new Error('planned');
          await put(queries, 'right', next);
        })
        .catch((error: Error) => {
          if (error.message !== 'planned') throw error;
          failed += 1;
        });
    });
    const readers = Array.from({ length: 200 }, async (_, index) => {
      await wait(index % 31);
      return database.read(async (queries) => {
        const left = await numberOf(queries, 'left');
        await wait(index % 4);
        const right = await numberOf(queries, 'right');
        return { left, right, again: await numberOf(queries, 'left') };
      });
    });
    await Promise.all(writers);
    for (const seen of await Promise.all(readers))
      expect(seen).toEqual({ left: seen.left, right: seen.left, again: seen.left });
    expect(failed).toBe(20);
    const end = await database.read(async (queries) => [
      await numberOf(queries, 'left'),
      await numberOf(queries, 'right'),
      await dataVersion(queries),
    ]);
    expect(end).toEqual([180, 180, 180]);
    await database.close();
  }, 30_000);

  it('keeps nothing of a write that throws, its data version included', async () => {
    const database = await template.copy();
    await expect(
      database.write(async (queries) => {
        await put(queries, 'left', 1);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    expect(
      await database.read(async (queries) => [await numberOf(queries, 'left'), await dataVersion(queries)]),
    ).toEqual([0, 0]);
    await database.close();
  });

  it('cuts off a work that takes too long, and what it does afterwards lands nowhere', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fbs-'));
    const database = openDatabase({ file: join(folder, 'a.db'), synchronous: 'OFF', withinMs: 40 });
    let afterwards: Promise<unknown> = Promise.resolve();
    const late = database.write(async (queries) => {
      afterwards = wait(90).then(() => put(queries, 'left', 99));
      await afterwards;
    });
    await expect(late).rejects.toThrow('took longer than 40 ms');
    await expect(afterwards).rejects.toThrow('is over');
    expect(await database.read((queries) => numberOf(queries, 'left'))).toBe(0);
    await database.close();
    rmSync(folder, { recursive: true });
  });

  it('refuses a work inside a work, and a write on a reading connection', async () => {
    const database = await template.copy();
    await expect(database.read(() => database.read(async () => 1))).rejects.toThrow('hand its queries on');
    await expect(database.read((queries) => put(queries, 'left', 1))).rejects.toThrow(/readonly|failed query/i);
    await database.close();
  });

  it('tells at once that something was committed, and only then', async () => {
    const database = await template.copy();
    const before = database.changes();
    await database.read((queries) => numberOf(queries, 'left'));
    expect(database.changes()).toBe(before);
    await database.write((queries) => put(queries, 'left', 1));
    expect(database.changes()).not.toBe(before);
    await database.close();
  });

  it('tells of nothing that was written aside, but still of everything else, by whatever tool', async () => {
    const database = await template.copy();
    const other = openDatabase({ ...database.settings, readers: 1 });
    const before = database.changes();
    const version = await database.read(dataVersion);
    await database.writeAside((queries) => put(queries, 'aside', 1));
    await other.writeAside((queries) => put(queries, 'aside', 2));
    expect(database.changes()).toBe(before);
    expect(await database.read(dataVersion)).toBe(version);
    await other.write((queries) => put(queries, 'seen', 1));
    await wait(1);
    const written = database.changes();
    expect(written).not.toBe(before);
    await database.writeAside((queries) => put(queries, 'aside', 3));
    expect(database.changes()).toBe(written);
    const tool = new Sqlite(database.settings.file);
    tool.exec("update settings set value = '9' where key = 'seen'");
    tool.close();
    await wait(1);
    expect(database.changes()).not.toBe(written);
    await other.close();
    await database.close();
  });

  it('lets another connection write while its turn is lent: writes wait, reads go on, and what came is seen', async () => {
    const database = await template.copy();
    const other = openDatabase({ ...database.settings, readers: 1 });
    const before = database.changes();
    const order: string[] = [];
    const lent = database.lendTurn(async () => {
      await other.write((queries) => put(queries, 'lent', 1));
      await database.read((queries) => numberOf(queries, 'own'));
      order.push('lent');
    });
    const own = database.write(async (queries) => {
      order.push('own');
      return numberOf(queries, 'lent');
    });
    await lent;
    expect(database.changes()).not.toBe(before);
    expect([await own, order]).toEqual([1, ['lent', 'own']]);
    await expect(database.lendTurn(() => Promise.reject(new Error('the thread ended')))).rejects.toThrow('ended');
    await expect(database.write(() => database.lendTurn(async () => undefined))).rejects.toThrow(
      'may not start another one',
    );
    await other.close();
    await database.close();
  });

  it('waits for running works before it closes', async () => {
    const database = await template.copy();
    const slow = database.write(async (queries) => {
      await wait(30);
      await put(queries, 'left', 5);
      return 'written';
    });
    await Promise.all([database.close(), expect(slow).resolves.toBe('written')]);
  });
});

describe('opening', () => {
  const inFolder = (name: string) => join(mkdtempSync(join(tmpdir(), 'fbs-')), name);

  it('refuses a file that a newer version wrote, and says what to do', async () => {
    const file = inFolder('newer.db');
    await openDatabase({ file, synchronous: 'OFF' }).close();
    const raw = new Sqlite(file);
    raw.prepare('insert into __drizzle_migrations (hash, created_at) values (?, ?)').run('future', 9_999_999_999_999);
    raw.close();
    expect(() => openDatabase({ file })).toThrow(DatabaseRefusal);
    expect(() => openDatabase({ file })).toThrow(/newer version.*FBS_DATABASE/);
  });

  it('refuses a file that is no database, and a folder that cannot be made', () => {
    const file = inFolder('text.db');
    writeFileSync(file, 'this is a letter, not a database, and it is long enough to be sure of that. '.repeat(20));
    expect(() => openDatabase({ file })).toThrow(/not a sound database/);
    expect(() => openDatabase({ file: join(file, 'inside-a-file.db') })).toThrow(/write permission/);
  });
});

describe('history', () => {
  it('is only added to: the database refuses to change or delete an audit entry', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'fbs-'));
    const file = join(folder, 'a.db');
    await openDatabase({ file, synchronous: 'OFF' }).close();
    const raw = new Sqlite(file);
    raw
      .prepare("insert into audit_entries (at, action, subject_kind, subject_id) values ('now', 'tested', 'test', '1')")
      .run();
    expect(() => raw.prepare("update audit_entries set action = 'hid'").run()).toThrow(/append-only/);
    expect(() => raw.prepare('delete from audit_entries').run()).toThrow(/append-only/);
    raw.close();
    rmSync(folder, { recursive: true });
  });
});
