import { isSignInProblem, signInProblemSentence } from '@fbs/core';
import { DownloadButton } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

type ProviderSignInProps = {
  readonly provider: string;
  readonly returnTo: string | undefined;
  /** Why the provider let nobody in just now. */
  readonly problem: string | undefined;
};

/** Leads to the identity provider of the office; the whole page goes there and comes back. */
export const ProviderSignIn = ({ provider, returnTo, problem }: ProviderSignInProps) => {
  const query = returnTo === undefined ? '' : `?returnTo=${encodeURIComponent(returnTo)}`;
  return (
    <>
      {isSignInProblem(problem) && (
        <Notice kind="error" announced title="You could not be signed in">
          {signInProblemSentence(problem, provider)}
        </Notice>
      )}
      <p>
        <DownloadButton kind="primary" href={`/api/session/single-sign-on${query}`}>
          Sign in with {provider}
        </DownloadButton>
      </p>
    </>
  );
};
