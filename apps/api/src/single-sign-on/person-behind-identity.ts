import { randomUUID } from 'node:crypto';
import { type Granted, grantedByGroups, preparedEmail, type SignInProblem } from '@fbs/core';
import { directoryRepository, identityRepository, type Queries } from '@fbs/db';
import type { Actor, Service } from '../context.ts';
import { trace } from '../trace.ts';
import type { Identity } from './identity-provider.ts';
import type { SingleSignOnSettings } from './single-sign-on-settings.ts';

type Row = directoryRepository.DirectoryRow;
type Found = { readonly person: Actor } | { readonly problem: SignInProblem };
type Work = {
  readonly service: Service;
  readonly queries: Queries;
  readonly settings: SingleSignOnSettings;
  readonly identity: Identity;
};

const actorOf = ({ id, name, roles, section }: Row): Actor => ({ id, name, roles, section });

const note = (
  { service, queries }: Work,
  actor: Actor,
  entry: { readonly action: string; readonly before: unknown; readonly after: unknown },
): Promise<void> =>
  trace(queries, { actor }, service.clock(), { ...entry, kind: 'person', id: actor.id, strategy: null });

const link = async (work: Work, personId: string): Promise<void> => {
  const { queries, service, identity } = work;
  const { issuer, subject } = identity;
  await identityRepository.addIdentity(queries, { issuer, subject, personId, createdAt: service.clock() });
};

/** Groups decide on roles and section at each sign-in, where they decide at all. */
const followGroups = async (work: Work, row: Row, granted: Granted | null): Promise<Found> => {
  if (granted === null) return { person: actorOf(row) };
  if (granted.roles.length === 0) return { problem: 'no_role' };
  const { roles, section } = granted;
  const before = { roles: [...row.roles].sort(), section: row.section };
  const after = { roles: [...roles].sort(), section };
  const person = { ...actorOf(row), roles, section };
  if (JSON.stringify(before) === JSON.stringify(after)) return { person };
  const { name, title, email, active } = row;
  await directoryRepository.changePerson(work.queries, row.id, {
    ...{ name, title, email, active, roles, section },
    version: row.version + 1,
  });
  await note(work, person, { action: 'was given roles by groups', before, after });
  return { person };
};

/** For somebody who was invited, or who is still to sign in for the first time. */
const linkInvited = async (work: Work, row: Row, granted: Granted | null): Promise<Found> => {
  const { service, queries, identity } = work;
  const takes = !row.password || !service.accounts.local;
  if (!takes || (await identityRepository.isKnownTo(queries, row.id, identity.issuer))) return { problem: 'taken' };
  const found = await followGroups(work, row, granted);
  if ('problem' in found) return found;
  await link(work, row.id);
  const { issuer, subject } = identity;
  await note(work, found.person, { action: 'was linked to single sign-on', before: null, after: { issuer, subject } });
  return found;
};

const addPerson = async (work: Work, email: string | null, granted: Granted | null): Promise<Found> => {
  if (granted === null || granted.roles.length === 0) return { problem: 'no_role' };
  const { service, queries, identity } = work;
  const { roles, section } = granted;
  const person = { id: randomUUID(), name: identity.name ?? email ?? identity.subject, roles, section };
  await directoryRepository.addPerson(queries, { ...person, title: '', email, createdAt: service.clock() });
  await link(work, person.id);
  const { issuer, subject } = identity;
  const after = { name: person.name, roles, section, issuer, subject };
  await note(work, person, { action: 'was added by single sign-on', before: null, after });
  return { person };
};

/**
 * In the caller's write: whom the service knows by an identity. Issuer and subject say who it is; an e-mail address
 * that the provider has verified leads only to somebody who was invited, once.
 */
export const findPersonBehind = async (work: Work): Promise<Found> => {
  const { queries, settings, identity } = work;
  const granted = settings.rules && grantedByGroups(identity.groups, settings.rules);
  const people = await directoryRepository.listDirectory(queries);
  const id = await identityRepository.findPersonBehind(queries, identity);
  const email = identity.email === null ? null : preparedEmail(identity.email);
  const known = people.find((each) => each.id === id);
  const invited = email === null ? undefined : people.find((each) => each.email === email);
  const row = known ?? invited;
  if (row === undefined) return addPerson(work, email, granted);
  if (!row.active) return { problem: 'disabled' };
  return known === undefined ? linkInvited(work, row, granted) : followGroups(work, row, granted);
};
