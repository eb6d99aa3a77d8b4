import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import type { Database } from '../database.ts';
import { people, personRoles } from '../schema/people.ts';
import { useRecord } from '../testing/record-office.ts';
import { addSession, endSession, findSignedIn, listPersonas } from './people-repository.ts';

const onCopy = useRecord();

const person = {
  title: 'Officer',
  email: null,
  section: 'IP',
  active: 1,
  illustrative: 0,
  version: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
};

const withAda = (work: (database: Database) => Promise<void>): Promise<void> =>
  onCopy(async (database) => {
    await database.write(async (queries) => {
      await queries.insert(people).values({ ...person, id: 'ada', name: 'Ada', persona: 'ada', position: 1 });
      await queries.insert(people).values({ ...person, id: 'eve', name: 'Eve', persona: null, position: 2 });
      await queries.insert(personRoles).values([
        { personId: 'ada', role: 'reviewer' },
        { personId: 'ada', role: 'planner' },
      ]);
      await addSession(queries, {
        id: 's1',
        tokenHash: 'hash',
        personId: 'ada',
        createdAt: '2026-01-01T00:00:00.000Z',
        expiresAt: '2026-01-01T12:00:00.000Z',
      });
    });
    await work(database);
  });

const foundAt = (database: Database, now: string, hash = 'hash') =>
  database.read((queries) => findSignedIn(queries, hash, now));

describe('a session', () => {
  it('leads to the person with all roles until the moment that it expires', () =>
    withAda(async (database) => {
      const found = await foundAt(database, '2026-01-01T11:59:59.999Z');
      expect(found).toMatchObject({ sessionId: 's1', person: { id: 'ada', name: 'Ada', section: 'IP' } });
      expect([...(found?.person.roles ?? [])].sort()).toEqual(['planner', 'reviewer']);
      expect(await foundAt(database, '2026-01-01T12:00:00.000Z')).toBeUndefined();
      expect(await foundAt(database, '2026-01-01T01:00:00.000Z', 'HASH')).toBeUndefined();
    }));

  it('leads to nobody once it was ended, or the person may not sign in any more', () =>
    withAda(async (database) => {
      await database.write(async (queries) => queries.run(sql.raw("update people set active = 0 where id = 'ada'")));
      expect(await foundAt(database, '2026-01-01T01:00:00.000Z')).toBeUndefined();
      await database.write(async (queries) => queries.run(sql.raw("update people set active = 1 where id = 'ada'")));
      expect(await foundAt(database, '2026-01-01T01:00:00.000Z')).toBeDefined();
      await database.write((queries) => endSession(queries, 's1', '2026-01-01T01:00:00.000Z'));
      expect(await foundAt(database, '2026-01-01T01:00:00.000Z')).toBeUndefined();
    }));

  it('of somebody without a role may do nothing, and still has a name', () =>
    withAda(async (database) => {
      await database.write(async (queries) => queries.run(sql.raw('delete from person_roles')));
      expect((await foundAt(database, '2026-01-01T01:00:00.000Z'))?.person).toMatchObject({ name: 'Ada', roles: [] });
    }));
});

it('only who has a persona and is active can be signed in as', () =>
  withAda(async (database) => {
    const personas = () => database.read((queries) => listPersonas(queries));
    expect((await personas()).map(({ id }) => id)).toEqual(['ada']);
    await database.write(async (queries) => queries.run(sql.raw("update people set active = 0 where id = 'ada'")));
    expect(await personas()).toEqual([]);
  }));
