import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareDatabase } from '@fbs/api';
import { openDatabase } from '@fbs/db';

/** A folder of a test's own, and in it a database as the evaluation loads it; others are copied from that. */
export const makeFilledFile = async () => {
  const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'fbs-faults-'));
  const file = join(folder, 'filled.db');
  const database = openDatabase({ file, withinMs: 60_000 });
  await prepareDatabase(database, 'evaluation');
  await database.close();
  return {
    folder,
    copyTo: (path: string): string => {
      copyFileSync(file, path);
      return path;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};

export type FilledFile = Awaited<ReturnType<typeof makeFilledFile>>;
