import { existsSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { newestApplied, newestKnown } from './migrate.ts';
import { DatabaseRefusal } from './refusal.ts';

/** @throws DatabaseRefusal where the file is damaged, or written by a newer version of the product */
export const checkSound = (file: string): void => {
  let raw: Sqlite.Database | undefined;
  try {
    raw = new Sqlite(file, { readonly: true, fileMustExist: true });
    const verdict = raw.pragma('integrity_check', { simple: true });
    if (verdict !== 'ok') throw new DatabaseRefusal('damaged', `The database in ${file} is damaged: ${verdict}.`);
    if (newestApplied(raw) > newestKnown()) {
      throw new DatabaseRefusal('newer', 'It was written by a newer version of FBS Performance: install that version.');
    }
  } catch (error) {
    if (error instanceof DatabaseRefusal) throw error;
    throw new DatabaseRefusal('damaged', `The file ${file} is not a sound database.`);
  } finally {
    raw?.close();
  }
};

/**
 * Copies a database as it stands at one moment, while others read and write it, and checks the copy. It is one long
 * statement: a service lets a process of its own do it.
 * @throws DatabaseRefusal where there is no database, or its copy is not sound
 */
export const copyDatabase = (file: string, copy: string): void => {
  if (!existsSync(file)) throw new DatabaseRefusal('damaged', `There is no database at ${file}.`);
  const raw = new Sqlite(file, { readonly: true });
  try {
    raw.prepare('VACUUM INTO ?').run(copy);
  } finally {
    raw.close();
  }
  checkSound(copy);
};

/** Nobody gets in with a copy: a session or an account link that was ended after it was made must not live again. */
export const endWaysInto = (copy: string, at: string): void => {
  const raw = new Sqlite(copy, { fileMustExist: true });
  try {
    for (const table of ['sessions', 'account_links'])
      raw.prepare(`update ${table} set ended_at = ? where ended_at is null`).run(at);
  } finally {
    raw.close();
  }
};

/** Whether another process has the database open. */
export const isInUse = (file: string): boolean => {
  if (!existsSync(file)) return false;
  const raw = new Sqlite(file, { timeout: 0 });
  try {
    raw.pragma('locking_mode = EXCLUSIVE');
    raw.exec('BEGIN EXCLUSIVE; COMMIT');
    return false;
  } catch (error) {
    return String((error as { code?: string }).code).startsWith('SQLITE_BUSY');
  } finally {
    raw.close();
  }
};
