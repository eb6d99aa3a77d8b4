import { Readable } from 'node:stream';
import type { AuditEntry, AuditSearch } from '@fbs/contract';
import { writeCsv } from '@fbs/documents';
import { allow, type Context } from '../../context.ts';
import { trace } from '../../trace.ts';
import { auditEntries } from './read-audit.ts';

const head = ['number', 'at', 'person', 'action', 'kind', 'subject', 'about', 'before', 'after'];

const jsonOf = (value: unknown): string => (value === null ? '' : JSON.stringify(value));

const rowOf = ({ id, at, person, action, kind, subject, about, before, after }: AuditEntry): string[] => [
  String(id),
  at,
  person ?? '',
  action,
  kind,
  subject,
  about?.name ?? '',
  jsonOf(before),
  jsonOf(after),
];

const byteOrderMark = /^\uFEFF/;

async function* linesOf(context: Context, search: AuditSearch): AsyncGenerator<string> {
  yield writeCsv([head]);
  for await (const entries of auditEntries(context, search)) {
    yield writeCsv(entries.map(rowOf)).replace(byteOrderMark, '');
  }
}

/** The audit log as CSV, newest first, sent while it is read; that it left is itself in the log. */
export const exportAudit = async (context: Context, search: AuditSearch): Promise<Readable> => {
  allow(context.actor, 'read the audit log');
  await context.database.write((queries) =>
    trace(queries, context, context.clock(), {
      action: 'exported the audit log',
      kind: 'audit',
      id: 'audit',
      strategy: null,
      before: null,
      after: search,
    }),
  );
  return Readable.from(linesOf(context, search));
};
