import type { Queries } from '../database.ts';
import { illustrativeTraceOf, writeTraces } from './audit-traces.ts';
import { seedIllustrativeActions } from './illustrative-actions.ts';
import { seedIllustrativeDefinitions } from './illustrative-definitions.ts';
import { illustrativeEvents } from './illustrative-entries.ts';
import { seedIllustrativeNotes } from './illustrative-notes.ts';
import { seedIllustrativePeople } from './illustrative-people.ts';
import { seedIllustrativeReviews } from './illustrative-reviews.ts';
import { seedIllustrativeTargets } from './illustrative-targets.ts';
import { noonOf } from './places.ts';
import { readStrategy } from './plan-files.ts';
import { publishedEvents } from './published-figures.ts';
import { seedFigures } from './seed-figures.ts';

/** Published figures come along: their vintages stand between the illustrative ones. */
const seedAllFigures = async (queries: Queries): Promise<number> => {
  const invented = illustrativeEvents();
  await seedFigures(queries, [...publishedEvents(), ...invented]);
  return invented.length;
};

/** In this order, since later groups name people and indicators. */
const groups = [
  ['people', seedIllustrativePeople],
  ['definitions', seedIllustrativeDefinitions],
  ['targets', seedIllustrativeTargets],
  ['values', seedAllFigures],
  ['notes', seedIllustrativeNotes],
  ['reviews', seedIllustrativeReviews],
  ['corrective actions', seedIllustrativeActions],
] as const;

/**
 * What evaluation adds to the strategy of the public record: invented people, targets, figures and reviews, all marked.
 * Writes the published figures too; seedPublicStrategy goes before it, and seedPublicRecord must not.
 */
export const seedIllustrative = async (queries: Queries): Promise<void> => {
  const at = noonOf(readStrategy().source.approved_on);
  for (const [group, seed] of groups) {
    const rows = await seed(queries);
    await writeTraces(queries, [illustrativeTraceOf(group, rows, at)]);
  }
};
