import { appendFileSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { verifyRecords } from './features/audit/verify-records.ts';
import { openFileStore } from './file-store.ts';
import { lastAudit } from './testing/audit.ts';
import { type Office, useOffices } from './testing/offices.ts';
import { forgetMarks, marksFile, markTrail } from './trail-marks.ts';

const openOffice = useOffices();

const fileOf = ({ database }: Office): string => database.settings.file;

const findingsIn = async (office: Office): Promise<string[]> =>
  (await verifyRecords(office.database, openFileStore(office.filesFolder), office.clock.now())).flatMap(
    ({ findings }) => findings,
  );

/** As somebody does who has SQLite's own tools and knows how the product numbers its entries. */
const cutTheEnd = async (office: Office, from: number): Promise<void> => {
  const guards = await office.rows<{ sql: string }>(
    "select sql from sqlite_master where name in ('audit_entries_no_delete', 'audit_hashes_no_delete')",
  );
  for (const table of ['audit_hashes', 'audit_entries']) await office.change(`drop trigger ${table}_no_delete`);
  await office.change(`delete from audit_hashes where entry_id >= ${from}`);
  await office.change(`delete from audit_entries where id >= ${from}`);
  await office.change(`update sqlite_sequence set seq = ${from - 1} where name = 'audit_entries'`);
  for (const { sql } of guards) await office.change(sql);
};

it('finds that the end of the trail was cut off, though the database itself says nothing of it any more', async () => {
  const office = await openOffice();
  const marking = markTrail(office.database, office.clock.now, () => {});
  await office.signIn('planner');
  await marking.write();
  expect(await findingsIn(office)).toEqual([]);
  const last = await lastAudit(office);
  await cutTheEnd(office, last);
  expect(await findingsIn(office)).toEqual([
    `On 2026-01-15 the trail went to entry ${last}, which is not what stands there now.`,
    'A session of Dana Whitfield was begun past the product: nobody signed in for it.',
  ]);
  // nor is it hidden by what is written afterwards under the same number
  await office.signIn('viewer');
  expect(await lastAudit(office)).toBe(last);
  expect(await findingsIn(office)).toHaveLength(2);
  await marking.stop();
});

it('remembers one end a day, and the last when the service stops', async () => {
  const office = await openOffice();
  const marking = markTrail(office.database, office.clock.now, () => {});
  for (const hours of [0, 1, 1, 24]) {
    office.clock.forward({ hours });
    await office.signIn('planner');
    await marking.write();
  }
  await office.signIn('viewer');
  await marking.stop();
  const marks = readFileSync(marksFile(fileOf(office)), 'utf8')
    .trim()
    .split('\n');
  expect(marks.map((line) => (JSON.parse(line) as { day: string }).day)).toEqual(['2026-01-15', '2026-01-16']);
  expect(marks.at(-1)).toContain(`"entryId":${await lastAudit(office)},`);
});

it('takes a damaged line for none, and forgets them all where a database begins anew', async () => {
  const office = await openOffice();
  const marking = markTrail(office.database, office.clock.now, () => {});
  await marking.write();
  appendFileSync(marksFile(fileOf(office)), '{"entryId": 7\nnull\n"x"\n');
  expect(await findingsIn(office)).toEqual([]);
  await forgetMarks(fileOf(office));
  await cutTheEnd(office, await lastAudit(office));
  expect(await findingsIn(office)).toEqual([]);
  await marking.stop();
});
