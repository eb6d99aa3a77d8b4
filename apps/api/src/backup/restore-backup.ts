import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BackupManifest } from '@fbs/contract';
import { checkSound, endWaysInto, isInUse } from '@fbs/db';
import { extract } from 'tar';
import { marksFile } from '../trail-marks.ts';
import { BackupRefusal, checkPieces, names, sha256Of } from './archive.ts';

export type RestorePlan = {
  readonly archive: string;
  readonly databaseFile: string;
  /** ISO, in UTC: it names what was there before. */
  readonly now: string;
};

export type Restored = {
  readonly manifest: BackupManifest;
  /** What was there before, under its new names. */
  readonly kept: readonly string[];
};

const ourPieces = /^(manifest\.json|database\.db|files(\/[0-9a-f]{2}(\/[0-9a-f]{64})?)?\/?)$/;

const checkArchive = async (archive: string): Promise<void> => {
  if (!existsSync(archive)) throw new BackupRefusal(`There is no file ${archive}: name a backup.`);
  const beside = await readFile(`${archive}.sha256`, 'utf8').catch(() => null);
  if (beside !== null && beside.split(/\s/)[0] !== (await sha256Of(archive))) {
    throw new BackupRefusal('This backup is not the one that its .sha256 file speaks of: choose another one.');
  }
};

const unpack = async (archive: string, folder: string): Promise<BackupManifest> => {
  const filter = (path: string): boolean => ourPieces.test(path.replace(/^\.\//, ''));
  await extract({ file: archive, cwd: folder, strict: true, filter }).catch(() => {
    throw new BackupRefusal('This file is not a whole backup: choose another one.');
  });
  const manifest = await checkPieces(folder);
  checkSound(join(folder, names.database));
  return manifest;
};

type Move = readonly [from: string, to: string];

/** All moves, or none. */
const moveAll = async (moves: readonly Move[]): Promise<void> => {
  const done: Move[] = [];
  try {
    for (const [from, to] of moves) {
      await rename(from, to);
      done.push([from, to]);
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) await rename(to, from);
    throw error;
  }
};

/**
 * Puts a backup in the place of the database and its files. Everything is checked before anything is touched, and what
 * was there is kept beside it under another name. Everybody signs in anew, and
 * links to accounts have to be sent again.
 * @throws BackupRefusal, DatabaseRefusal
 */
export const restoreBackup = async ({ archive, databaseFile, now }: RestorePlan): Promise<Restored> => {
  await checkArchive(archive);
  const folder = dirname(databaseFile);
  await mkdir(folder, { recursive: true });
  const staging = await mkdtemp(join(folder, '.restoring-'));
  try {
    const manifest = await unpack(archive, staging);
    if (isInUse(databaseFile)) {
      throw new BackupRefusal(`The database ${databaseFile} is in use: stop the service, then restore.`);
    }
    endWaysInto(join(staging, names.database), now);
    const suffix = `.before-restore-${now.replace(/[:.]/g, '-')}`;
    const beside = ['', '-wal', '-shm', '.files'].map((ending) => `${databaseFile}${ending}`);
    const places = [...beside, marksFile(databaseFile)];
    const away = places.filter((path) => existsSync(path)).map((path): Move => [path, `${path}${suffix}`]);
    const hasFiles = existsSync(join(staging, names.files));
    await moveAll([
      ...away,
      [join(staging, names.database), databaseFile],
      ...(hasFiles ? [[join(staging, names.files), `${databaseFile}.files`] as const] : []),
    ]);
    return { manifest, kept: away.map(([, to]) => to) };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
};
