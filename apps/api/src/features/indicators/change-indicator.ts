import type { IndicatorPage } from '@fbs/contract';
import type { IndicatorDefinition } from '@fbs/core';
import { indicatorRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { indicatorOf } from '../../results/present.ts';
import { trace } from '../../trace.ts';
import { checkVersion, versionSeen } from '../../versions.ts';
import { checkDefinition, factsNow, type Place, pageOf, refuse } from './definition-work.ts';

type Change = Place & {
  readonly ifMatch: string | undefined;
  readonly reason: string;
  /** Only what is to change; what is not sent stays. */
  readonly definition: { readonly [K in keyof IndicatorDefinition]?: IndicatorDefinition[K] | undefined };
};

const isSame = (before: IndicatorDefinition, after: IndicatorDefinition): boolean =>
  (Object.keys(after) as (keyof IndicatorDefinition)[]).every(
    (key) => JSON.stringify(before[key]) === JSON.stringify(after[key]),
  );

/** What was done, for the trace: adopting and retiring are told apart from other changes. */
const actionOf = (before: IndicatorDefinition, after: IndicatorDefinition): string => {
  if (before.status === after.status || after.status === 'proposed') return 'changed a definition';
  return after.status === 'adopted' ? 'adopted an indicator' : 'retired an indicator';
};

/** What is retired stays as it was recorded: only its status may change, which brings it back. */
const checkRetired = (code: string, before: IndicatorDefinition, after: IndicatorDefinition): void => {
  if (before.status !== 'retired' || after.status !== 'retired') return;
  throw new DomainError('refused', `${code} is retired and stays as it was recorded: adopt it again to change it.`);
};

/** A new version of the definition; the old one stays with the reviews that used it. */
export const changeIndicator = (context: Context, input: Change): Promise<IndicatorPage> => {
  const seen = versionSeen(input.ifMatch);
  return context.database.write(async (queries) => {
    allow(context.actor, 'define indicators');
    const facts = await factsNow(queries, context, input.strategy);
    const indicator = indicatorOf(facts, input.indicator);
    await checkVersion(seen, indicator.version, () => pageOf(queries, context, input));
    if (input.reason.trim() === '') refuse([{ pointer: '/reason', detail: 'Say why the definition changes.' }]);
    const changes = Object.fromEntries(Object.entries(input.definition).filter(([, value]) => value !== undefined));
    const definition: IndicatorDefinition = { ...indicator.definition, ...changes };
    checkRetired(indicator.code, indicator.definition, definition);
    if (isSame(indicator.definition, definition)) {
      throw new DomainError('refused', 'Nothing in the definition would change: change something, or leave it.');
    }
    await checkDefinition(queries, facts, indicator.code, definition);
    const at = context.clock();
    await indicatorRepository.addDefinition(queries, {
      indicator,
      definition,
      reason: input.reason.trim(),
      personId: context.actor.id,
      at,
    });
    await trace(queries, context, at, {
      action: actionOf(indicator.definition, definition),
      kind: 'indicator',
      id: indicator.id,
      strategy: input.strategy,
      before: indicator.definition,
      after: definition,
    });
    return pageOf(queries, context, input);
  });
};
