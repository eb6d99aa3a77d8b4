import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { seedDatabase } from '../seed/seed-database.ts';
import { makeTemplate } from '../template.ts';
import { addSnapshot } from './review-repository.ts';
import { writeSetting } from './service-repository.ts';

/** Everything that says what was recorded, by whom and when. */
const history = [
  'value_vintages',
  'target_vintages',
  'indicator_definitions',
  'review_vintages',
  'review_section_vintages',
  'corrective_action_updates',
  'snapshots',
  'linkage_vintages',
  'framework_element_vintages',
  'audit_entries',
  'audit_hashes',
  'breakdowns',
  'breakdown_rows',
  'setting_vintages',
];

const open = async (): Promise<{ readonly database: Database; readonly close: () => Promise<void> }> => {
  const template = await makeTemplate((database) => seedDatabase(database, 'evaluation'));
  const database = await template.copy();
  const close = async () => {
    await database.close();
    template.remove();
  };
  await database.write((queries) =>
    addSnapshot(queries, 'fbs-2018-2022/review/2021', {
      number: 1,
      document: '{}',
      sha256: 'x',
      signedBy: 'reviewer',
      illustrative: true,
      at: '2026-01-01T12:00:00.000Z',
    }),
  );
  const setting = {
    key: 'rating_threshold',
    value: '12',
    at: '2026-01-01T12:00:00.000Z',
    personId: 'one',
    reason: null,
  };
  await database.write((queries) => writeSetting(queries, setting));
  return { database, close };
};

it('history is only added to: the database itself refuses to change or delete it', async () => {
  const { database, close } = await open();
  const run = (text: string) =>
    database
      .write(async (queries) => queries.run(sql.raw(text)))
      .then(
        () => 'done',
        (error: Error) => String(error.cause instanceof Error ? error.cause.message : error.message),
      );
  for (const table of history) {
    const rows = () => database.read(async (queries) => queries.all(sql.raw(`select * from ${table}`)));
    const before = await rows();
    expect(before.length, table).toBeGreaterThan(0);
    const [column] = Object.keys(before[0] as object);
    expect(await run(`update ${table} set ${column} = ${column}`), table).toContain(`update of ${table} is refused`);
    expect(await run(`delete from ${table}`), table).toContain(`delete of ${table} is refused`);
    expect(await rows()).toEqual(before);
  }
  await close();
});

it('no row stands without what it belongs to', async () => {
  const { database, close } = await open();
  const [orphans] = await database.read(async (queries) => [queries.all(sql.raw('pragma foreign_key_check'))]);
  expect(orphans).toEqual([]);
  const stray = database.write(async (queries) =>
    queries.run(sql.raw("update indicators set objective_id = 'nowhere' where id like '%1.1-A'")),
  );
  await expect(stray).rejects.toThrow();
  await close();
});
