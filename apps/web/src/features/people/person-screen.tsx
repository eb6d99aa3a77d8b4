import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useSession } from '../../lib/session.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { ManagersOnly } from './managers-only.tsx';
import { type People, peopleQuery } from './people-queries.ts';
import { PersonAccount } from './person-account.tsx';
import { PersonForm } from './person-form.tsx';
import './people.scss';

const Person = ({ people, id }: { people: People; id: string }) => {
  const own = useSession().person?.id;
  const person = people.people.find((each) => each.id === id);
  if (person === undefined) {
    return (
      <>
        <PageHeading title="Person" />
        <Empty title="There is no such person">
          <p>
            <Link to="/admin/people">Go to the people</Link>
          </p>
        </Empty>
      </>
    );
  }
  return (
    <>
      <header className="page-head">
        <PageHeading title={person.name} />
      </header>
      <div className="columns">
        <PersonForm key={person.id} person={person} sections={people.sections} />
        <PersonAccount person={person} isOwn={person.id === own} withLinks={people.passwords} />
      </div>
    </>
  );
};

/** One person: words, roles and account. */
export const PersonScreen = () => {
  const { id = '' } = useParams({ from: '/admin/people/$id' });
  const query = useQuery(peopleQuery);
  return (
    <div className="page">
      <Breadcrumbs>
        <Link to="/admin/people">People</Link>
      </Breadcrumbs>
      <ManagersOnly>
        <Loaded query={query} what="The person" placeholder={<Loading what="the person" height={480} />}>
          {(people) => <Person key={id} people={people} id={id} />}
        </Loaded>
      </ManagersOnly>
    </div>
  );
};
