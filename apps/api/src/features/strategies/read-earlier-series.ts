import { type Day, seesStrategy } from '@fbs/core';
import { indicatorRepository, type Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { presentEntry, yearsShown } from '../../results/lines.ts';
import { type Facts, type Indicator, loadFacts } from '../../results/load-facts.ts';
import { type Moment, momentOf } from '../../results/moment.ts';
import { indicatorOf } from '../../results/present.ts';
import { workOut } from '../../results/results.ts';

type Input = { readonly strategy: string; readonly indicator: string; readonly asOf?: Day | undefined };

/** As many strategies back as anybody follows; it also ends a circle. */
const mostBack = 5;

const seriesOf = (facts: Facts, indicator: Indicator, context: Context) => {
  const results = workOut(facts);
  const { id, title, firstYear, lastYear } = facts.strategy;
  const { definition } = indicator;
  return {
    ...{ strategy: id, title, firstYear, lastYear, indicator: indicator.code, definition },
    years: yearsShown(facts, indicator).map((year) =>
      presentEntry(results.entry(indicator, year), context.actor, definition.section),
    ),
  };
};

/** The series before an indicator, the latest first. */
export const seriesBefore = async (queries: Queries, context: Context, indicatorId: string, moment: Moment) => {
  const series: ReturnType<typeof seriesOf>[] = [];
  let id = indicatorId;
  while (series.length < mostBack) {
    const before = await indicatorRepository.findPredecessor(queries, id);
    if (before === undefined) break;
    const facts = await loadFacts(queries, before.strategyId, moment);
    const indicator = facts.indicators.find((each) => each.id === before.id);
    if (indicator === undefined || !seesStrategy(context.actor, facts.strategy.state)) break;
    series.push(seriesOf(facts, indicator, context));
    id = before.id;
  }
  return series;
};

/** How an indicator stood in the strategies before: shown beside its own series, and never rated with it. */
export const readEarlierSeries = (context: Context, input: Input) => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const own = await loadFacts(queries, input.strategy, moment);
    return { series: await seriesBefore(queries, context, indicatorOf(own, input.indicator).id, moment) };
  });
};
