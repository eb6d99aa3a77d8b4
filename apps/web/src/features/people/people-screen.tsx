import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { plural } from '../../lib/format.ts';
import { useSession } from '../../lib/session.ts';
import { useAnnounceChange } from '../../ui/announce-change.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { SelectField, TextField } from '../../ui/text-field.tsx';
import { ManagersOnly } from './managers-only.tsx';
import { type People, peopleQuery } from './people-queries.ts';
import { PeopleTable } from './people-table.tsx';
import { narrowed, type Standing, standingLabels, standings } from './people-words.ts';
import './people.scss';

const Narrowed = ({ people }: { people: People['people'] }) => {
  const [words, setWords] = useState('');
  const [standing, setStanding] = useState<Standing | ''>('');
  const shown = narrowed(people, { words, standing });
  useAnnounceChange(`${plural(shown.length, 'person', 'people')} shown`);
  return (
    <div className="stack">
      <div className="people__filters">
        <TextField
          label="Find"
          hint="Part of a name, e-mail, role or section"
          type="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
        />
        <SelectField
          label="Account"
          value={standing}
          onChange={({ target }) => setStanding(target.value as Standing | '')}
          options={[
            { value: '', label: 'All' },
            ...standings.map((each) => ({ value: each, label: standingLabels[each] })),
          ]}
        />
        <p className="soft people__count">
          {shown.length === people.length
            ? plural(people.length, 'person', 'people')
            : `${shown.length} of ${plural(people.length, 'person', 'people')}`}
        </p>
      </div>
      <PeopleTable people={shown} />
    </div>
  );
};

const List = () => {
  const query = useQuery(peopleQuery);
  return (
    <Loaded
      query={query}
      what="The people"
      placeholder={<Loading what="the people" height={320} />}
      wayOn={<Link to="/">Go to the overview</Link>}
    >
      {({ people }) => <Narrowed people={people} />}
    </Loaded>
  );
};

/** Everybody with an account, and how it stands. */
export const PeopleScreen = () => (
  <div className="page">
    <header className="page-head">
      <div>
        <PageHeading title="People" />
        <p className="soft measure">
          Who may sign in, and with which roles. Whoever is disabled cannot sign in any more; their name stays with
          everything that they did.
        </p>
      </div>
      {useSession().person?.permissions.includes('manage people') && (
        <LinkButton to="/admin/people/new" kind="primary">
          Invite a person
        </LinkButton>
      )}
    </header>
    <ManagersOnly>
      <List />
    </ManagersOnly>
  </div>
);
