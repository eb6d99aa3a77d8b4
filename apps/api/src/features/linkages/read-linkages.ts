import type { LinkagesPage } from '@fbs/contract';
import { type Day, isReported, unsupportedElements, type Year } from '@fbs/core';
import { frameworkRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { illustrativeOf, inForce, isPerformance, rollUpOf, yearOf } from '../../results/lines.ts';
import type { Facts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { readResults } from '../../results/read-results.ts';
import { editableOf } from './linkage-work.ts';
import { elementsOf } from './read-element.ts';

type Input = { readonly strategy: string; readonly year?: Year | undefined; readonly asOf?: Day | undefined };

/** One without elements was not known yet on that day, or holds nothing any more. */
const frameworksOf = (
  frameworks: readonly frameworkRepository.FrameworkRow[],
  elements: readonly frameworkRepository.FrameworkElementRow[],
  { linkages }: Facts,
): LinkagesPage['frameworks'] =>
  frameworks
    .map(({ id, code, title, version }) => {
      const own = elementsOf(elements.filter((element) => element.frameworkId === id));
      const linked = linkages.filter((row) => row.framework === code).map((row) => row.element);
      return { code, title, version, elements: own, unsupported: unsupportedElements(own, new Set(linked)) };
    })
    .filter((framework) => framework.elements.length > 0);

export const readLinkages = (context: Context, input: Input): Promise<LinkagesPage> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const results = await readResults(context, queries, input.strategy, moment);
    const { facts } = results;
    const year = yearOf(facts, input.year);
    const performance = inForce(facts).filter(isPerformance);
    const frameworks = await frameworkRepository.listFrameworks(queries, input.strategy);
    const elements = await frameworkRepository.listFrameworkElements(queries, input.strategy, moment.until);
    const objectives = facts.objectives.map(({ code, goal, shortName, statement }) => {
      const own = performance.filter((indicator) => indicator.objective === code);
      const indicators = own.map((indicator) => {
        const { state, rating } = results.entry(indicator, year);
        const { name } = indicator.definition;
        return { code: indicator.code, name, reporting: isReported(state), rating: rating.rating };
      });
      return { code, goal, shortName, statement, rollUp: rollUpOf(results, own, year), indicators };
    });
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      frameworks: frameworksOf(frameworks, elements, facts),
      goals: facts.goals.map(({ code, kind, shortName, statement, supportsGoals }) => ({
        code,
        kind,
        shortName,
        statement,
        supportsGoals,
        rollUp: rollUpOf(
          results,
          performance.filter((indicator) => indicator.goal === code),
          year,
        ),
      })),
      objectives,
      linkages: facts.linkages.map((row) => editableOf(row, facts)),
      illustrative: illustrativeOf(results, performance, year),
      withoutPerformanceIndicator: objectives
        .filter(({ indicators }) => indicators.length === 0)
        .map(({ code }) => code),
      noneReporting: objectives
        .filter(({ indicators }) => indicators.length > 0 && indicators.every(({ reporting }) => !reporting))
        .map(({ code }) => code),
    };
  });
};
