import type { Session } from '@fbs/contract';
import { permissionsOf, type SignInMethod, seesStrategy } from '@fbs/core';
import { identityRepository, peopleRepository, planRepository, type Queries, serviceRepository } from '@fbs/db';
import { type Actor, type Service, todayOf } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';
import { loadSettings } from '../../results/settings.ts';
import { type Browser, beginSession } from '../../sessions/begin-session.ts';
import { trace } from '../../trace.ts';

/** Who is signed in, and how; null: nobody. */
type Who = { readonly actor: Actor; readonly method: SignInMethod | null } | null;

const describe = async (service: Service, queries: Queries, who: Who): Promise<Session> => {
  const actor = who?.actor ?? null;
  const personas = service.mode === 'evaluation' ? await peopleRepository.listPersonas(queries) : [];
  const strategies =
    actor === null
      ? []
      : (await planRepository.listStrategies(queries)).filter((each) => seesStrategy(actor, each.state));
  return {
    mode: service.mode,
    today: todayOf(service),
    dataVersion: (await serviceRepository.readDataVersions(queries)).data,
    person: actor && {
      id: actor.id,
      name: actor.name,
      roles: actor.roles,
      section: actor.section,
      permissions: permissionsOf(actor),
      method: who?.method ?? null,
      idleMinutes: service.sessions.idleMinutes,
    },
    signIn: {
      password: service.mode === 'production' && service.accounts.local,
      singleSignOn: service.singleSignOn?.settings.name ?? null,
    },
    personas: personas.map((person) => ({
      persona: person.persona ?? '',
      name: person.name,
      title: person.title,
      roles: person.roles,
      section: person.section,
      permissions: permissionsOf(person),
    })),
    assessmentNames: (await loadSettings(queries)).assessmentNames,
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

export const readSession = (service: Service, who: Who): Promise<Session> =>
  service.database.read((queries) => describe(service, queries, who));

/** Evaluation only: as one of the invented people. @throws DomainError not_allowed, not_found */
export const signIn = async (
  service: Service,
  persona: string,
  browser: Browser,
): Promise<{ readonly token: string; readonly session: Session }> => {
  if (service.mode !== 'evaluation') {
    throw new DomainError('not_allowed', 'Personas are for evaluation only: sign in with your own account.');
  }
  const { token, person } = await service.database.write(async (queries) => {
    const personas = await peopleRepository.listPersonas(queries);
    const found = required(
      personas.find((each) => each.persona === persona),
      `There is no persona "${persona}": GET /api/session lists them.`,
    );
    const token = await beginSession(service, queries, { person: found, method: 'persona', browser });
    return { token, person: found };
  });
  return { token, session: await readSession(service, { actor: person, method: 'persona' }) };
};

type SignedOut = Session & { readonly leaveTo: string | null };

const endSession = (service: Service, actor: Actor, sessionId: string): Promise<string | null> =>
  service.database.write(async (queries) => {
    const now = service.clock();
    const token = await identityRepository.findIdentityToken(queries, sessionId);
    await peopleRepository.endSession(queries, sessionId, now);
    await trace(queries, { actor }, now, {
      action: 'signed out',
      kind: 'session',
      id: sessionId,
      strategy: null,
      before: null,
      after: null,
    });
    return token;
  });

/** Also says where the browser ends the session of single sign-on, which would let anybody in again. */
export const signOut = async (
  service: Service,
  signedIn: { readonly actor: Actor; readonly sessionId: string } | undefined,
): Promise<SignedOut> => {
  const token = signedIn === undefined ? null : await endSession(service, signedIn.actor, signedIn.sessionId);
  const leaveTo = token === null ? null : ((await service.singleSignOn?.provider.endAddress(token)) ?? null);
  return { ...(await readSession(service, null)), leaveTo };
};
