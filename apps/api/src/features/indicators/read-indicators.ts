import type { Answer, listIndicators as contract, IndicatorPage } from '@fbs/contract';
import type { Day, Year } from '@fbs/core';
import { planRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { entryRightsOf } from '../../results/entry-rights.ts';
import { inForce, lineOf, yearOf } from '../../results/lines.ts';
import { loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { indicatorOf } from '../../results/present.ts';
import { workOut } from '../../results/results.ts';
import { buildIndicatorPage } from './indicator-page.ts';

type ListInput = { readonly strategy: string; readonly year?: Year | undefined; readonly asOf?: Day | undefined };

export const listIndicators = (context: Context, input: ListInput): Promise<Answer<typeof contract>> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const facts = await loadFacts(queries, input.strategy, moment);
    const results = workOut(facts);
    const year = yearOf(facts, input.year);
    const sections = await planRepository.listSections(queries, input.strategy);
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      threshold: facts.settings.threshold,
      sections: sections.map(({ code, name }) => ({ code, name })),
      objectives: facts.objectives.map(({ code, goal, shortName, statement }) => ({
        code,
        goal,
        shortName,
        statement,
      })),
      indicators: inForce(facts).map((indicator) => {
        const line = lineOf(results, indicator, year, context.actor);
        const { accumulation } = indicator.definition;
        return { ...line, accumulation, rights: entryRightsOf(facts, indicator, line.entry, context.actor) };
      }),
    };
  });
};

type ReadInput = { readonly strategy: string; readonly indicator: string; readonly asOf?: Day | undefined };

export const readIndicator = (context: Context, input: ReadInput): Promise<IndicatorPage> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const facts = await loadFacts(queries, input.strategy, moment);
    const indicator = indicatorOf(facts, input.indicator);
    return buildIndicatorPage(queries, workOut(facts), indicator, context);
  });
};
