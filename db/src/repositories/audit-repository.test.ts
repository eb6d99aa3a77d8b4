import Sqlite from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { seedDatabase } from '../seed/seed-database.ts';
import { makeTemplate, type Template } from '../template.ts';
import { personId, useRecord } from '../testing/record-office.ts';
import {
  addAuditEntry,
  chainAuditEntries,
  countAuditEntries,
  lacksChain,
  listAuditPage,
  verifyAuditChain,
} from './audit-repository.ts';

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
              subjectId: 'one',
              strategyId: null,
            };
            for (const change of changes)
              await database.write((queries) => addAuditEntry(queries, { ...entry, ...change }));
            await database.write((queries) =>
              addAuditEntry(queries, { ...entry, subjectId: 'two', before: null, after: null }),
            );
            const found = await database.read((queries) =>
              listAuditPage(queries, { kind: 'test', text: 'one' }, { limit: 50 }),
            );
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
        subjectId: 'one',
        strategyId: null,
        before: null,
        after: 1,
      };
      const failing = database.write(async (queries) => {
        await addAuditEntry(queries, entry);
        throw new Error('changed my mind');
      });
      await expect(failing).rejects.toThrow('changed my mind');
      expect(
        await database.read((queries) => listAuditPage(queries, { kind: 'test', text: 'one' }, { limit: 50 })),
      ).toEqual([]);
    }));
});

describe('the chain over the trail', () => {
  let template: Template;
  beforeAll(async () => {
    template = await makeTemplate((database) => seedDatabase(database, 'production'));
  });
  afterAll(() => template.remove());

  const verify = (database: Database) => database.read(verifyAuditChain);

  /** What somebody with SQLite's own tools may do: the triggers are gone, foreign keys are not asked. */
  const tamper = async (...statements: readonly string[]): Promise<readonly string[]> => {
    const database = await template.copy();
    const tool = new Sqlite(database.settings.file);
    tool.pragma('foreign_keys = OFF');
    for (const name of ['audit_entries_no_update', 'audit_entries_no_delete', 'audit_hashes_no_delete'])
      tool.exec(`DROP TRIGGER ${name}`);
    for (const statement of statements) tool.exec(statement);
    tool.close();
    const { findings } = await verify(database);
    await database.close();
    return findings;
  };

  it('holds from the first entry of the seed through every later write', async () => {
    const database = await template.copy();
    const entry = { at: '2031-01-01T12:00:00.000Z', personId: null, action: 'tested', subjectKind: 'test' };
    for (const subjectId of ['one', 'two'])
      await database.write((queries) =>
        addAuditEntry(queries, { ...entry, subjectId, strategyId: null, before: null, after: { a: 1 } }),
      );
    const { entries, findings } = await verify(database);
    expect(findings).toEqual([]);
    expect(entries).toBe(await database.read((queries) => countAuditEntries(queries, {})));
    expect(entries).toBeGreaterThan(100);
    await database.close();
  });

  it.each([
    ['a changed row', ["update audit_entries set after = '{}' where id = 5"], /^Entry 5 \(.*\) was changed/],
    ['a changed day', ["update audit_entries set at = '2031-01-01T00:00:00.000Z' where id = 7"], /^Entry 7 /],
    ['a removed row', ['delete from audit_entries where id = 9'], /^Entry 9 was removed/],
    [
      'removed rows with their links',
      ['delete from audit_entries where id in (9, 10)', 'delete from audit_hashes where entry_id in (9, 10)'],
      /^Entries 9 to 10 were removed/,
    ],
    [
      'a removed tail',
      [
        'delete from audit_entries where id > (select max(id) - 3 from audit_entries)',
        'delete from audit_hashes where entry_id > (select max(id) from audit_entries)',
      ],
      /^Entries \d+ to \d+ were removed/,
    ],
    [
      'an inserted row',
      ["insert into audit_entries (at, action, subject_kind, subject_id) values ('2031', 'x', 'y', 'z')"],
      /inserted past the product/,
    ],
  ])('finds %s, and nothing else', async (_, statements, sentence) => {
    const findings = await tamper(...statements);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(sentence);
  });

  it('is laid once over a trail from before there was one, and never over what was slipped in later', async () => {
    const database = await template.copy();
    const tool = new Sqlite(database.settings.file);
    tool.exec('DROP TRIGGER audit_hashes_no_delete; delete from audit_hashes');
    expect(await database.read(lacksChain)).toBe(true);
    await database.write(chainAuditEntries);
    expect((await verify(database)).findings).toEqual([]);
    tool.exec("insert into audit_entries (at, action, subject_kind, subject_id) values ('2031', 'x', 'y', 'z')");
    tool.close();
    expect(await database.read(lacksChain)).toBe(false);
    await database.close();
  });
});

describe('the pages of the trail', () => {
  it('are told apart by person, kind, day and text, newest first, one after the other', () =>
    onCopy(async (database) => {
      const add = (subjectId: string, at: string, who: string | null) =>
        database.write((queries) =>
          addAuditEntry(queries, {
            at,
            personId: who,
            action: 'tested 100%',
            subjectKind: 'probe',
            subjectId,
            strategyId: null,
            before: null,
            after: null,
          }),
        );
      await add('first', '2031-01-01T12:00:00.000Z', personId);
      await add('second', '2031-01-02T12:00:00.000Z', null);
      await add('third_', '2031-01-03T12:00:00.000Z', personId);
      const found = async (filter: Parameters<typeof listAuditPage>[1], before?: number) => {
        const rows = await database.read((queries) =>
          listAuditPage(queries, { kind: 'probe', ...filter }, { before, limit: 2 }),
        );
        return rows.map(({ subjectId }) => subjectId);
      };
      expect(await found({})).toEqual(['third_', 'second']);
      const [, second] = await database.read((queries) => listAuditPage(queries, { kind: 'probe' }, { limit: 2 }));
      expect(await found({}, second?.id)).toEqual(['first']);
      expect(await found({ person: personId })).toEqual(['third_', 'first']);
      expect(await found({ from: '2031-01-02T00:00:00.000Z', to: '2031-01-03T00:00:00.000Z' })).toEqual(['second']);
      expect(await found({ text: '100%' })).toEqual(['third_', 'second']);
      expect(await found({ text: '_' })).toEqual(['third_']);
      expect(await found({ text: 'FIRST' })).toEqual(['first']);
    }));
});
