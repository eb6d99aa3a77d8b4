import type { Queries } from '../database.ts';
import { seedIllustrativeDefinitions } from './illustrative-definitions.ts';
import { illustrativeEvents } from './illustrative-entries.ts';
import { seedIllustrativeNotes } from './illustrative-notes.ts';
import { seedIllustrativePeople } from './illustrative-people.ts';
import { seedIllustrativeTargets } from './illustrative-targets.ts';
import { publishedEvents } from './published-figures.ts';
import { seedFigures } from './seed-figures.ts';

/**
 * What evaluation adds to the strategy of the public record: invented people, targets, figures and reviews, all marked.
 * Writes the published figures too, since their vintages stand between the illustrative ones.
 */
export const seedIllustrative = async (queries: Queries): Promise<void> => {
  await seedIllustrativePeople(queries);
  await seedIllustrativeDefinitions(queries);
  await seedIllustrativeTargets(queries);
  await seedFigures(queries, [...publishedEvents(), ...illustrativeEvents()]);
  await seedIllustrativeNotes(queries);
};
