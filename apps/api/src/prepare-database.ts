import type { Mode } from '@fbs/core';
import { auditRepository, type Database, planRepository, reviewRepository, seedDatabase } from '@fbs/db';
import { freeze } from './features/reviews/move-review.ts';
import { loadReview } from './features/reviews/review-work.ts';
import { momentAt } from './results/moment.ts';

/** Signed reviews that were loaded rather than signed here get their snapshot, as of the moment of their sign-off. */
const freezeLoadedReviews = (database: Database): Promise<void> =>
  database.write(async (queries) => {
    for (const strategy of await planRepository.listStrategies(queries)) {
      for (const row of await reviewRepository.listReviews(queries, strategy.id, null)) {
        if (row.state !== 'final') continue;
        const signed = { by: row.personId, at: row.at };
        const work = await loadReview(queries, strategy.id, row.year, momentAt(row.at));
        await freeze(work, { ...signed, name: work.facts.names.get(row.personId) ?? row.personId });
      }
    }
  });

/** Fills an empty database for its mode, and chains a trail from before there was a chain. @returns true if it was empty */
export const prepareDatabase = async (database: Database, mode: Mode): Promise<boolean> => {
  const filled = await seedDatabase(database, mode);
  if (filled) await freezeLoadedReviews(database);
  if (await database.read(auditRepository.lacksChain)) await database.write(auditRepository.chainAuditEntries);
  return filled;
};
