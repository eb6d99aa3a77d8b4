import { roleLabels } from '@fbs/core';
import { Link } from '@tanstack/react-router';
import { formatInstant } from '../../lib/format.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { Tag } from '../../ui/tag.tsx';
import type { PersonEntry } from './people-queries.ts';
import { standingLabels, standingOf } from './people-words.ts';

const Faint = ({ children }: { children: string }) => <span className="soft">{children}</span>;

const Standing = ({ person }: { person: PersonEntry }) => {
  const standing = standingOf(person);
  return (
    <>
      <Tag tone={standing === 'active' ? 'plain' : 'strong'}>{standingLabels[standing]}</Tag>
      {person.link?.expired && <span className="people__note">The link has expired</span>}
    </>
  );
};

const columns: readonly Column<PersonEntry>[] = [
  {
    key: 'name',
    head: 'Person',
    cell: ({ id, name, title }) => (
      <>
        <Link to="/admin/people/$id" params={{ id }}>
          {name}
        </Link>
        {title !== '' && <span className="people__note">{title}</span>}
      </>
    ),
  },
  { key: 'email', head: 'E-mail', cell: ({ email }) => email ?? <Faint>none</Faint> },
  { key: 'roles', head: 'Roles', cell: ({ roles }) => roles.map((role) => roleLabels[role]).join(', ') },
  { key: 'section', head: 'Section', cell: ({ section }) => section ?? <Faint>none</Faint> },
  { key: 'standing', head: 'Account', cell: (person) => <Standing person={person} /> },
  {
    key: 'signIn',
    head: 'Last sign-in (UTC)',
    cell: ({ lastSignIn }) => (lastSignIn === null ? <Faint>never</Faint> : formatInstant(lastSignIn)),
  },
  {
    key: 'factor',
    head: 'Second factor',
    cell: ({ secondFactor, password }) => (secondFactor ? 'On' : <Faint>{password ? 'Off' : 'No password'}</Faint>),
  },
];

export const PeopleTable = ({ people }: { readonly people: readonly PersonEntry[] }) => (
  <DataTable
    caption="People"
    captionHidden
    columns={columns}
    rows={people}
    rowKey={({ id }) => id}
    empty="Nobody fits: change the words or the account above."
    narrow="cards"
  />
);
