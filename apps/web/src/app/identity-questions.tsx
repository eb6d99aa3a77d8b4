import { lazy, Suspense, useEffect, useState } from 'react';
import { answerIdentity, type IdentityQuestion } from '../lib/identity-question.ts';

const IdentityDialog = lazy(() => import('../panels/identity/identity-dialog.tsx'));

type Asked = { readonly question: IdentityQuestion; readonly answer: Promise<boolean>; settle(again: boolean): void };

const ask = (question: IdentityQuestion): Asked => {
  let settle: (again: boolean) => void = () => undefined;
  const answer = new Promise<boolean>((resolve) => {
    settle = resolve;
  });
  return { question, answer, settle };
};

/** Asks the person over whatever screen is open; several requests that were refused wait for the one answer. */
export const IdentityQuestions = () => {
  const [asked, setAsked] = useState<Asked | null>(null);
  useEffect(() => {
    let open: Asked | null = null;
    answerIdentity((question) => {
      if (open !== null) return open.answer;
      const mine = ask(question);
      open = mine;
      setAsked(mine);
      void mine.answer.then(() => {
        open = null;
        setAsked(null);
      });
      return mine.answer;
    });
  }, []);
  if (asked === null) return null;
  return (
    <Suspense>
      <IdentityDialog question={asked.question} onAnswer={asked.settle} />
    </Suspense>
  );
};
