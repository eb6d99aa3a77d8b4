import type { Queries } from '../database.ts';
import { seedIllustrativePeople } from './illustrative-people.ts';
import { publishedEvents } from './published-figures.ts';
import { seedFigures } from './seed-figures.ts';

/**
 * What evaluation adds to the strategy of the public record: invented people, targets, figures and reviews, all marked.
 * Writes the published figures too, since their vintages stand between the illustrative ones.
 */
export const seedIllustrative = async (queries: Queries): Promise<void> => {
  await seedIllustrativePeople(queries);
  await seedFigures(queries, publishedEvents());
};
