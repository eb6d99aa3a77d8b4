import type { AuditEntry, AuditPage, AuditSearch } from '@fbs/contract';
import type { Day, Instant } from '@fbs/core';
import { auditRepository, peopleRepository } from '@fbs/db';
import { allow, type Context } from '../../context.ts';

const pageSize = 100;

const startOf = (day: Day): Instant => `${day}T00:00:00.000Z`;

const dayAfter = (day: Day): Day => new Date(Date.parse(startOf(day)) + 86_400_000).toISOString().slice(0, 10);

const filterOf = ({ person, kind, text, from, to }: AuditSearch): auditRepository.AuditFilter => ({
  person,
  kind,
  text: text?.trim() === '' ? undefined : text?.trim(),
  from: from === undefined ? undefined : startOf(from),
  to: to === undefined ? undefined : startOf(dayAfter(to)),
});

const entryOf = ({
  id,
  at,
  person,
  action,
  subjectKind,
  subjectId,
  about,
  before,
  after,
}: auditRepository.AuditRow): AuditEntry => ({
  id,
  at,
  person,
  action,
  kind: subjectKind,
  subject: subjectId,
  about,
  before,
  after,
});

/** One page of the audit log, newest first. @throws DomainError not_allowed */
export const readAudit = (
  { actor, database }: Context,
  { before, ...search }: AuditSearch & { readonly before?: number | undefined },
): Promise<AuditPage> => {
  allow(actor, 'read the audit log');
  return database.read(async (queries) => {
    const filter = filterOf(search);
    // one more than is shown tells whether there is a next page
    const rows = await auditRepository.listAuditPage(queries, filter, { before, limit: pageSize + 1 });
    const shown = rows.slice(0, pageSize);
    const names = await peopleRepository.listNames(queries);
    return {
      total: await auditRepository.countAuditEntries(queries, filter),
      entries: shown.map(entryOf),
      next: rows.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
      kinds: await auditRepository.listAuditKinds(queries),
      people: [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name)),
    };
  });
};

/** All pages one after the other, each read on its own: a long trail never holds up anything else. */
export async function* auditEntries({ actor, database }: Context, search: AuditSearch): AsyncGenerator<AuditEntry[]> {
  allow(actor, 'read the audit log');
  const filter = filterOf(search);
  let before: number | undefined;
  for (;;) {
    const rows = await database.read((queries) =>
      auditRepository.listAuditPage(queries, filter, { before, limit: pageSize }),
    );
    if (rows.length === 0) return;
    before = rows.at(-1)?.id;
    yield rows.map(entryOf);
  }
}
