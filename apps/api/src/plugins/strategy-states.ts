import { type StrategyState, seesStrategy } from '@fbs/core';
import { planRepository } from '@fbs/db';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Service } from '../context.ts';
import { DomainError } from '../domain-error.ts';
import { holdToReading, signedInOf } from './sign-in-sessions.ts';

type States = ReadonlyMap<string, StrategyState>;

/** The strategies that are not simply in force, remembered for as long as nothing is committed. */
const stateLookup = ({ database }: Service) => {
  let known: { readonly changes: number; readonly states: States } | undefined;
  return {
    remembered: (): States | undefined => (known?.changes === database.changes() ? known.states : undefined),
    read: async (): Promise<States> => {
      const changes = database.changes();
      const rows = await database.read(planRepository.listStrategies);
      const states = new Map(rows.flatMap(({ id, state }) => (state === 'in_force' ? [] : [[id, state] as const])));
      known = { changes, states };
      return states;
    },
  };
};

const refusalOf = (request: FastifyRequest, strategy: string, states: States): DomainError | undefined => {
  const signedIn = signedInOf(request);
  if (signedIn === undefined) return undefined;
  const state = states.get(strategy) ?? 'in_force';
  if (state === 'archived') holdToReading(request);
  if (seesStrategy(signedIn.actor, state)) return undefined;
  return new DomainError('not_found', `There is no strategy "${strategy}".`);
};

/**
 * Before every request about a strategy: an archived one is held to reading, with what that means for every right that
 * an answer names; a draft is not there for those who do not prepare it.
 */
export const holdStrategyStates = (app: FastifyInstance, service: Service): void => {
  const lookup = stateLookup(service);
  app.addHook('onRequest', (request, _reply, done) => {
    const { strategy } = (request.params ?? {}) as { readonly strategy?: string };
    if (strategy === undefined) return done();
    const states = lookup.remembered();
    if (states !== undefined) return done(refusalOf(request, strategy, states));
    lookup.read().then((read) => done(refusalOf(request, strategy, read)), done);
  });
};
