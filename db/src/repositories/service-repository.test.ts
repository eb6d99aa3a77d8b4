import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personId, useRecord } from '../testing/record-office.ts';
import { addAuditEntry, listAuditEntries, readDataVersions } from './service-repository.ts';

const onCopy = useRecord();

describe('the audit trail', () => {
  it('gives back what was before and after as it was written, newest first', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ before: fc.jsonValue(), after: fc.jsonValue() }), { maxLength: 5 }),
        (changes) =>
          onCopy(async (database) => {
            const entry = {
              at: '2031-01-01T12:00:00.000Z',
              personId,
              action: 'tested',
              subjectKind: 'test',
              subjectId: '1',
              strategyId: null,
            };
            for (const change of changes)
              await database.write((queries) => addAuditEntry(queries, { ...entry, ...change }));
            await database.write((queries) =>
              addAuditEntry(queries, { ...entry, subjectId: '2', before: null, after: null }),
            );
            const found = await database.read((queries) => listAuditEntries(queries, { kind: 'test', id: '1' }));
            const written = JSON.parse(JSON.stringify(changes)) as typeof changes;
            expect(found.map(({ before, after }) => ({ before, after }))).toEqual(written.reverse());
          }),
      ),
      { numRuns: 20 },
    ));

  it('is not written where the write fails', () =>
    onCopy(async (database) => {
      const entry = {
        at: '2031-01-01T12:00:00.000Z',
        personId,
        action: 'tested',
        subjectKind: 'test',
        subjectId: '1',
        strategyId: null,
        before: null,
        after: 1,
      };
      const failing = database.write(async (queries) => {
        await addAuditEntry(queries, entry);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(await database.read((queries) => listAuditEntries(queries, { kind: 'test', id: '1' }))).toEqual([]);
    }));
});

it('the data version rises by one with every write, and with none that fails', () =>
  onCopy(async (database) => {
    const version = async () => (await database.read((queries) => readDataVersions(queries))).data;
    const before = await version();
    await database.write(async () => undefined);
    await expect(database.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await version()).toBe(before + 1);
  }));
