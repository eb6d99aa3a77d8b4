import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from './database.ts';
import { openDatabase } from './open-database.ts';

const fastFolder = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

export type Template = {
  /** A fresh database of its own for one test; closing it removes its file. */
  copy(settings?: { readonly readers?: number }): Promise<Database>;
  remove(): void;
};

/** For tests: migrates (and fills) one database, then hands out copies of its file in about a millisecond each. */
export const makeTemplate = async (
  fill: (database: Database) => Promise<unknown> = async () => {},
): Promise<Template> => {
  const folder = mkdtempSync(join(fastFolder(), 'fbs-'));
  const original = join(folder, 'template.db');
  const template = openDatabase({ file: original, synchronous: 'OFF', readers: 1, withinMs: 60_000 });
  await fill(template);
  await template.close();
  let count = 0;
  return {
    copy: async (settings) => {
      count += 1;
      const file = join(folder, `${count}.db`);
      copyFileSync(original, file);
      const database = openDatabase({ file, synchronous: 'OFF', readers: settings?.readers ?? 2, migrated: true });
      return {
        ...database,
        close: async () => {
          await database.close();
          for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true });
        },
      };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
};
