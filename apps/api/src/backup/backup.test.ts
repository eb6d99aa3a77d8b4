import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  accountRepository,
  type Database,
  openDatabase,
  peopleRepository,
  seedDatabase,
  serviceRepository,
} from '@fbs/db';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyRecords } from '../features/audit/verify-records.ts';
import { openFileStore } from '../file-store.ts';
import { placeOf } from './archive.ts';
import { type Backup, makeBackup } from './make-backup.ts';
import { restoreBackup } from './restore-backup.ts';

const folder = mkdtempSync(join(tmpdir(), 'fbs-backup-'));
const databaseFile = join(folder, 'office.db');
const backups = join(folder, 'backups');
const now = '2031-01-01T02:00:00.000Z';
let database: Database;
let backup: Backup;
let sha256: string;
let ofSection: string;

const plan = { databaseFile, folder: backups, version: '1.2.3', now };
const open = (file: string) => openDatabase({ file, synchronous: 'OFF', withinMs: 60_000 });
const versionOf = async (one: Database) => (await one.read(serviceRepository.readDataVersions)).data;

beforeAll(async () => {
  database = open(databaseFile);
  await seedDatabase(database, 'evaluation');
  sha256 = await openFileStore(`${databaseFile}.files`).keep(Buffer.from('the proof'));
  ofSection = await openFileStore(`${databaseFile}.files`).keep(Buffer.from('what a section rests on'));
  await database.write(async (queries) => {
    const at = '2030-12-31T12:00:00.000Z';
    const files = JSON.stringify([
      { title: 'Report', fileName: 'report.txt', fileType: 'text', size: 23, sha256: ofSection },
    ]);
    await queries.run(
      `insert into review_section_vintages select id || '/later', section_id, review_id, objective_id, vintage + 90,
       action, state, assessment, departure_reason, narrative, decisions, evidence, return_note, submitted_by,
       cleared_by, illustrative, person_id, at, '${files}' from review_section_vintages limit 1`,
    );
    await queries.run(
      `insert into evidence (id, strategy_id, indicator_id, year, kind, title, sha256, person_id, at)
       select 'e', strategy_id, id, 2022, 'file', 'Proof', '${sha256}', 'planner', '${at}' from indicators limit 1`,
    );
  });
  await database.write((queries) =>
    peopleRepository.addSession(queries, {
      id: 's',
      tokenHash: 'hash',
      personId: 'planner',
      createdAt: now,
      expiresAt: '2032-01-01T00:00:00.000Z',
    }),
  );
  await database.write((queries) =>
    accountRepository.addAccountLink(queries, {
      id: 'l',
      kind: 'invitation',
      personId: 'planner',
      tokenHash: 'link',
      secret: 'secret',
      createdAt: now,
      expiresAt: '2032-01-01T00:00:00.000Z',
      endedAt: null,
    }),
  );
  backup = await makeBackup(plan);
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

it('is one file with its checksum beside it, made while the database is open', () => {
  expect(readdirSync(backups).sort()).toEqual([
    'FBS-backup-2031-01-01T02-00-00-000Z.tar.gz',
    'FBS-backup-2031-01-01T02-00-00-000Z.tar.gz.sha256',
  ]);
  expect(readFileSync(`${backup.path}.sha256`, 'utf8')).toContain(backup.sha256);
  expect(backup.manifest.files).toEqual([
    { sha256, bytes: 9 },
    { sha256: ofSection, bytes: 23 },
  ]);
});

it('comes back with every record and file as it was', async () => {
  const elsewhere = join(folder, 'elsewhere', 'office.db');
  const { manifest, kept } = await restoreBackup({ archive: backup.path, databaseFile: elsewhere, now });
  expect(manifest).toMatchObject({ madeAt: now, version: '1.2.3' });
  expect(kept).toEqual([]);
  const restored = open(elsewhere);
  expect(await versionOf(restored)).toBe(await versionOf(database));
  const checks = await verifyRecords(restored, openFileStore(`${elsewhere}.files`), now);
  expect(checks.flatMap(({ findings }) => findings)).toEqual([]);
  expect(checks.find(({ name }) => name === 'Files of evidence')?.checked).toBe(2);
  await restored.close();
});

it('lets nobody be signed in with what comes back, whose session may have been ended since', async () => {
  const signedIn = (one: Database) =>
    one.read((queries) => peopleRepository.findSignedIn(queries, 'hash', '2031-01-01T02:01:00.000Z'));
  const place = join(folder, 'anew', 'office.db');
  await restoreBackup({ archive: backup.path, databaseFile: place, now });
  const restored = open(place);
  expect(await signedIn(database)).toMatchObject({ sessionId: 's' });
  expect(await signedIn(restored)).toBeUndefined();
  await restored.close();
});

it('opens no account by a link that comes back, which may have been used since', async () => {
  const linkIn = (one: Database) => one.read((queries) => accountRepository.findAccountLink(queries, 'link'));
  const place = join(folder, 'links', 'office.db');
  const later = '2031-01-02T00:00:00.000Z';
  await restoreBackup({ archive: backup.path, databaseFile: place, now: later });
  const restored = open(place);
  expect(await linkIn(database)).toMatchObject({ id: 'l', endedAt: null });
  expect(await linkIn(restored)).toMatchObject({ id: 'l', endedAt: later });
  await restored.close();
});

it('keeps what was there before under another name', async () => {
  const place = join(folder, 'replaced', 'office.db');
  await restoreBackup({ archive: backup.path, databaseFile: place, now });
  const { kept } = await restoreBackup({ archive: backup.path, databaseFile: place, now: '2031-02-01T00:00:00.000Z' });
  expect(kept).toEqual([
    `${place}.before-restore-2031-02-01T00-00-00-000Z`,
    `${place}.files.before-restore-2031-02-01T00-00-00-000Z`,
  ]);
  expect(kept.every((path) => existsSync(path))).toBe(true);
});

it('leaves a database alone that is in use', async () => {
  const before = await versionOf(database);
  await expect(restoreBackup({ archive: backup.path, databaseFile, now })).rejects.toThrow(
    /is in use: stop the service, then restore/,
  );
  expect(await versionOf(database)).toBe(before);
  expect(readdirSync(folder).some((name) => name.startsWith('.restoring'))).toBe(false);
});

it.each([
  ['is not there', (path: string) => rmSync(path), /There is no file/],
  ['is no archive', (path: string) => writeFileSync(path, 'a letter'), /not a whole backup|not a backup/],
  [
    'was cut short',
    (path: string) => writeFileSync(path, readFileSync(path).subarray(0, 20_000)),
    /not a whole backup/,
  ],
])('refuses a backup that %s, and touches nothing', async (_, spoil, sentence) => {
  const archive = join(folder, 'spoiled.tar.gz');
  writeFileSync(archive, readFileSync(backup.path));
  spoil(archive);
  const place = join(folder, 'untouched', 'office.db');
  await expect(restoreBackup({ archive, databaseFile: place, now })).rejects.toThrow(sentence);
  expect(existsSync(place)).toBe(false);
});

it('refuses a backup that is another one than its checksum speaks of', async () => {
  const archive = join(folder, 'other.tar.gz');
  writeFileSync(archive, readFileSync(backup.path));
  writeFileSync(`${archive}.sha256`, `${'0'.repeat(64)}  other.tar.gz\n`);
  const place = join(folder, 'untouched', 'office.db');
  await expect(restoreBackup({ archive, databaseFile: place, now })).rejects.toThrow(/\.sha256 file/);
});

it.each([
  ['lost', rmSync],
  ['altered', (path: string) => writeFileSync(path, 'another proof')],
])('is made without a file that is %s on the disk, names it, and can be restored', async (what, spoil) => {
  const lacking = join(folder, what, 'office.db');
  await restoreBackup({ archive: backup.path, databaseFile: lacking, now });
  spoil(join(`${lacking}.files`, placeOf(sha256)));
  const made = await makeBackup({ ...plan, databaseFile: lacking, folder: join(folder, `${what}-backups`) });
  expect(made.missing).toEqual([`The file "Proof" is lost, or is not what was kept (SHA-256 ${sha256}).`]);
  expect(made.manifest.files).toEqual([{ sha256: ofSection, bytes: 23 }]);
  await restoreBackup({ archive: made.path, databaseFile: join(folder, what, 'again.db'), now });
  expect(backup.missing).toEqual([]);
});

it('forgets the oldest of our own beyond the number that stays', async () => {
  const shelf = join(folder, 'shelf');
  writeFileSync(join(folder, 'letter.txt'), 'not ours');
  for (const day of ['01', '02', '03'])
    await makeBackup({ ...plan, folder: shelf, now: `2031-03-${day}T02:00:00.000Z`, keep: 2 });
  expect(readdirSync(shelf).filter((name) => name.endsWith('.gz'))).toEqual([
    'FBS-backup-2031-03-02T02-00-00-000Z.tar.gz',
    'FBS-backup-2031-03-03T02-00-00-000Z.tar.gz',
  ]);
});
