import type { IndicatorOrder } from '@fbs/contract';
import { indicatorRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { inForce } from '../../results/lines.ts';
import { trace } from '../../trace.ts';
import { factsNow, refuse } from './definition-work.ts';

type Order = IndicatorOrder & { readonly strategy: string };

/**
 * Puts the indicators of an objective in another order. They share out the places that they hold, so that nothing else
 * moves; retired ones keep theirs. The codes say what was seen: another set is refused as stale.
 */
export const orderIndicators = (context: Context, input: Order): Promise<IndicatorOrder> =>
  context.database.write(async (queries) => {
    allow(context.actor, 'define indicators');
    const facts = await factsNow(queries, context, input.strategy);
    const objective = required(
      facts.objectives.find((each) => each.code === input.objective),
      `There is no objective ${input.objective} in this strategy.`,
    );
    const { codes } = input;
    if (new Set(codes).size < codes.length) {
      refuse([{ pointer: '/codes', detail: 'A code stands there twice: send each indicator once.' }]);
    }
    const own = inForce(facts).filter((indicator) => indicator.objective === objective.code);
    const before = own.map((indicator) => indicator.code);
    if (codes.length !== own.length || !before.every((code) => codes.includes(code))) {
      throw new DomainError(
        'stale',
        'Indicators were added or retired while you had the list open: look at it, then move again.',
        {
          current: { objective: objective.code, codes: before },
        },
      );
    }
    const positions = own.map(({ position }) => position).sort((a, b) => a - b);
    const moved = codes.flatMap((code, index) => {
      const indicator = own.find((each) => each.code === code);
      const position = positions[index];
      return indicator === undefined || position === undefined || indicator.position === position
        ? []
        : [{ id: indicator.id, position }];
    });
    await indicatorRepository.placeIndicators(queries, moved);
    if (moved.length > 0) {
      await trace(queries, context, context.clock(), {
        action: 'ordered indicators',
        kind: 'objective',
        id: objective.id,
        strategy: input.strategy,
        before,
        after: codes,
      });
    }
    return { objective: objective.code, codes };
  });
