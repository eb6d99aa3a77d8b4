import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDeadline } from '../../lib/deadline.ts';
import { useEntered } from '../../lib/use-entered.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Loading } from '../../ui/loading.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { linkQuery } from './account-queries.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { WelcomeForm } from './welcome-form.tsx';
import { welcomeWords } from './welcome-words.ts';
import './account.scss';

const OpenedLink = ({ token }: { token: string }) => {
  const query = useQuery(linkQuery(token));
  const entered = useEntered();
  const [codes, setCodes] = useState<readonly string[]>();
  if (codes !== undefined) {
    return (
      <>
        <PageHeading title="Keep your recovery codes" />
        <RecoveryCodes codes={codes} />
        <div className="row">
          <Button kind="primary" onClick={() => void entered()}>
            I have kept them: go on
          </Button>
        </div>
      </>
    );
  }
  if (query.data === undefined) {
    return (
      <>
        <PageHeading title="Set your password" />
        {query.isPending ? (
          <Loading what="what this link is for" height={320} />
        ) : (
          <ErrorMessage title="This link opens nothing" error={query.error}>
            <Link to="/sign-in">Go to the sign-in</Link>
          </ErrorMessage>
        )}
      </>
    );
  }
  const { title, text } = welcomeWords(query.data);
  return (
    <>
      <PageHeading title={title} />
      <p className="measure">
        {text}{' '}
        <span className="soft">This link works until {formatDeadline(query.data.expiresAt)}, and only once.</span>
      </p>
      <WelcomeForm
        link={query.data}
        token={token}
        onAccepted={(recoveryCodes) => (recoveryCodes === null ? void entered() : setCodes(recoveryCodes))}
      />
    </>
  );
};

/** Where a link leads that sets a password. Its token stands behind #, which browsers send nowhere. */
export const WelcomeScreen = () => {
  const token = useLocation({ select: ({ hash }) => hash });
  return (
    <div className="page page--narrow stack">
      {token === '' ? (
        <>
          <PageHeading title="Set your password" />
          <Empty title="The link is not whole">
            <p>
              Open the whole link that an administrator gave you. <Link to="/sign-in">Go to the sign-in</Link>
            </p>
          </Empty>
        </>
      ) : (
        <OpenedLink key={token} token={token} />
      )}
    </div>
  );
};
