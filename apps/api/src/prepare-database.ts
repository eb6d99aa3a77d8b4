import type { Mode } from '@fbs/core';
import { auditRepository, type Database, planRepository, type Queries, reviewRepository, seedDatabase } from '@fbs/db';
import { freeze } from './features/reviews/move-review.ts';
import { loadReview } from './features/reviews/review-work.ts';
import { momentAt } from './results/moment.ts';

/** Signed reviews that have no snapshot: they were loaded rather than signed here. */
const findUnfrozen = async (queries: Queries) => {
  const found = [];
  for (const { id } of await planRepository.listStrategies(queries)) {
    for (const row of await reviewRepository.listReviews(queries, id, null)) {
      const isFrozen = async () => (await reviewRepository.findSnapshot(queries, row.id, row.number)) !== undefined;
      if (row.state === 'final' && !(await isFrozen())) found.push({ strategy: id, row });
    }
  }
  return found;
};

/** Each as of the moment of its sign-off. */
const freezeLoadedReviews = async (queries: Queries): Promise<void> => {
  for (const { strategy, row } of await findUnfrozen(queries)) {
    const signed = { by: row.personId, at: row.at };
    const work = await loadReview(queries, strategy, row.year, momentAt(row.at));
    await freeze(work, { ...signed, name: work.facts.names.get(row.personId) ?? row.personId });
  }
};

/** Fills an empty database for its mode, and chains a trail from before there was a chain. @returns true if it was empty */
export const prepareDatabase = async (database: Database, mode: Mode): Promise<boolean> => {
  const filled = await seedDatabase(database, mode);
  // also where a first start was cut off behind its loading
  if ((await database.read(findUnfrozen)).length > 0) await database.write(freezeLoadedReviews);
  if (await database.read(auditRepository.lacksChain)) await database.write(auditRepository.chainAuditEntries);
  return filled;
};
