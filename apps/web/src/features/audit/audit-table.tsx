import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import type { AuditEntry } from './audit-queries.ts';
import { type ChangedPart, changedParts } from './changed-parts.ts';

const Change = ({ parts }: { parts: readonly ChangedPart[] }) => {
  if (parts.length === 0) return <span className="soft">Nothing to compare</span>;
  return (
    <Disclosure summary={parts.length === 1 ? '1 part' : `${parts.length} parts`}>
      <dl className="audit__parts">
        {parts.map(({ name, before, after }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {before !== null && (
                <>
                  <span className="visually-hidden">before: </span>
                  <del>{before}</del>{' '}
                </>
              )}
              <span className="visually-hidden">after: </span>
              {after === null ? <span className="soft">empty</span> : <ins>{after}</ins>}
            </dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
};

const columns: readonly Column<AuditEntry>[] = [
  { key: 'at', head: 'When (UTC)', cell: ({ at }) => formatInstant(at), nowrap: true },
  { key: 'person', head: 'Who', cell: ({ person }) => person ?? <span className="soft">The service</span> },
  { key: 'action', head: 'What', cell: ({ action }) => action },
  {
    key: 'subject',
    head: 'To what',
    cell: ({ kind, subject, about }) => (
      <>
        {kind.replaceAll('_', ' ')}{' '}
        {about === null ? (
          <span className="audit__subject">{subject}</span>
        ) : (
          <>
            {kind !== 'person' && 'of '}
            <Link to="/admin/people/$id" params={{ id: about.id }}>
              {about.name}
            </Link>
          </>
        )}
      </>
    ),
  },
  { key: 'change', head: 'Change', cell: ({ before, after }) => <Change parts={changedParts(before, after)} /> },
];

export const AuditTable = ({ entries }: { entries: readonly AuditEntry[] }) => (
  <DataTable
    caption="Audit log, newest first"
    captionHidden
    columns={columns}
    rows={entries}
    rowKey={({ id }) => String(id)}
    narrow="cards"
    dense
  />
);
