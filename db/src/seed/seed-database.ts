import type { Mode } from '@fbs/core';
import type { Database } from '../database.ts';
import { chainAuditEntries } from '../repositories/audit-repository.ts';
import { strategies } from '../schema/plan.ts';
import { seedIllustrative } from './illustrative.ts';
import { seedPublicRecord, seedPublicStrategy } from './public-record.ts';

/** Fills a database that holds no strategy yet, all in one write; true if it did. */
export const seedDatabase = (database: Database, mode: Mode): Promise<boolean> =>
  database.write(async (queries) => {
    const [strategy] = await queries.select({ id: strategies.id }).from(strategies).limit(1);
    if (strategy !== undefined) return false;
    if (mode === 'production') {
      await seedPublicRecord(queries);
    } else {
      await seedPublicStrategy(queries);
      await seedIllustrative(queries);
    }
    await chainAuditEntries(queries);
    return true;
  });
