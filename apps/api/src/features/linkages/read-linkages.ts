import type { LinkagesPage } from '@fbs/contract';
import { type Day, isReported, type Year } from '@fbs/core';
import { linkageRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { inForce, isPerformance, linkageOf, rollUpOf, yearOf } from '../../results/lines.ts';
import { loadFacts } from '../../results/load-facts.ts';
import { momentOf } from '../../results/moment.ts';
import { workOut } from '../../results/results.ts';

type Input = { readonly strategy: string; readonly year?: Year | undefined; readonly asOf?: Day | undefined };

const frameworksOf = (
  frameworks: readonly linkageRepository.FrameworkRow[],
  elements: readonly linkageRepository.FrameworkElementRow[],
): LinkagesPage['frameworks'] =>
  frameworks.map(({ id, code, title }) => ({
    code,
    title,
    elements: elements
      .filter((element) => element.frameworkId === id)
      .map((element) => ({
        code: element.code,
        parent: elements.find((each) => each.id === element.parentId)?.code ?? null,
        level: element.level,
        label: element.label,
        text: element.text,
        quote: element.quote,
      })),
  }));

export const readLinkages = (context: Context, input: Input): Promise<LinkagesPage> => {
  allow(context.actor, 'read');
  const moment = momentOf(input.asOf, context.clock());
  return context.database.read(async (queries) => {
    const facts = await loadFacts(queries, input.strategy, moment);
    const results = workOut(facts);
    const year = yearOf(facts, input.year);
    const performance = inForce(facts).filter(isPerformance);
    const frameworks = await linkageRepository.listFrameworks(queries, input.strategy);
    const elements = await linkageRepository.listFrameworkElements(queries, input.strategy);
    const objectives = facts.objectives.map(({ code, goal, shortName, statement }) => {
      const own = performance.filter((indicator) => indicator.objective === code);
      const indicators = own.map((indicator) => ({
        code: indicator.code,
        name: indicator.definition.name,
        reporting: isReported(results.entry(indicator, year).state),
      }));
      return { code, goal, shortName, statement, rollUp: rollUpOf(results, own, year), indicators };
    });
    return {
      year,
      asOf: moment.asOf,
      dataVersion: facts.dataVersion,
      frameworks: frameworksOf(frameworks, elements),
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
      linkages: facts.linkages.map((row) => linkageOf(row, facts)),
      withoutPerformanceIndicator: objectives
        .filter(({ indicators }) => indicators.length === 0)
        .map(({ code }) => code),
      noneReporting: objectives
        .filter(({ indicators }) => indicators.length > 0 && indicators.every(({ reporting }) => !reporting))
        .map(({ code }) => code),
    };
  });
};
