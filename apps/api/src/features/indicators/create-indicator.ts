import type { IndicatorPage } from '@fbs/contract';
import { findInCode, type IndicatorDefinition } from '@fbs/core';
import { indicatorRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { trace } from '../../trace.ts';
import { checkDefinition, factsNow, pageOf, refuse } from './definition-work.ts';

type Create = {
  readonly strategy: string;
  readonly code: string;
  readonly objective: string;
  readonly definition: IndicatorDefinition;
};

/** @throws DomainError already_exists, not_found, invalid, not_allowed */
export const createIndicator = (context: Context, input: Create): Promise<IndicatorPage> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'define indicators');
    const facts = await factsNow(queries, context, input.strategy);
    const code = input.code.trim();
    const objective = required(
      facts.objectives.find((each) => each.code === input.objective),
      `There is no objective ${input.objective} in this strategy.`,
    );
    const taken = facts.indicators.map((each) => each.code);
    const wrong = findInCode(code, objective.code, taken);
    if (wrong !== null && taken.includes(code)) {
      throw new DomainError('already_exists', wrong, { errors: [{ pointer: '/code', detail: wrong }] });
    }
    if (wrong !== null) refuse([{ pointer: '/code', detail: wrong }]);
    await checkDefinition(queries, facts, code, input.definition);
    const at = context.clock();
    const id = `${input.strategy}/indicator/${code}`;
    await indicatorRepository.addIndicator(queries, {
      id,
      strategyId: input.strategy,
      objectiveId: objective.id,
      code,
      definition: input.definition,
      personId: context.actor.id,
      at,
    });
    await trace(queries, context, at, {
      action: 'defined an indicator',
      kind: 'indicator',
      id,
      strategy: input.strategy,
      before: null,
      after: input.definition,
    });
    return pageOf(queries, context, { strategy: input.strategy, indicator: code });
  });
