import type { Answer, listIndicators as contract, IndicatorPage } from '@fbs/contract';
import { checkTotals, type Day, permits, type Year } from '@fbs/core';
import { breakdownRepository, planRepository, type Queries, valueRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { entryRightsOf } from '../../results/entry-rights.ts';
import { inForce, lineOf, yearOf } from '../../results/lines.ts';
import { type Facts, placeOf } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { indicatorOf } from '../../results/present.ts';
import { readResults } from '../../results/read-results.ts';
import { buildIndicatorPage } from './indicator-page.ts';

type ListInput = { readonly strategy: string; readonly year?: Year | undefined; readonly asOf?: Day | undefined };

/** The totals of the breakdowns of a year, by indicator. */
const totalsIn = async (queries: Queries, facts: Facts, year: Year) => {
  const idOf = (indicatorId: string) => facts.values.get(placeOf(indicatorId, year))?.breakdownId ?? '';
  const ids = facts.indicators.map(({ id }) => idOf(id)).filter((id) => id !== '');
  const totals = await breakdownRepository.listTotals(queries, ids);
  return (indicatorId: string) => totals.get(idOf(indicatorId)) ?? [];
};

/** Whether the result of a year was known at any time: what stands there now tells it of most. */
const knownIn = async (queries: Queries, facts: Facts, year: Year, mayAsk: boolean) => {
  const rowOf = (indicatorId: string) => facts.values.get(placeOf(indicatorId, year));
  const emptied = facts.indicators.map(({ id }) => id).filter((id) => rowOf(id)?.value === null);
  const known = mayAsk ? await valueRepository.listKnownResults(queries, emptied, year) : new Set<string>();
  return (indicatorId: string) => mayAsk && ((rowOf(indicatorId)?.value ?? null) !== null || known.has(indicatorId));
};

export const listIndicators = (context: Context, input: ListInput): Promise<Answer<typeof contract>> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const results = await readResults(context, queries, input.strategy, moment);
    const { facts } = results;
    const year = yearOf(facts, input.year);
    const totalsOf = await totalsIn(queries, facts, year);
    const isKnown = await knownIn(queries, facts, year, permits(context.actor, 'set targets'));
    const sections = await planRepository.listSections(queries, input.strategy);
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      threshold: facts.settings.threshold,
      sections: sections.map(({ code, name }) => ({ code, name })),
      goals: facts.goals.map(({ code, shortName }) => ({ code, shortName })),
      objectives: facts.objectives.map(({ code, goal, shortName, statement }) => ({
        code,
        goal,
        shortName,
        statement,
      })),
      indicators: inForce(facts).map((indicator) => {
        const line = lineOf(results, indicator, year, context.actor);
        const { accumulation, disaggregations } = indicator.definition;
        const { entry } = line;
        // of a draft that is withheld there is no value to hold them against
        const findings = checkTotals(entry.value, disaggregations, totalsOf(indicator.id));
        return {
          ...line,
          accumulation,
          rights: entryRightsOf(facts, indicator, entry, context.actor),
          findings: findings.map(({ sentence }) => sentence),
          resultKnown: entry.computed ? entry.value !== null : isKnown(indicator.id),
        };
      }),
    };
  });
};

type ReadInput = { readonly strategy: string; readonly indicator: string; readonly asOf?: Day | undefined };

export const readIndicator = (context: Context, input: ReadInput): Promise<IndicatorPage> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const results = await readResults(context, queries, input.strategy, moment);
    const { facts } = results;
    const indicator = indicatorOf(facts, input.indicator);
    return buildIndicatorPage(queries, results, indicator, context);
  });
};
