import { roleLabels, strategyStateLabels } from '@fbs/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../lib/api-client.ts';
import { type SignedInPerson, sessionQuery, useSession, useStrategy } from '../lib/session.ts';
import { areSingleKeysOn, setSingleKeys } from '../lib/single-keys.ts';
import { strategyName } from '../lib/strategy-name.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { ErrorMessage } from '../ui/error-message.tsx';

const roleLine = ({ roles, section }: SignedInPerson): string =>
  [...roles.map((role) => roleLabels[role]), ...(section === null ? [] : [section])].join(', ');

/** Single keys get in the way of who speaks to the computer: they can be switched off in this browser. */
const SingleKeys = () => {
  const [on, setOn] = useState(areSingleKeysOn);
  const change = () => {
    setSingleKeys(!on);
    setOn(!on);
  };
  return (
    <p className="person-menu__keys">
      <Checkbox
        label={
          <>
            Single keys: <kbd>[</kbd> and <kbd>]</kbd> step through the years, <kbd>/</kbd> searches
          </>
        }
        checked={on}
        onChange={change}
      />
    </p>
  );
};

/** Only where there is a choice: each strategy begins with its own overview, in its own year. */
const Strategies = () => {
  const { strategies } = useSession();
  const shown = useStrategy().id;
  if (strategies.length < 2) return null;
  return (
    <nav className="person-menu__strategies" aria-label="Strategies">
      <p className="person-menu__name">Strategy shown</p>
      <ul>
        {strategies.map(({ id, title, firstYear, lastYear, state }) => (
          <li key={id}>
            <Link
              to="/"
              search={{ strategy: id, year: undefined, asOf: undefined }}
              activeProps={{ 'aria-current': undefined }}
              {...(id === shown && { 'aria-current': 'true' as const })}
            >
              {strategyName({ title, firstYear, lastYear })}
            </Link>
            {state !== 'in_force' && ` (${strategyStateLabels[state].toLowerCase()})`}
            {id === shown && <span className="visually-hidden"> (shown now)</span>}
          </li>
        ))}
      </ul>
    </nav>
  );
};

/** The signed-in person with all roles, and the way out. */
const PersonPanel = ({ person }: { person: SignedInPerson }) => {
  const queryClient = useQueryClient();
  const router = useRouter();
  const signOut = useMutation({
    mutationFn: () => call('DELETE /api/session', {}),
    onSuccess: async ({ leaveTo, ...session }) => {
      // the session of single sign-on would let anybody in again
      if (leaveTo !== null) return window.location.assign(leaveTo);
      await router.navigate({ to: '/sign-in' });
      // What one person may read is not left behind for the next.
      queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
      queryClient.setQueryData(sessionQuery.queryKey, session);
      await router.invalidate();
    },
  });
  return (
    <>
      <p className="person-menu__name">{person.name}</p>
      <p className="person-menu__roles">{roleLine(person)}</p>
      <p>
        <Link to="/account">Your account</Link>
      </p>
      <p>
        <Link to="/help">Help</Link>
      </p>
      {person.permissions.includes('manage people') && (
        <p>
          <Link to="/admin/people">People</Link>
        </p>
      )}
      {person.permissions.includes('change settings') && (
        <p>
          <Link to="/admin/settings">Settings</Link>
        </p>
      )}
      {person.permissions.includes('read the audit log') && (
        <p>
          <Link to="/admin/audit">Audit log</Link>
        </p>
      )}
      {person.permissions.includes('manage strategies') && (
        <p>
          <Link to="/admin/strategies">Manage strategies</Link>
        </p>
      )}
      <Strategies />
      <SingleKeys />
      <Button onClick={() => signOut.mutate()} disabled={signOut.isPending}>
        Sign out
      </Button>
      {signOut.isError && <ErrorMessage error={signOut.error} />}
    </>
  );
};

export default PersonPanel;
