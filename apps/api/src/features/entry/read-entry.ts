import type { Answer, readHistory as contract, Entry } from '@fbs/contract';
import { type Day, permits, type Year } from '@fbs/core';
import { targetRepository, valueRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { momentOf } from '../../results/moment.ts';
import { entryFor, indicatorOf, presentTargetVintage, presentVintages } from '../../results/present.ts';
import { readResults } from '../../results/read-results.ts';

type Input = {
  readonly strategy: string;
  readonly indicator: string;
  readonly year: Year;
  readonly asOf?: Day | undefined;
};

export const readEntry = (context: Context, input: Input): Promise<Entry> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const results = await readResults(context, queries, input.strategy, moment);
    return entryFor(queries, results, indicatorOf(results.facts, input.indicator), input.year, context);
  });
};

export const readHistory = (context: Context, input: Input): Promise<Answer<typeof contract>> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  const { until } = moment;
  return context.database.read(async (queries) => {
    const { facts } = await readResults(context, queries, input.strategy, moment);
    const indicator = indicatorOf(facts, input.indicator);
    const seesDrafts = permits(context.actor, 'see drafts', { section: indicator.definition.section });
    const vintages = await valueRepository.listVintages(queries, [indicator.id], input.year, until);
    const targets = await targetRepository.listTargetVintages(queries, input.strategy, until, {
      indicatorId: indicator.id,
      year: input.year,
    });
    return { vintages: presentVintages(vintages, seesDrafts), targets: targets.map(presentTargetVintage) };
  });
};
