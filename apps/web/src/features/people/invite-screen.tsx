import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { plural } from '../../lib/format.ts';
import { useFindings } from '../../lib/use-findings.ts';
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx';
import { Button, LinkButton } from '../../ui/button.tsx';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { useFocusError } from '../../ui/use-focus-error.ts';
import { MadeLinkNotice } from './made-link.tsx';
import { ManagersOnly } from './managers-only.tsx';
import { type Invited, type People, type PersonWords, peopleQuery, usePeopleWrites } from './people-queries.ts';
import { PersonFields } from './person-fields.tsx';
import './people.scss';

const nobody: PersonWords = { name: '', title: '', email: '', section: null, roles: [] };

const howTheyComeIn = ({ passwords, invitationDays, mails }: People): string =>
  passwords
    ? `The link can be used for ${plural(invitationDays, 'day')}. ${mails ? 'It is also sent by e-mail.' : 'You hand it over yourself.'}`
    : 'They come in by single sign-on with this e-mail address.';

type InviteFormProps = { readonly people: People; readonly onInvited: (made: Invited) => void };

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
      <p className="soft">{howTheyComeIn(people)}</p>
      <div className="row">
        <Button kind="primary" type="submit" disabled={isBusy}>
          {isBusy ? 'Saving…' : people.passwords ? 'Make the invitation' : 'Add the person'}
        </Button>
        <LinkButton to="/admin/people">Cancel</LinkButton>
      </div>
    </form>
  );
};

const Invite = () => {
  const query = useQuery(peopleQuery);
  const [made, setMade] = useState<Invited>();
  if (made !== undefined) {
    return (
      <div className="stack person-form">
        {made.link === null ? (
          <Notice kind="done" announced title={`${made.person.name} can come in`}>
            By single sign-on, with the address {made.person.email}.
          </Notice>
        ) : (
          <MadeLinkNotice made={{ person: made.person, link: made.link }} />
        )}
        <div className="row">
          <Button onClick={() => setMade(undefined)}>Invite another person</Button>
          <LinkButton to="/admin/people">Back to the people</LinkButton>
        </div>
      </div>
    );
  }
  return (
    <Loaded query={query} what="The sections" placeholder={<Loading what="the sections" height={480} />}>
      {(people) => <InviteForm people={people} onInvited={setMade} />}
    </Loaded>
  );
};

/** A new person: words and roles, and where passwords let people in, the link to set one. */
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
