import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { plural } from '../../lib/format.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { MadeLinkNotice } from './made-link.tsx';
import { ManagersOnly } from './managers-only.tsx';
import { type MadeLink, type People, type PersonWords, peopleQuery, usePeopleWrites } from './people-queries.ts';
import { PersonFields } from './person-fields.tsx';
import './people.scss';

const nobody: PersonWords = { name: '', title: '', email: '', section: null, roles: [] };

type InviteFormProps = { readonly people: People; readonly onInvited: (made: MadeLink) => void };

const InviteForm = ({ people, onInvited }: InviteFormProps) => {
  const [words, setWords] = useState(nobody);
  const [isBusy, setBusy] = useState(false);
  const { findings, unplaced, errorAt, refuse } = useFindings();
  const form = useFocusError<HTMLFormElement>(findings);
  const writes = usePeopleWrites();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    try {
      onInvited(await writes.invite(words));
    } catch (error) {
      setBusy(false);
      refuse(error);
    }
  };
  return (
    <form ref={form} className="stack person-form" onSubmit={(event) => void submit(event)} noValidate>
      <PersonFields words={words} onChange={setWords} errorAt={errorAt} sections={people.sections} />
      {unplaced !== undefined && <Notice kind="error" announced title={unplaced} />}
      <p className="soft">
        The link can be used for {plural(people.invitationDays, 'day')}.
        {people.mails ? ' It is also sent by e-mail.' : ' You hand it over yourself.'}
      </p>
      <div className="row">
        <Button kind="primary" type="submit" disabled={isBusy}>
          {isBusy ? 'Saving…' : 'Make the invitation'}
        </Button>
        <LinkButton to="/admin/people">Cancel</LinkButton>
      </div>
    </form>
  );
};

const Invite = () => {
  const query = useQuery(peopleQuery);
  const [made, setMade] = useState<MadeLink>();
  if (made !== undefined) {
    return (
      <div className="stack person-form">
        <MadeLinkNotice made={made} />
        <div className="row">
          <Button onClick={() => setMade(undefined)}>Invite another person</Button>
          <LinkButton to="/admin/people">Back to the people</LinkButton>
        </div>
      </div>
    );
  }
  return (
    <Loaded query={query} what="The sections" placeholder={<Loading what="the sections" height={480} />}>
      {(people) =>
        people.passwords ? (
          <InviteForm people={people} onInvited={setMade} />
        ) : (
          <Empty title="People come in by single sign-on here">
            <p>
              They appear among the people with their first sign-in. <Link to="/admin/people">Go to the people</Link>
            </p>
          </Empty>
        )
      }
    </Loaded>
  );
};

/** A new person: words and roles, and the link with which they set their password. */
export const InviteScreen = () => (
  <div className="page">
    <Breadcrumbs>
      <Link to="/admin/people">People</Link>
    </Breadcrumbs>
    <header className="page-head">
      <PageHeading title="Invite a person" />
    </header>
    <ManagersOnly>
      <Invite />
    </ManagersOnly>
  </div>
);
