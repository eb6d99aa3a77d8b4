import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from './domain-error.ts';

/** Files under the SHA-256 of what they hold: the same file twice is one, and none is ever changed or deleted. */
export type FileStore = {
  /** @returns the SHA-256, once the file is safe on the disk. @throws DomainError unavailable where the disk takes none */
  keep(bytes: Uint8Array): Promise<string>;
  /** @throws DomainError unavailable where the file is lost or is no longer what was kept */
  read(sha256: string): Promise<Buffer>;
};

/** What is said of a kept file that is not there. `isImported`: strategies came in from records, which carry no files. */
export const lostFileSentence = (
  { title, sha256 }: { readonly title: string; readonly sha256: string },
  isImported: boolean,
): string => {
  const lost = `The file "${title}" is lost, or is not what was kept (SHA-256 ${sha256})`;
  if (!isImported) return `${lost}.`;
  return `${lost}. Files do not come with the record of a strategy: if it was imported, copy the file from the service that the record is from.`;
};

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** A name survives a power cut once its folder is on the disk; Windows cannot be asked for that. */
const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** What a disk says that does not take a file; anything else is a bug. */
const refusalOf = (error: unknown): unknown => {
  const { code = '' } = error as { readonly code?: string };
  const isFull = ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code);
  if (!isFull && !['EACCES', 'EPERM', 'EROFS', 'EIO'].includes(code)) return error;
  const why = isFull ? 'has no room for the file' : 'does not take the file';
  return new DomainError(
    'unavailable',
    `The disk of the server ${why}, and nothing was saved: an administrator has to look at it; then try again.`,
  );
};

const writeSafely = async (path: string, bytes: Uint8Array): Promise<void> => {
  const unfinished = `${path}.${randomUUID()}.part`;
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await rename(unfinished, path);
  } catch (error) {
    // half a file would take up the room that is missing
    await handle.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
};

/** The bytes under a checksum; null where there are none, or others by now. */
const found = async (path: string, sha256: string): Promise<Buffer | null> => {
  const bytes = await readFile(path).catch(() => null);
  return bytes !== null && hashOf(bytes) === sha256 ? bytes : null;
};

const lost = (): DomainError =>
  new DomainError(
    'unavailable',
    'The file is not in its place on the server: ask an administrator to restore it from a backup.',
  );

/** A folder of kept files; it is made with the first one. */
export const openFileStore = (folder: string): FileStore => {
  const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256);
  const keepAt = async (path: string, bytes: Uint8Array): Promise<void> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeSafely(path, bytes);
    for (const each of [dirname(path), folder, dirname(folder)]) await syncFolder(each);
  };
  return {
    keep: async (bytes) => {
      const sha256 = hashOf(bytes);
      const path = pathOf(sha256);
      if ((await found(path, sha256)) !== null) return sha256;
      await keepAt(path, bytes).catch((error: unknown) => {
        throw refusalOf(error);
      });
      return sha256;
    },
    read: async (sha256) => {
      const bytes = await found(pathOf(sha256), sha256);
      if (bytes === null) throw lost();
      return bytes;
    },
  };
};
