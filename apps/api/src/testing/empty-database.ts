import { type Database, makeTemplate, type Template } from '@fbs/db';
import { afterAll, beforeAll } from 'vitest';

/** Works on a database that is migrated and holds nothing, a fresh one each time. */
export const useEmptyDatabase = () => {
  let empty: Template;
  beforeAll(async () => {
    empty = await makeTemplate(async () => {});
  });
  afterAll(() => empty.remove());
  return async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const database = await empty.copy();
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
};
