import { randomUUID } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { DomainError } from '../../domain-error.ts';
import { strategy } from '../../testing/endpoints.ts';
import { csv } from '../../testing/imports.ts';
import { type Office, useOffices } from '../../testing/offices.ts';
import { createImportThread, type ImportThread, type ImportThreadOptions } from './import-thread.ts';

const openOffice = useOffices();
const threads: ImportThread[] = [];

afterEach(async () => {
  for (const each of threads.splice(0)) await each.close();
});

const threadWith = (options: ImportThreadOptions): ImportThread => {
  const thread = createImportThread(options);
  threads.push(thread);
  return thread;
};

const planner = { id: 'planner', name: 'Dana Whitfield', roles: ['planner'] as const, section: 'RMP' };

const start = (thread: ImportThread, { database, clock }: Office, bytes: Uint8Array) => {
  const id = randomUUID();
  const about = { id, strategy, fileName: 'figures.csv', by: planner, at: clock.now() };
  const caller = { database, clock: clock.now, actor: planner };
  return thread.start('tryRows', caller, about, { id, fileName: about.fileName, bytes }, async (end) => {
    await end;
  });
};

const refusal = async (ended: Promise<void>): Promise<string> => {
  const error: unknown = await ended.then(
    () => 'not refused',
    (each: unknown) => each,
  );
  return error instanceof DomainError ? `${error.code}: ${error.message}` : String(error);
};

it('reads several files one after the other, and forgets each when it is through', async () => {
  const office = await openOffice();
  const thread = threadWith({});
  const both = [start(thread, office, csv('1.2-D,2022,1')), start(thread, office, csv('1.2-D,2022,2'))];
  expect(thread.listReading(strategy)).toHaveLength(2);
  await Promise.all(both.map(({ ended }) => ended));
  expect(thread.listReading(strategy)).toEqual([]);
  expect(await office.rows('select state from imports')).toEqual([{ state: 'tried' }, { state: 'tried' }]);
}, 60_000);

it('refuses a file that takes too long or too much memory in a sentence, and lets others write at once', async () => {
  const office = await openOffice();
  expect(await refusal(start(threadWith({ timeLimit: 1 }), office, csv('1.2-D,2022,1')).ended)).toContain(
    'invalid: This file is too much to read at once',
  );
  const large = csv(`${'"a",2022,1\n'.repeat(240_000)}`);
  expect(await refusal(start(threadWith({ megabytes: 32 }), office, large).ended)).toContain(
    'too much to read at once',
  );
  await office.change("update strategies set title = 'Another'");
}, 60_000);

it('reads nothing more once it is closed', async () => {
  const office = await openOffice();
  const thread = createImportThread();
  await thread.close();
  expect(await refusal(start(thread, office, csv('1.2-D,2022,1')).ended)).toContain(
    'unavailable: No more files are read',
  );
});

it('finishes the file that it reads before the service stops, and refuses the one that waits', async () => {
  const office = await openOffice();
  const thread = threadWith({});
  const [first, second] = [start(thread, office, csv('1.2-D,2022,1')), start(thread, office, csv('1.2-D,2022,2'))];
  // the first has its turn once a moment has passed
  await new Promise((done) => setTimeout(done, 10));
  await thread.finish();
  await first.ended;
  expect(await refusal(second.ended)).toContain('unavailable: No more files are read');
  expect(await office.rows('select state from imports')).toEqual([{ state: 'tried' }]);
}, 60_000);
