import type { ResultLine, ResultsPage } from '@fbs/contract';
import {
  type AttentionKind,
  type Day,
  isInList,
  isMet,
  type PlanList,
  planLists,
  type ResultList,
  type Year,
} from '@fbs/core';
import { allow, type Context } from '../../context.ts';
import { required } from '../../domain-error.ts';
import { inForce, isIllustrative, itemOf, lineOf, rollUpOf, yearOf } from '../../results/lines.ts';
import type { Facts, Indicator } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { readResults } from '../../results/read-results.ts';
import type { Results } from '../../results/results.ts';
import { needsAttention } from './attention.ts';
import { behindJsp } from './behind-jsp.ts';

type Input = {
  readonly strategy: string;
  readonly year?: Year | undefined;
  readonly asOf?: Day | undefined;
  readonly list: ResultsPage['list'];
  readonly goal?: string | undefined;
  readonly objective?: string | undefined;
  readonly kind?: AttentionKind | undefined;
};

const placeIn = <T extends { readonly code: string; readonly shortName: string }>(
  places: readonly T[],
  code: string | undefined,
  kind: string,
) => {
  if (code === undefined) return null;
  const found = required(
    places.find((each) => each.code === code),
    `There is no ${kind} ${code} in this strategy.`,
  );
  return { code: found.code, shortName: found.shortName };
};

/** Whether the target of the year before was met; null in the first year. */
const metBeforeOf = (results: Results, indicator: Indicator, year: Year): boolean | null =>
  year > results.facts.strategy.firstYear ? isMet(results.entry(indicator, year - 1).rating.rating) : null;

const changeOf = (metBefore: boolean | null, met: boolean): ResultLine['change'] => {
  if (metBefore === null || metBefore === met) return null;
  return met ? 'newly_met' : 'no_longer_met';
};

const linesOf = (
  results: Results,
  list: ResultList,
  { goal, objective, kind }: Input,
  year: Year,
  context: Context,
): ResultLine[] => {
  const { facts } = results;
  const attention = new Map(needsAttention(results, year).map((each) => [each.indicator, each]));
  const jsp = new Set(behindJsp(facts)?.indicators.map(({ code }) => code));
  const lines = inForce(facts)
    .filter((each) => (goal ?? each.goal) === each.goal && (objective ?? each.objective) === each.objective)
    .flatMap((indicator) => {
      const item = itemOf(results, indicator, year);
      const found = attention.get(indicator.code);
      const metBefore = metBeforeOf(results, indicator, year);
      const isListed = isInList(list, {
        ...item,
        metBefore,
        attention: found?.kind ?? null,
        illustrative: isIllustrative(results, indicator, year),
        behindJsp: jsp.has(indicator.code),
      });
      if (!isListed || (kind !== undefined && found?.kind !== kind)) return [];
      return [
        {
          ...lineOf(results, indicator, year, context.actor),
          attention: found === undefined ? null : { kind: found.kind, sentence: found.sentence },
          change: item.role === 'performance' ? changeOf(metBefore, isMet(item.rating)) : null,
        },
      ];
    });
  if (list !== 'attention') return lines;
  const ranks = [...attention.keys()];
  return lines.sort((a, b) => ranks.indexOf(a.code) - ranks.indexOf(b.code));
};

const plannedOf = (results: Results, list: PlanList, year: Year): ResultsPage['planned'] => {
  const behind = behindJsp(results.facts);
  if (behind === null) return [];
  const isGoals = list === 'jsp_goals';
  return (isGoals ? behind.goals : behind.objectives).map(({ code, shortName, statement }) => ({
    kind: isGoals ? 'goal' : 'objective',
    code,
    shortName,
    statement,
    rollUp: rollUpOf(
      results,
      behind.indicators.filter((each) => (isGoals ? each.goal : each.objective) === code),
      year,
    ),
  }));
};

const isPlanList = (list: ResultsPage['list']): list is PlanList => planLists.some((each) => each === list);

const placesOf = (facts: Facts, { goal, objective }: Input) => ({
  goal: placeIn(facts.goals, goal, 'goal'),
  objective: placeIn(facts.objectives, objective, 'objective'),
});

/** The list behind a figure of the overview: made by the test that the figure is counted with. */
export const listResults = (context: Context, input: Input): Promise<ResultsPage> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const results = await readResults(context, queries, input.strategy, moment);
    const { facts } = results;
    const year = yearOf(facts, input.year);
    const { list } = input;
    const planned = isPlanList(list) ? plannedOf(results, list, year) : [];
    const lines = isPlanList(list) ? [] : linesOf(results, list, input, year, context);
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      list,
      ...placesOf(facts, input),
      kind: input.kind ?? null,
      count: lines.length + planned.length,
      lines,
      planned,
    };
  });
};
