import { readHealth, readLiveness, readReadiness } from '@fbs/contract';
import type { Database } from '@fbs/db';
import { expect, it } from 'vitest';
import type { DomainError } from '../domain-error.ts';
import { useOffices } from '../testing/offices.ts';
import { readinessCheck } from './readiness.ts';
import { createRunState } from './run-state.ts';

const openOffice = useOffices();

const refusalOf = (check: () => Promise<void>): Promise<DomainError | null> =>
  check().then(
    () => null,
    (error: unknown) => error as DomainError,
  );

const check = (database: Database, state = createRunState()) => refusalOf(readinessCheck({ database }, state));

it('says that it lives and takes work, to anybody', async () => {
  const { nobody } = await openOffice();
  expect(await nobody.ok(readLiveness, {})).toEqual({ status: 'live' });
  expect(await nobody.ok(readReadiness, {})).toEqual({ status: 'ready' });
});

it('leaves nothing in the database by asking', async () => {
  const { nobody } = await openOffice();
  const before = await nobody.ok(readHealth, {});
  await nobody.ok(readReadiness, {});
  expect(await nobody.ok(readHealth, {})).toEqual(before);
});

it('is not ready where the disk takes nothing, and says what to look at', async () => {
  const { database } = await openOffice();
  const elsewhere = { ...database, settings: { ...database.settings, file: '/proc/no-such-folder/fbs.db' } };
  expect(await check(elsewhere)).toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/cannot be written: look at the free space/),
    errors: [{ pointer: '/database' }],
  });
});

it('is not ready where the database refuses a write', async () => {
  const { database } = await openOffice();
  const refusing = { ...database, write: () => Promise.reject(new Error('SQLITE_READONLY')) };
  expect((await check(refusing))?.errors).toEqual([expect.objectContaining({ pointer: '/database' })]);
});

it.each([
  ["insert into __drizzle_migrations (hash, created_at) values ('later', 9999999999999)", /newer version/],
  ['delete from __drizzle_migrations where created_at = (select max(created_at) from __drizzle_migrations)', /older/],
])('is not ready over the tables of another version: %s', async (sql, words) => {
  const office = await openOffice();
  await office.change(sql);
  const refusal = await check(office.database);
  expect(refusal?.errors).toEqual([{ pointer: '/migrations', detail: expect.stringMatching(words) }]);
});

it('is not ready while it stops', async () => {
  const { database } = await openOffice();
  const state = createRunState();
  state.beginStopping();
  expect((await check(database, state))?.errors).toEqual([expect.objectContaining({ pointer: '/stopping' })]);
});

it('goes on being ready while a large import holds the turn to write', async () => {
  const { database } = await openOffice();
  let giveBack = (): void => {};
  const held = database.lendTurn(
    () =>
      new Promise<void>((resolve) => {
        giveBack = resolve;
      }),
  );
  expect(await check(database)).toBeNull();
  giveBack();
  await held;
});
