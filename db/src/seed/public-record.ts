import type { Queries } from '../database.ts';
import { seedPublicFrameworks } from './public-frameworks.ts';
import { seedPublicIndicators } from './public-indicators.ts';
import { seedPublicPlan } from './public-plan.ts';
import { publishedEvents } from './published-figures.ts';
import { seedFigures } from './seed-figures.ts';

/** Everything of the public record but its figures: strategy, frameworks, indicators, facts. */
export const seedPublicStrategy = async (queries: Queries): Promise<void> => {
  await seedPublicPlan(queries);
  await seedPublicFrameworks(queries);
  await seedPublicIndicators(queries);
};

/** The public record alone: what a production database starts with. */
export const seedPublicRecord = async (queries: Queries): Promise<void> => {
  await seedPublicStrategy(queries);
  await seedFigures(queries, publishedEvents());
};
