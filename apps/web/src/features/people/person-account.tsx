import { useState } from 'react';
import { formatDeadline } from '../../lib/deadline.ts';
import { formatInstant } from '../../lib/format.ts';
import { reasonOf } from '../../lib/stale-write.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { announce } from '../../ui/live-region.tsx';
import { MadeLinkNotice } from './made-link.tsx';
import { type MadeLink, type PersonEntry, usePeopleWrites } from './people-queries.ts';

type StepProps = { readonly person: PersonEntry; readonly onClose: () => void };

const refusalOf = async (step: () => Promise<void>): Promise<string | undefined> => {
  try {
    await step();
  } catch (error) {
    return reasonOf(error);
  }
  return undefined;
};

const SwitchDialog = ({ person, onClose }: StepProps) => {
  const writes = usePeopleWrites();
  const step = () =>
    refusalOf(async () => {
      await (person.active ? writes.disable(person) : writes.enable(person));
      announce(`${person.name} is ${person.active ? 'disabled' : 'enabled'}`);
      onClose();
    });
  return (
    <ConfirmDialog
      title={`${person.active ? 'Disable' : 'Enable'} ${person.name}`}
      action={person.active ? 'Disable' : 'Enable'}
      onConfirm={step}
      onClose={onClose}
    >
      {person.active ? (
        <p>
          {person.name} is signed out at once everywhere, and cannot sign in until enabled again. Everything recorded
          under this name stays.
        </p>
      ) : (
        <p>{person.name} can sign in again with the password that was set before.</p>
      )}
    </ConfirmDialog>
  );
};

const SignOutDialog = ({ person, onClose }: StepProps) => {
  const writes = usePeopleWrites();
  const step = () =>
    refusalOf(async () => {
      const { ended } = await writes.signOut(person);
      announce(ended === 0 ? `${person.name} was signed in nowhere` : `${person.name} is signed out everywhere`);
      onClose();
    });
  return (
    <ConfirmDialog title={`Sign out ${person.name}`} action="Sign out everywhere" onConfirm={step} onClose={onClose}>
      <p>
        Every browser in which {person.name} is signed in asks who it is before it goes on. Signing in again stays
        possible.
      </p>
    </ConfirmDialog>
  );
};

const LinkDialog = ({ person, onClose, onMade }: StepProps & { readonly onMade: (made: MadeLink) => void }) => {
  const [remove, setRemove] = useState(false);
  const writes = usePeopleWrites();
  const step = () =>
    refusalOf(async () => {
      onMade(await writes.makeLink(person, remove));
      onClose();
    });
  return (
    <ConfirmDialog title={`New link for ${person.name}`} action="Make the link" onConfirm={step} onClose={onClose}>
      <p>
        With it {person.name} sets a new password. Earlier links no longer work; the present password works until the
        new one is set.
      </p>
      {person.secondFactor && (
        <Checkbox
          label="Also remove the second factor, because phone and recovery codes are lost"
          checked={remove}
          onChange={setRemove}
        />
      )}
    </ConfirmDialog>
  );
};

const AccountFacts = ({ person }: { person: PersonEntry }) => (
  <dl className="person-facts">
    <dt>Last sign-in</dt>
    <dd>{person.lastSignIn === null ? 'never' : `${formatInstant(person.lastSignIn)} UTC`}</dd>
    <dt>Password</dt>
    <dd>{person.password ? 'set' : 'none'}</dd>
    <dt>Second factor</dt>
    <dd>{person.secondFactor ? 'on' : 'off'}</dd>
    {person.link !== null && (
      <>
        <dt>Open link</dt>
        <dd>
          {person.link.expired ? 'expired ' : 'until '}
          {formatDeadline(person.link.expiresAt)}
        </dd>
      </>
    )}
  </dl>
);

type PersonAccountProps = {
  readonly person: PersonEntry;
  readonly isOwn: boolean;
  /** Whether links are made here at all. */
  readonly withLinks: boolean;
};

/** How somebody gets in, and how to let them in again or no more. */
export const PersonAccount = ({ person, isOwn, withLinks }: PersonAccountProps) => {
  const [asking, setAsking] = useState<'switch' | 'link' | 'sessions'>();
  const [made, setMade] = useState<MadeLink>();
  const close = () => setAsking(undefined);
  return (
    <section className="stack" aria-labelledby="person-account">
      <h2 id="person-account">Account</h2>
      {!person.active && <p>Disabled: cannot sign in.</p>}
      <AccountFacts person={person} />
      {made !== undefined && <MadeLinkNotice made={made} />}
      <div className="row">
        {withLinks && person.active && person.email !== null && (
          <Button onClick={() => setAsking('link')}>New link</Button>
        )}
        {!isOwn && person.active && person.lastSignIn !== null && (
          <Button onClick={() => setAsking('sessions')}>Sign out everywhere</Button>
        )}
        {!isOwn && !person.lastAdministrator && (
          <Button kind={person.active ? 'danger' : 'secondary'} onClick={() => setAsking('switch')}>
            {person.active ? 'Disable' : 'Enable'}
          </Button>
        )}
      </div>
      {isOwn && <p className="soft">This is your own account: another administrator can disable it.</p>}
      {asking === 'switch' && <SwitchDialog person={person} onClose={close} />}
      {asking === 'sessions' && <SignOutDialog person={person} onClose={close} />}
      {asking === 'link' && <LinkDialog person={person} onClose={close} onMade={setMade} />}
    </section>
  );
};
