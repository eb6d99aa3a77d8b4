import { max } from 'drizzle-orm';
import { integer, sqliteTable } from 'drizzle-orm/sqlite-core';
import type { Queries } from './database.ts';
import { newestKnown } from './migrate.ts';

/** The migrator's own table: not among ours, so that none is generated for it. */
const appliedMigrations = sqliteTable('__drizzle_migrations', { createdAt: integer('created_at') });

export type MigrationState = 'current' | 'older' | 'newer';

/** How the tables stand beside what this version of the product knows: another process may bring them further. */
export const migrationStateReader = (): ((queries: Queries) => Promise<MigrationState>) => {
  const known = newestKnown();
  return async (queries) => {
    const [row] = await queries.select({ newest: max(appliedMigrations.createdAt) }).from(appliedMigrations);
    const applied = row?.newest ?? 0;
    if (applied === known) return 'current';
    return applied < known ? 'older' : 'newer';
  };
};
