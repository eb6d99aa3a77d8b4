import { afterAll, beforeAll } from 'vitest';
import type { Database } from '../database.ts';
import { seedDatabase } from '../seed/seed-database.ts';
import { makeTemplate, type Template } from '../template.ts';

export const strategyId = 'fbs-2018-2022';
export const personId = 'published-record';

/** To be called once in a test file: runs each work on a fresh database with the public record in it. */
export const useRecord = (): ((work: (database: Database) => Promise<void>) => Promise<void>) => {
  let template: Template;
  beforeAll(async () => {
    template = await makeTemplate((database) => seedDatabase(database, 'production'));
  });
  afterAll(() => template.remove());
  return async (work) => {
    const database = await template.copy({ readers: 1 });
    try {
      await work(database);
    } finally {
      await database.close();
    }
  };
};
