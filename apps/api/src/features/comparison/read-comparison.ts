import type { Comparison } from '@fbs/contract';
import { comparisonSentence, type Day, type Year } from '@fbs/core';
import type { Queries } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { inForce, rollUpOf, yearOf } from '../../results/lines.ts';
import { type Facts, type Indicator, loadFacts } from '../../results/load-facts.ts';
import { type Moment, momentOf } from '../../results/moment.ts';
import { coveredYear } from '../../results/present.ts';
import { workOut } from '../../results/results.ts';
import { type ComparedSide, compareIndicator } from './compare-indicator.ts';
import { loadSteps } from './load-steps.ts';

type Input = {
  readonly strategy: string;
  readonly year?: Year | undefined;
  readonly asOf?: Day | undefined;
  readonly fromYear?: Year | undefined;
  readonly fromAsOf?: Day | undefined;
  readonly goal?: string | undefined;
  readonly objective?: string | undefined;
};

const momentsOf = ({ asOf, fromAsOf }: Input, context: Context): readonly [from: Moment, to: Moment] => {
  const [from, to] = [momentOf(fromAsOf ?? asOf, context.clock()), momentOf(asOf, context.clock())];
  if (from.until === null || to.until === null || from.until <= to.until) return [from, to];
  throw new DomainError('invalid', 'The first day comes after the second: put the earlier day first.', {
    errors: [{ pointer: '/fromAsOf', detail: 'Choose a day up to the other one.' }],
  });
};

type Scope = Comparison['scope'] & { readonly holds: (indicator: Indicator) => boolean };

const scopeOf = ({ strategy, goals, objectives }: Facts, { goal, objective }: Input): Scope => {
  if (objective !== undefined) {
    const found = objectives.find(({ code }) => code === objective);
    const { shortName: name } = required(found, `There is no objective ${objective} in this strategy.`);
    return { kind: 'objective', code: objective, name, holds: (indicator) => indicator.objective === objective };
  }
  if (goal !== undefined) {
    const found = goals.find(({ code }) => code === goal);
    const { shortName: name } = required(found, `There is no goal ${goal} in this strategy.`);
    return { kind: 'goal', code: goal, name, holds: (indicator) => indicator.goal === goal };
  }
  return { kind: 'strategy', code: null, name: strategy.title, holds: () => true };
};

const sidesOf = async (queries: Queries, input: Input, [earlier, later]: readonly [Moment, Moment]) => {
  const facts = await loadFacts(queries, input.strategy, later);
  const isOneDay = earlier.until === later.until;
  const before = isOneDay ? facts : await loadFacts(queries, input.strategy, earlier);
  const year = input.year === undefined ? yearOf(facts, undefined) : coveredYear(facts, input.year);
  const results = workOut(facts);
  const to: ComparedSide = { facts, year, results };
  const from: ComparedSide = {
    facts: before,
    year: coveredYear(before, input.fromYear ?? year),
    results: isOneDay ? results : workOut(before),
  };
  return { from, to };
};

const countsOf = ({ facts, results, year }: ComparedSide, scope: Scope): Comparison['from'] => ({
  year,
  asOf: facts.moment.asOf,
  rollUp: rollUpOf(results, inForce(facts).filter(scope.holds), year),
});

/** Who stands on either side: as of the later moment, in its order, then what was retired by then. */
const shownOf = (from: readonly Indicator[], to: readonly Indicator[]): Indicator[] => [
  ...to,
  ...from.filter(({ id }) => !to.some((indicator) => indicator.id === id)),
];

/** Two years as of a day, or a year as of two days: what is different, and how that came. */
export const readComparison = (context: Context, input: Input): Promise<Comparison> => {
  allow(context.actor, 'read');
  const moments = momentsOf(input, context);
  return context.database.read(async (queries) => {
    const { from, to } = await sidesOf(queries, input, moments);
    const scope = scopeOf(to.facts, input);
    const [before, after] = [from, to].map(({ facts }) => inForce(facts).filter(scope.holds)) as [
      Indicator[],
      Indicator[],
    ];
    const shown = shownOf(before, after);
    const kind = from.year === to.year ? 'days' : 'years';
    const ids = shown.map(({ id }) => id);
    const steps = await loadSteps(queries, kind === 'days' ? [to] : [from, to], ids);
    const indicators = shown.map((indicator) =>
      compareIndicator({ kind, from, to, steps, actor: context.actor }, indicator, {
        from: before.find(({ id }) => id === indicator.id),
        to: after.find(({ id }) => id === indicator.id),
      }),
    );
    return {
      year: to.year,
      asOf: to.facts.moment.asOf,
      dataVersion: to.facts.dataVersion,
      kind,
      scope: { kind: scope.kind, code: scope.code, name: scope.name },
      sentence: comparisonSentence(indicators, { kind, from: `FY ${from.year}`, to: `FY ${to.year}` }),
      from: countsOf(from, scope),
      to: countsOf(to, scope),
      goals: to.facts.goals
        .filter(({ code }) => shown.some(({ goal }) => goal === code))
        .map(({ code, shortName }) => ({ code, shortName })),
      indicators,
    };
  });
};
