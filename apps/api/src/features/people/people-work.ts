import type { PersonEntry } from '@fbs/contract';
import { findInPerson, type Instant, isLastAdministrator, preparedEmail } from '@fbs/core';
import { accountRepository, directoryRepository, type Queries } from '@fbs/db';
import { hasEntered } from '../../accounts/standing.ts';
import { allow, type Context, requireRecentProof } from '../../context.ts';
import { DomainError, required } from '../../domain-error.ts';

type Row = directoryRepository.DirectoryRow;
type Words = directoryRepository.PersonWords;

/** Who may look after people, and has shown a moment ago that it is them. @throws DomainError not_allowed, proof_needed */
export const allowManaging = (context: Context): void => {
  allow(context.actor, 'manage people');
  requireRecentProof(context);
};

const linkOf = (link: accountRepository.AccountLinkRow | undefined, now: Instant): PersonEntry['link'] =>
  link === undefined ? null : { kind: link.kind, expiresAt: link.expiresAt, expired: link.expiresAt <= now };

export const listEntries = async (queries: Queries, now: Instant): Promise<PersonEntry[]> => {
  const rows = await directoryRepository.listDirectory(queries);
  const links = await accountRepository.listOpenLinks(queries);
  const standings = rows.map((row) => ({ ...row, entered: hasEntered(row) }));
  return standings.map(({ persona: _persona, ...row }) => ({
    ...row,
    link: linkOf(
      links.find(({ personId }) => personId === row.id),
      now,
    ),
    lastAdministrator: isLastAdministrator(row.id, standings),
  }));
};

/** @throws DomainError not_found */
export const findEntry = async (queries: Queries, id: string, now: Instant): Promise<PersonEntry> =>
  required(
    (await listEntries(queries, now)).find((each) => each.id === id),
    `There is no person "${id}": GET /api/people lists them.`,
  );

/** As they are kept: without spaces around, addresses in small letters, roles in one order. */
export const preparedWords = ({ name, title, email, section, roles }: Words): Words => ({
  name: name.trim(),
  title: title.trim(),
  email: email === null ? null : preparedEmail(email),
  section,
  roles: [...new Set(roles)].sort(),
});

/** @throws DomainError invalid, already_exists */
export const checkWords = async (
  queries: Queries,
  words: Words,
  { id, needsEmail }: { readonly id: string | null; readonly needsEmail: boolean },
): Promise<void> => {
  const sections = (await directoryRepository.listSectionNames(queries)).map(({ code }) => code);
  const errors = findInPerson(words, { sections, needsEmail });
  if (errors[0] !== undefined) throw new DomainError('invalid', errors[0].detail, { errors });
  const known = words.email === null ? undefined : await accountRepository.findAccount(queries, words.email);
  if (known === undefined || known.id === id) return;
  const detail = 'Somebody has an account with this e-mail address already.';
  throw new DomainError('already_exists', detail, { errors: [{ pointer: '/email', detail }] });
};

/** What the trail keeps of a person. */
export const traced = ({ name, title, email, section, roles, active }: Words & Pick<Row, 'active'>) => ({
  ...{ name, title, email, section, roles, active },
});
