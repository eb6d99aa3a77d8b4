import type { Session } from '@fbs/contract';
import { permissionsOf, seesStrategy } from '@fbs/core';
import { peopleRepository, planRepository, type Queries } from '@fbs/db';
import { type Actor, type Service, todayOf } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { type Browser, beginSession } from '../../sessions/begin-session.ts';
import { trace } from '../../trace.ts';

const describe = async (service: Service, queries: Queries, actor: Actor | null): Promise<Session> => {
  const personas = service.mode === 'evaluation' ? await peopleRepository.listPersonas(queries) : [];
  const strategies =
    actor === null
      ? []
      : (await planRepository.listStrategies(queries)).filter((each) => seesStrategy(actor, each.state));
  return {
    mode: service.mode,
    today: todayOf(service),
    person: actor && {
      id: actor.id,
      name: actor.name,
      roles: actor.roles,
      section: actor.section,
      permissions: permissionsOf(actor),
    },
    personas: personas.map((person) => ({
      persona: person.persona ?? '',
      name: person.name,
      title: person.title,
      roles: person.roles,
      section: person.section,
      permissions: permissionsOf(person),
    })),
    strategies: strategies.map(({ id, title, firstYear, lastYear, state }) => ({
      id,
      title,
      firstYear,
      lastYear,
      state,
      permissions: actor === null ? [] : permissionsOf({ ...actor, archived: state === 'archived' }),
    })),
  };
};

export const readSession = (service: Service, actor: Actor | null): Promise<Session> =>
  service.database.read((queries) => describe(service, queries, actor));

/** Evaluation only: as one of the invented people. @throws DomainError not_allowed, not_found */
export const signIn = (
  service: Service,
  persona: string,
  browser: Browser,
): Promise<{ readonly token: string; readonly session: Session }> => {
  if (service.mode !== 'evaluation') {
    throw new DomainError('not_allowed', 'Personas are for evaluation only: sign in with your own account.');
  }
  return service.database.write(async (queries) => {
    const personas = await peopleRepository.listPersonas(queries);
    const person = required(
      personas.find((each) => each.persona === persona),
      `There is no persona "${persona}": GET /api/session lists them.`,
    );
    const token = await beginSession(service, queries, { person, method: 'persona', browser });
    return { token, session: await describe(service, queries, person) };
  });
};

export const signOut = (service: Service, actor: Actor, sessionId: string): Promise<Session> =>
  service.database.write(async (queries) => {
    const now = service.clock();
    await peopleRepository.endSession(queries, sessionId, now);
    await trace(queries, { actor }, now, {
      action: 'signed out',
      kind: 'session',
      id: sessionId,
      strategy: null,
      before: null,
      after: null,
    });
    return describe(service, queries, null);
  });
