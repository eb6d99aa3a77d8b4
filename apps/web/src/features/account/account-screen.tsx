import { roleLabels } from '@fbs/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Visit } from '../../lib/visit.ts';
import { OwnSessionsPart } from '../../panels/sessions/own-sessions.tsx';
import { sessionsQuery } from '../../panels/sessions/session-queries.ts';
import { Loaded } from '../../ui/loaded.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { accountQuery, type OwnAccount } from './account-queries.ts';
import { FactorPart } from './factor-part.tsx';
import { PasswordPart } from './password-part.tsx';
import './account.scss';

export const prefetch = ({ queryClient }: Visit): void => {
  void queryClient.prefetchQuery(accountQuery);
  void queryClient.prefetchQuery(sessionsQuery);
};

const Facts = ({ account }: { account: OwnAccount }) => (
  <section className="stack">
    <dl className="account-facts">
      <dt>Name</dt>
      <dd>{account.name}</dd>
      {account.title !== '' && (
        <>
          <dt>Title</dt>
          <dd>{account.title}</dd>
        </>
      )}
      <dt>E-mail</dt>
      <dd>{account.email ?? 'none'}</dd>
      <dt>Section</dt>
      <dd>{account.section ?? 'none'}</dd>
      <dt>Roles</dt>
      <dd>{account.roles.map((role) => roleLabels[role]).join(', ')}</dd>
    </dl>
    <p className="soft measure">Administrators change these: ask one if something is not right.</p>
    {account.password === null && (
      <p className="measure">You sign in without a password of this service, so there is none to change here.</p>
    )}
  </section>
);

/** One's own name, password and second factor. */
export const AccountScreen = () => {
  const query = useQuery(accountQuery);
  return (
    <div className="page page--narrow stack stack--wide">
      <PageHeading title="Your account" />
      <Loaded
        query={query}
        what="Your account"
        placeholder={<Loading what="your account" height={320} />}
        wayOn={<Link to="/">Go to the overview</Link>}
      >
        {(account) => (
          <div className="stack stack--wide">
            <Facts account={account} />
            <PasswordPart account={account} />
            <FactorPart account={account} />
          </div>
        )}
      </Loaded>
      {/* Not before what stands above it has its height: it would be pushed down. */}
      {!query.isPending && <OwnSessionsPart />}
    </div>
  );
};
