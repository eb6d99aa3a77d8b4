import { copyFile, link, mkdir, mkdtemp, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { BackupManifest } from '@fbs/contract';
import { copyDatabase, openDatabase, verificationRepository } from '@fbs/db';
import { create } from 'tar';
import { lostFileSentence } from '../file-store.ts';
import { names, pieceOf, placeOf, sha256Of } from './archive.ts';

export type BackupPlan = {
  readonly databaseFile: string;
  /** Where backups are kept; it is made if need be. */
  readonly folder: string;
  readonly version: string;
  /** ISO, in UTC. */
  readonly now: string;
  /** How many of our backups stay in the folder; undefined: all. */
  readonly keep?: number | undefined;
};

export type Backup = {
  readonly path: string;
  readonly sha256: string;
  readonly manifest: BackupManifest;
  /** Files that the records name and that are not on the disk as they were kept: a sentence for each. */
  readonly missing: readonly string[];
};

const nameOf = (now: string): string => `FBS-backup-${now.replace(/[:.]/g, '-')}.tar.gz`;
const isOurs = (name: string): boolean => /^FBS-backup-[\dTZ-]+\.tar\.gz$/.test(name);

/** A second name for the same bytes where the disk allows it, else a copy. */
const take = async (from: string, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
};

type TakenFiles = { readonly files: BackupManifest['files']; readonly missing: readonly string[] };

/** The files that the copied database names: those that came later belong to the next backup. */
const takeFiles = async (staging: string, filesFolder: string): Promise<TakenFiles> => {
  const copy = openDatabase({ file: join(staging, names.database), migrated: true, readers: 1 });
  const kept = await copy.read(verificationRepository.listKeptFiles);
  const isImported = await copy.read(verificationRepository.hasImportedStrategy);
  await copy.close();
  const files: BackupManifest['files'] = [];
  const missing: string[] = [];
  for (const [sha256, title] of new Map(kept.map((file) => [file.sha256, file.title]))) {
    const from = join(filesFolder, placeOf(sha256));
    const piece = await pieceOf(from).catch(() => null);
    // an altered file in it would make the whole backup one that is refused when it is needed
    if (piece?.sha256 !== sha256) {
      missing.push(lostFileSentence({ title, sha256 }, isImported));
      continue;
    }
    await take(from, join(staging, names.files, placeOf(sha256)));
    files.push(piece);
  }
  return { files, missing };
};

/** When the newest backup in a folder was made; null: there is none. */
export const newestBackup = async (folder: string): Promise<Date | null> => {
  const [newest] = (await readdir(folder)).filter(isOurs).sort().reverse();
  return newest === undefined ? null : (await stat(join(folder, newest))).mtime;
};

const forgetOldest = async (folder: string, keep: number): Promise<void> => {
  const ours = (await readdir(folder)).filter(isOurs).sort().reverse();
  for (const name of ours.slice(keep)) {
    await rm(join(folder, name));
    await rm(join(folder, `${name}.sha256`), { force: true });
  }
};

/**
 * One archive with the database as it stands at this moment, the files of evidence, and a checksum of each. The service
 * may go on meanwhile. Under its name it is there whole, or not at all.
 * @throws DatabaseRefusal where there is no sound database
 */
export const makeBackup = async ({ databaseFile, folder, version, now, keep }: BackupPlan): Promise<Backup> => {
  await mkdir(folder, { recursive: true });
  const staging = await mkdtemp(join(folder, '.unfinished-'));
  try {
    copyDatabase(databaseFile, join(staging, names.database));
    const { files, missing } = await takeFiles(staging, `${databaseFile}.files`);
    const database = await pieceOf(join(staging, names.database));
    const manifest: BackupManifest = { format: 'fbs-backup', formatVersion: 1, version, madeAt: now, database, files };
    await writeFile(join(staging, names.manifest), JSON.stringify(manifest, null, 2));
    const archive = join(staging, 'archive');
    const pieces = [names.manifest, names.database, ...(files.length > 0 ? [names.files] : [])];
    await create({ gzip: true, portable: true, cwd: staging, file: archive }, pieces);
    const sha256 = await sha256Of(archive);
    const path = join(folder, nameOf(now));
    await writeFile(`${path}.sha256`, `${sha256}  ${basename(path)}\n`);
    await rename(archive, path);
    if (keep !== undefined) await forgetOldest(folder, keep);
    return { path, sha256, manifest, missing };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
};
