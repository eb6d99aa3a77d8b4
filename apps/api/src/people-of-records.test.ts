import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditRepository, recordRepository } from '@fbs/db';
import { expect, it } from 'vitest';
import { checkPeople } from './features/audit/check-people.ts';
import { verifyRecords } from './features/audit/verify-records.ts';
import { importRecord } from './features/exports/import-record.ts';
import { readStrategyRecord, recordText, type StrategyRecord } from './features/exports/strategy-record.ts';
import { openFileStore } from './file-store.ts';
import { useEmptyDatabase } from './testing/empty-database.ts';
import { strategy } from './testing/endpoints.ts';
import { useOffices } from './testing/offices.ts';
import { addFile } from './testing/uploads.ts';

const openOffice = useOffices();
const now = '2026-01-16T09:00:00.000Z';

const withEmpty = useEmptyDatabase();

const recordOf = async (): Promise<string> =>
  (await openOffice()).database.read(async (queries) => recordText(await readStrategyRecord(queries, strategy)));

it('the record of a strategy names in the trail whom it brings in: nobody else counts as put in by hand', async () => {
  const text = await recordOf();
  await withEmpty(async (database) => {
    await importRecord(database, text, now);
    expect(await database.read((queries) => checkPeople(queries, now))).toEqual({ checked: 8, findings: [] });
    const stranger = { id: 'x', name: 'Max Muster', title: '', section: null, illustrative: 0, createdAt: now };
    await database.write((queries) => recordRepository.addRecordPeople(queries, [stranger]));
    const { findings } = await database.read((queries) => checkPeople(queries, now));
    expect(findings).toEqual([expect.stringContaining('Max Muster was put among the people past the product')]);
  });
});

it('the check of people knows whom a record brought in before the trail named each, and what became of them since', async () => {
  const { people } = JSON.parse(await recordOf()) as StrategyRecord;
  await withEmpty(async (database) => {
    const before = { name: people[1]?.name, roles: [], active: false };
    const entry = { at: now, personId: null, strategyId: null, before: null };
    await database.write(async (queries) => {
      await recordRepository.addRecordPeople(queries, people);
      await auditRepository.addAuditEntry(queries, {
        ...{ ...entry, action: 'imported a strategy', subjectKind: 'strategy', subjectId: strategy },
        after: { latest: now, sha256: 'x' },
      });
      await auditRepository.addAuditEntry(queries, {
        ...{ ...entry, action: 'enabled a person', subjectKind: 'person', subjectId: people[1]?.id ?? '' },
        ...{ before, after: { ...before, active: true } },
      });
      await queries.run('update people set active = 1');
    });
    const { findings } = await database.read((queries) => checkPeople(queries, now));
    expect(findings).toHaveLength(people.length - 1);
    expect(findings.join()).not.toContain(before.name);
  });
});

it('the check of files says of one that a record names where it is, since no record carries files', async () => {
  const office = await openOffice();
  await addFile(await office.signIn('planner'), '1.2-D', 2022, { name: 'list.csv', bytes: Buffer.from('who\nAna\n') });
  const text = await office.database.read(async (queries) => recordText(await readStrategyRecord(queries, strategy)));
  await withEmpty(async (database) => {
    await importRecord(database, text, now);
    const nowhere = openFileStore(join(tmpdir(), randomUUID()));
    const checks = await verifyRecords(database, nowhere, now);
    expect(checks.find(({ name }) => name === 'Files of evidence')?.findings).toEqual([
      expect.stringMatching(/^The file "list.csv" is lost.*copy the file from the service that the record is from\.$/),
    ]);
  });
});
