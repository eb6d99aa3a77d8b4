import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FilledFile, makeFilledFile } from './filled-file.ts';
import { damageIn, startOf } from './whole-records.ts';

let filled: FilledFile;
let file: string;
beforeAll(async () => {
  filled = await makeFilledFile();
  file = filled.copyTo(join(filled.folder, 'whole.db'));
});
afterAll(() => filled.remove());

it('sees nothing wrong with records that are whole', () => {
  expect(damageIn(file, startOf(file), [])).toEqual([]);
});

it('sees an acknowledged write that is lost', () => {
  const lost = { kind: 'note', text: 'Nobody ever wrote this.' } as const;
  expect(damageIn(file, startOf(file), [lost])).toEqual([`lost: ${JSON.stringify(lost)}`]);
});

it.each([
  ['update indicator_values set value = 1 where rowid = 1', /^a value in force without its latest vintage/],
  ['update breakdown_totals set total = 1 where rowid = 1', /^a breakdown whose total is not that of its rows/],
  ['delete from breakdown_totals where rowid = 1', /^rows of a breakdown without a total/],
  [
    "insert into notes select id || 'x', indicator_id, year, text, person_id, at, illustrative from notes limit 1",
    /^1 writes have 0 entries/,
  ],
  ["insert into search_index (search_index) values ('delete-all')", /^the index of words does not agree/],
])('sees what %j leaves', (change, finding) => {
  const changed = filled.copyTo(join(filled.folder, 'changed.db'));
  const before = startOf(changed);
  const raw = new Sqlite(changed);
  // what protects the records from such hands is not what is looked at here
  for (const name of raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all())
    raw.exec(`drop trigger "${name}"`);
  raw.exec(change);
  raw.close();
  expect(damageIn(changed, before, [])).toEqual(expect.arrayContaining([expect.stringMatching(finding)]));
});
