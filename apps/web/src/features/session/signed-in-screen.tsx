import { isSignInProblem, signInProblemSentence } from '@fbs/core';
import { getRouteApi } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useSession } from '../../lib/session.ts';
import { tellOpener } from '../../panels/identity/provider-window.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';

const route = getRouteApi('/signed-in');

/** Stands in the window that was opened for the provider: tells the page that waits, and closes where it may. */
export const SignedInScreen = () => {
  const { signIn } = useSession();
  const { problem: found } = route.useSearch();
  const problem = isSignInProblem(found) ? found : null;
  useEffect(() => {
    tellOpener(problem);
    if (problem === null) window.close();
  }, [problem]);
  return (
    <div className="page page--narrow stack">
      <PageHeading title={problem === null ? 'That was you' : 'That did not work'} />
      {problem === null ? (
        <p>The page where you were has gone on. You can close this window.</p>
      ) : (
        <Notice kind="error">{signInProblemSentence(problem, signIn.singleSignOn ?? 'Single sign-on')}</Notice>
      )}
      <p>
        <Button onClick={() => window.close()}>Close this window</Button>
      </p>
    </div>
  );
};
