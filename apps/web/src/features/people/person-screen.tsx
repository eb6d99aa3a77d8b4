import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { currentOf } from '../../lib/stale-write.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { announce } from '../../ui/live-region.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { ManagersOnly } from './managers-only.tsx';
import { type People, type PersonEntry, type PersonWords, peopleQuery, usePeopleWrites } from './people-queries.ts';
import { PersonAccount } from './person-account.tsx';
import { PersonFields } from './person-fields.tsx';
import './people.scss';

const wordsOf = ({ name, title, email, section, roles }: PersonEntry): PersonWords => ({
  ...{ name, title, section, email: email ?? '' },
  roles: [...roles],
});

type WordsFormProps = { readonly person: PersonEntry; readonly sections: People['sections'] };

/** The latest version, as long as what the form shows did not change with it: disabling somebody is no conflict. */
const seenOf = (person: PersonEntry, base: PersonEntry): PersonEntry =>
  person.version > base.version && JSON.stringify(wordsOf(person)) === JSON.stringify(wordsOf(base)) ? person : base;

const WordsForm = ({ person, sections }: WordsFormProps) => {
  const [words, setWords] = useState(() => wordsOf(person));
  const [base, setBase] = useState(person);
  const [state, setState] = useState<'still' | 'busy' | 'saved' | 'overtaken'>('still');
  const { findings, unplaced, errorAt, show, refuse } = useFindings();
  const form = useFocusError<HTMLFormElement>(findings);
  const writes = usePeopleWrites();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setState('busy');
    show([]);
    try {
      // A persona of the evaluation has no address, and needs none.
      const { email } = words;
      setBase(
        await writes.change(seenOf(person, base), {
          ...words,
          email: email === '' && base.email === null ? null : email,
        }),
      );
      setState('saved');
      announce('Saved');
    } catch (error) {
      const current = currentOf<PersonEntry>(error);
      if (current === undefined) refuse(error);
      else {
        setBase(current);
        setWords(wordsOf(current));
      }
      setState(current === undefined ? 'still' : 'overtaken');
    }
  };
  return (
    <form ref={form} className="stack person-form" onSubmit={(event) => void submit(event)} noValidate>
      <PersonFields
        words={words}
        onChange={(changed) => {
          setWords(changed);
          setState('still');
        }}
        errorAt={errorAt}
        sections={sections}
        keepAdministrator={person.lastAdministrator}
      />
      {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
      {state === 'saved' && <Notice kind="done" announced title="Saved" />}
      {state === 'overtaken' && (
        <Notice kind="warning" announced title="Somebody changed this person while you had it open">
          This is how it stands now. Make your change again.
        </Notice>
      )}
      <div className="row">
        <Button kind="primary" type="submit" disabled={state === 'busy'}>
          {state === 'busy' ? 'Saving…' : 'Save'}
        </Button>
      </div>
    </form>
  );
};

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
        <WordsForm key={person.id} person={person} sections={people.sections} />
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
