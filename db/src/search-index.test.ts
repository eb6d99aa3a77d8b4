import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';
import { seedDatabase } from './seed/seed-database.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-search-'));
const seeded = join(folder, 'seeded.db');
let raw: Sqlite.Database;

beforeAll(async () => {
  const database = openDatabase({ file: seeded, synchronous: 'OFF', withinMs: 60_000 });
  await seedDatabase(database, 'evaluation');
  await database.close();
});
beforeEach(() => {
  raw?.close();
  const file = join(folder, 'copy.db');
  copyFileSync(seeded, file);
  raw = new Sqlite(file);
});
afterAll(() => {
  raw.close();
  rmSync(folder, { recursive: true, force: true });
});

/** What is found for a word: "kind withheld". */
const found = (word: string): string[] =>
  raw
    .prepare(
      `select document.kind || ' ' || document.withheld from search_index
       join search_documents document on document.id = search_index.rowid where search_index match ?`,
    )
    .pluck()
    .all(`"${word}"`) as string[];

const expectSoundIndex = (): void => {
  raw.exec("insert into search_index (search_index) values ('integrity-check')");
};

const documents = () =>
  raw
    .prepare(
      'select kind, subject_id, strategy_id, parent_id, year, code, keys, title, body, withheld, illustrative, person_id, at from search_documents order by kind, subject_id',
    )
    .all();

describe('the words of what can be found', () => {
  it.each([
    ['a goal', 'goals', 'statement', 'goal 0'],
    ['an objective', 'objectives', 'justification_summary', 'objective 0'],
    ['a framework element', 'framework_elements', 'label', 'element 0'],
    ['a note', 'notes', 'text', 'note 0'],
    ['a review', 'reviews', 'summary', 'review 0'],
    ['a section of a review', 'review_sections', 'narrative', 'review_section 0'],
    ['a person', 'people', 'name', 'person 0'],
  ])('are those of %s as it was last written', (_what, table, column, expected) => {
    const where = `rowid = (select max(rowid) from ${table})`;
    raw.exec(`update ${table} set ${column} = 'zebra' where ${where}`);
    expect(found('zebra')).toEqual([expected]);
    raw.exec(`update ${table} set ${column} = 'okapi' where ${where}`);
    expect([found('zebra'), found('okapi')]).toEqual([[], [expected]]);
    expectSoundIndex();
  });

  it('are those of a value, and withheld while it is a draft or was returned', () => {
    const write = (set: string) =>
      raw.exec(`update indicator_values set ${set} where rowid = (select min(rowid) from indicator_values)`);
    for (const state of ['draft', 'returned']) {
      write(`note = 'zebra', state = '${state}'`);
      expect(found('zebra')).toEqual(['entry 1']);
    }
    for (const state of ['submitted', 'approved', 'not_applicable']) {
      write(`state = '${state}'`);
      expect(found('zebra')).toEqual(['entry 0']);
    }
    write('note = null');
    expect(found('zebra')).toEqual([]);
    expectSoundIndex();
  });

  it('are those of the definition that an indicator had last', () => {
    raw.exec(`insert into indicator_definitions
      select 'new', indicator_id, number + 1, json_set(definition, '$.name', 'Zebra'), 'test', person_id, at
      from indicator_definitions where rowid = (select min(rowid) from indicator_definitions)`);
    expect(found('zebra')).toEqual(['indicator 0']);
    raw.exec(
      "update indicators set code = '9.9-Z' where id in (select indicator_id from indicator_definitions where id = 'new')",
    );
    expect(raw.prepare("select keys from search_documents where title = 'Zebra'").pluck().get()).toBe(
      '|9 9 z|indicator 9 9 z|',
    );
    expect(found('z')).toEqual(['indicator 0']);
    expectSoundIndex();
  });

  it('are gone with a comment that is gone, an element that was removed, a person who left', () => {
    raw.exec(`insert into comments (id, strategy_id, indicator_id, year, text, mentions, person_id, at, version)
      select 'c', strategy_id, id, 2022, 'zebra', '[]', 'planner', '2026-01-01', 1 from indicators limit 1`);
    expect(found('zebra')).toEqual(['comment 0']);
    raw.exec("delete from comments where id = 'c'");
    raw.exec("update framework_elements set label = 'zebra', removed_at = '2026-01-01' where code = '1.3'");
    raw.exec("update people set name = 'zebra', active = 0 where id = 'viewer'");
    expect(found('zebra')).toEqual([]);
    raw.exec("update framework_elements set removed_at = null where code = '1.3'");
    expect(found('zebra')).toEqual(['element 0']);
    expectSoundIndex();
  });

  it('are the same in a database that was there before: the migration finds what triggers would have', () => {
    const before = documents();
    expect(before.length).toBeGreaterThan(150);
    raw.exec('delete from search_documents');
    expect(found('trafficking')).toEqual([]);
    const file = fileURLToPath(new URL('../migrations/0011_search_index.sql', import.meta.url));
    const steps = readFileSync(file, 'utf8').split('--> statement-breakpoint');
    for (const step of steps) if (/^(--.*\s+)*INSERT INTO search_documents/.test(step.trim())) raw.exec(step);
    expect(documents()).toEqual(before);
    expectSoundIndex();
  });
});
