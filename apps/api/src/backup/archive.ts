import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type BackupManifest, backupManifest } from '@fbs/contract';

/** What went wrong with a backup, in a sentence that says what to do. */
export class BackupRefusal extends Error {
  override readonly name = 'BackupRefusal';
}

export const names = { manifest: 'manifest.json', database: 'database.db', files: 'files' } as const;

/** Where a file of evidence lies below its folder. */
export const placeOf = (sha256: string): string => join(sha256.slice(0, 2), sha256);

export const sha256Of = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
};

export const pieceOf = async (path: string): Promise<BackupManifest['database']> => ({
  sha256: await sha256Of(path),
  bytes: (await stat(path)).size,
});

/** @throws BackupRefusal where the folder holds no backup of ours, or a piece of it is missing or changed */
export const checkPieces = async (folder: string): Promise<BackupManifest> => {
  const text = await readFile(join(folder, names.manifest), 'utf8').catch(() => 'null');
  const read = backupManifest.safeParse(JSON.parse(text));
  if (!read.success) throw new BackupRefusal('This is not a backup of FBS Performance: choose another file.');
  const { database, files } = read.data;
  const pieces = [
    { path: names.database, ...database },
    ...files.map((file) => ({ path: join(names.files, placeOf(file.sha256)), ...file })),
  ];
  for (const { path, sha256 } of pieces) {
    const found = await sha256Of(join(folder, path)).catch(() => null);
    if (found !== sha256) {
      throw new BackupRefusal(`This backup is damaged (${path} is not what was saved): choose another one.`);
    }
  }
  return read.data;
};
