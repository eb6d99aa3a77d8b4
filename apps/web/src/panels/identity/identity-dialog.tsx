import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { call } from '../../lib/api-client.ts';
import type { IdentityQuestion } from '../../lib/identity-question.ts';
import { type SignedInPerson, sessionQuery, useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ByPassword } from './by-password.tsx';
import { ByPersona } from './by-persona.tsx';
import { ByProvider } from './by-provider.tsx';
import './identity-dialog.scss';

type IdentityDialogProps = {
  readonly question: IdentityQuestion;
  /** true: what was refused is tried once more. */
  readonly onAnswer: (again: boolean) => void;
};

const words = {
  'sign-in': {
    title: 'You are signed out',
    why: 'Your session has ended. Everything on this page is still here: sign in again, and it goes on where it was.',
  },
  proof: {
    title: 'Is it still you?',
    why: 'This is hard to undo, and you signed in a while ago. Show once more that it is you; then it is done at once.',
  },
} as const;

/** The ways in which this person can answer; somebody who came by the provider has no password here. */
const WaysIn = ({ question, person, onDone }: WayProps & { question: IdentityQuestion; person: SignedInPerson }) => {
  const { mode, signIn } = useSession();
  if (mode === 'evaluation' && person.method === 'persona') return <ByPersona name={person.name} onDone={onDone} />;
  const { singleSignOn } = signIn;
  if (person.method === 'single_sign_on' && singleSignOn !== null) {
    return <ByProvider provider={singleSignOn} prove={question === 'proof'} onDone={onDone} />;
  }
  return <ByPassword prove={question === 'proof'} onDone={onDone} />;
};

export type WayProps = { readonly onDone: () => void };

/** Over the screen that is open, so that nothing of it is lost; what was refused then goes on by itself. */
const IdentityDialog = ({ question, onAnswer }: IdentityDialogProps) => {
  const queryClient = useQueryClient();
  const router = useRouter();
  const session = useSession();
  // whose page this is, also once the session has been asked for anew
  const [person] = useState(session.person);
  const leave = () => {
    onAnswer(false);
    if (question === 'proof') return;
    queryClient.setQueryData(sessionQuery.queryKey, (known) => known && { ...known, person: null });
    void router.invalidate();
  };
  const goOn = async () => {
    const now = await call('GET /api/session', {});
    // somebody else begins on a page of their own
    if (now.person?.id !== person?.id) return window.location.assign('/');
    queryClient.setQueryData(sessionQuery.queryKey, now);
    onAnswer(true);
  };
  const { title, why } = words[question];
  return (
    <Dialog
      open
      onClose={leave}
      title={title}
      actions={<Button onClick={leave}>{question === 'proof' ? 'Cancel' : 'Leave this page'}</Button>}
    >
      <div className="stack identity">
        <p>{why}</p>
        {person !== null && <WaysIn question={question} person={person} onDone={() => void goOn()} />}
      </div>
    </Dialog>
  );
};

export default IdentityDialog;
