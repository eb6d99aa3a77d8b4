import { beginsWithWork, type SignInProblem } from '@fbs/core';
import { identityRepository, sessionRepository } from '@fbs/db';
import type { Service } from '../../context.ts';
import { DomainError } from '../../domain-error.ts';
import { type Browser, beginSession, renewSession } from '../../sessions/begin-session.ts';
import { type Identity, SignInRefusal } from '../../single-sign-on/identity-provider.ts';
import { findPersonBehind } from '../../single-sign-on/person-behind-identity.ts';
import { type KeptAttempt, openAttempt, sealAttempt } from '../../single-sign-on/sealed-attempt.ts';
import type { SingleSignOn } from '../../single-sign-on/single-sign-on.ts';
import { trace } from '../../trace.ts';

const minutesToSignIn = 10;

/** @throws DomainError not_found where no provider is set up */
export const singleSignOnOf = ({ singleSignOn }: Service): SingleSignOn => {
  if (singleSignOn !== null) return singleSignOn;
  throw new DomainError('not_found', 'No single sign-on is set up here: sign in with your own account.');
};

type Begin = {
  readonly returnTo: string | undefined;
  /** Somebody who is signed in shows that it is still them. */
  readonly prove: boolean;
  readonly sessionId: string | null;
};

export type Way = {
  /** Where the browser goes next. */
  readonly to: string;
  /** What it carries there; null: nothing any more. */
  readonly sealed: string | null;
  /** Of the session that has begun. */
  readonly token: string | null;
  /** For the log, where the provider could not be asked or not be believed. */
  readonly why: string | null;
};

const nothing = { sealed: null, token: null, why: null } as const;

/** Addresses of this site alone, so that no link makes the sign-in lead elsewhere. */
const ownPath = (returnTo: string | undefined): string | null => {
  const site = 'http://own.invalid';
  if (returnTo === undefined || !/^\/(?![/\\])/.test(returnTo) || !URL.canParse(returnTo, site)) return null;
  const { origin, pathname, search, hash } = new URL(returnTo, site);
  return origin === site ? `${pathname}${search}${hash}` : null;
};

/** A window of its own shows how it went, and closes; everybody else sees it where one signs in. */
const wayOn = (attempt: Pick<KeptAttempt, 'returnTo' | 'proves'>, problem: SignInProblem): string => {
  const { returnTo, proves } = attempt;
  if (proves || returnTo === '/signed-in') return `/signed-in?problem=${problem}`;
  const on = returnTo === null ? '' : `&returnTo=${encodeURIComponent(returnTo)}`;
  return `/sign-in?problem=${problem}${on}`;
};

/** Leads to the provider. */
export const beginSignIn = async (service: Service, { returnTo, prove, sessionId }: Begin): Promise<Way> => {
  const { provider, settings } = singleSignOnOf(service);
  if (prove && sessionId === null) throw new DomainError('not_signed_in', 'Sign in first, then try again.');
  const place = { returnTo: ownPath(returnTo), proves: prove };
  try {
    const { address, attempt } = await provider.begin({ fresh: prove });
    const until = new Date(Date.parse(service.clock()) + minutesToSignIn * 60_000).toISOString();
    return {
      to: address,
      sealed: sealAttempt(settings, { ...attempt, ...place, sessionId, until }),
      token: null,
      why: null,
    };
  } catch (error) {
    if (!(error instanceof SignInRefusal)) throw error;
    return { ...nothing, to: wayOn(place, error.problem), why: error.why };
  }
};

type Arrival = { readonly attempt: KeptAttempt; readonly browser: Browser };
type Outcome =
  | { readonly problem: SignInProblem; readonly why?: string }
  | { readonly to: string; readonly token: string | null };

const noteRefusal = (service: Service, identity: Identity | null, problem: SignInProblem): Promise<void> =>
  service.database.write((queries) =>
    trace(queries, { actor: null }, service.clock(), {
      action: 'was refused at single sign-on',
      kind: 'session',
      id: identity === null ? 'somebody unknown' : `${identity.issuer} ${identity.subject}`,
      strategy: null,
      before: null,
      after: { problem, ...(identity && { name: identity.name, email: identity.email }) },
    }),
  );

const enter = (service: Service, identity: Identity, { attempt, browser }: Arrival): Promise<Outcome> =>
  service.database.write(async (queries) => {
    const { settings } = singleSignOnOf(service);
    const found = await findPersonBehind({ service, queries, settings, identity });
    if ('problem' in found) return found;
    const { person } = found;
    const token = await beginSession(service, queries, {
      person,
      method: 'single_sign_on',
      browser: { ...browser, sessionId: attempt.sessionId },
      identityToken: identity.token,
    });
    return { to: attempt.returnTo ?? (beginsWithWork(person.roles) ? '/my-work' : '/'), token };
  });

/** The same person, at the provider just now: from now on the session counts as proved, with a new token. */
const prove = (service: Service, identity: Identity, { attempt }: Arrival): Promise<Outcome> =>
  service.database.write(async (queries) => {
    const now = service.clock();
    const session = await sessionRepository.findSession(queries, attempt.sessionId ?? '', now);
    if (session === null) return { problem: 'late' };
    const person = await identityRepository.findPersonBehind(queries, identity);
    if (session.personId !== person) return { problem: 'somebody_else' };
    const proved = { id: person, name: '', roles: [], section: null };
    const renewed = { person: proved, sessionId: session.id, method: 'single_sign_on' } as const;
    return { to: '/signed-in', token: await renewSession(service, queries, renewed) };
  });

const settle = async (service: Service, query: string, arrival: Arrival): Promise<Outcome> => {
  const { provider } = singleSignOnOf(service);
  const { attempt } = arrival;
  let identity: Identity | null = null;
  let outcome: Outcome;
  try {
    identity = await provider.finish(query, { attempt, fresh: attempt.proves });
    outcome = await (attempt.proves ? prove : enter)(service, identity, arrival);
  } catch (error) {
    if (!(error instanceof SignInRefusal)) throw error;
    outcome = { problem: error.problem, why: error.why };
  }
  if ('problem' in outcome) await noteRefusal(service, identity, outcome.problem);
  return outcome;
};

type Return = { readonly query: string; readonly sealed: string | undefined; readonly browser: Browser };

/** The browser comes back from the provider, with its answer and with what it was given to carry. */
export const finishSignIn = async (service: Service, { query, sealed, browser }: Return): Promise<Way> => {
  const { settings } = singleSignOnOf(service);
  const attempt = sealed === undefined ? null : openAttempt(settings, sealed);
  if (attempt === null || attempt.until <= service.clock()) {
    return { ...nothing, to: wayOn(attempt ?? { returnTo: null, proves: false }, 'late') };
  }
  const outcome = await settle(service, query, { attempt, browser });
  if ('problem' in outcome) return { ...nothing, to: wayOn(attempt, outcome.problem), why: outcome.why ?? null };
  return { ...nothing, ...outcome };
};
