import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openFileStore } from './file-store.ts';

const abc = Buffer.from('abc');
// FIPS 180-2, appendix B.1
const ofAbc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';

let home: string;
let folder: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'fbs-store-'));
  folder = join(home, 'office.db.files');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const names = (): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
const place = join('ba', ofAbc);

it('keeps a file under the SHA-256 of what it holds, once, and leaves nothing unfinished', async () => {
  const store = openFileStore(folder);
  const hashes = await Promise.all([store.keep(abc), store.keep(abc), store.keep(Buffer.from('abc'))]);
  expect(new Set(hashes)).toEqual(new Set([ofAbc]));
  expect(names()).toEqual(['ba', place]);
  expect((await store.read(ofAbc)).toString()).toBe('abc');
});

it.skipIf(process.platform === 'win32')('lets nobody else on the machine read it', async () => {
  await openFileStore(folder).keep(abc);
  expect(statSync(join(folder, place)).mode & 0o077).toBe(0);
});

it('says that a file is lost or is another by now, and mends it when it is handed in again', async () => {
  const store = openFileStore(folder);
  await expect(store.read(ofAbc)).rejects.toMatchObject({ code: 'unavailable' });
  await store.keep(abc);
  writeFileSync(join(folder, place), 'abd');
  await expect(store.read(ofAbc)).rejects.toMatchObject({ code: 'unavailable' });
  await store.keep(abc);
  expect((await store.read(ofAbc)).toString()).toBe('abc');
});

it('names nothing where a file cannot be written', async () => {
  writeFileSync(folder, 'in the way');
  await expect(openFileStore(folder).keep(abc)).rejects.toThrow();
});
