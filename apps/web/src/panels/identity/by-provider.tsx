import { signInProblemSentence } from '@fbs/core';
import { useEffect, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { focusFirst } from '../../ui/focus-first.ts';
import { Notice } from '../../ui/notice.tsx';
import type { WayProps } from './identity-dialog.tsx';
import { hearProvider, openProvider } from './provider-window.ts';

type ByProviderProps = WayProps & { readonly provider: string; readonly prove: boolean };

/** In a window of its own, since this page must not be left. */
export const ByProvider = ({ provider, prove, onDone }: ByProviderProps) => {
  const [opened, setOpened] = useState(false);
  const [problem, setProblem] = useState<string>();
  useEffect(
    () =>
      hearProvider((told) => {
        if (told.problem === null) onDone();
        else setProblem(signInProblemSentence(told.problem, provider));
      }),
    [provider, onDone],
  );
  const open = () => {
    const isOpen = openProvider(prove);
    setOpened(isOpen);
    setProblem(
      isOpen ? undefined : 'Your browser did not let a window open: allow windows of this site, then try again.',
    );
  };
  return (
    <>
      {problem !== undefined && <Notice kind="error" announced title={problem} />}
      {opened && problem === undefined && (
        <p role="status">Go on in the window of {provider}; this page waits for it.</p>
      )}
      <Button ref={focusFirst} kind="primary" onClick={open}>
        {opened ? `Open ${provider} again` : `Go on with ${provider}`}
      </Button>
    </>
  );
};
