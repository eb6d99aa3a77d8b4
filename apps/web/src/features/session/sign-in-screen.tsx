import { getRouteApi, Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { type Session, useSession } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { ErrorMessage } from '../../ui/error-message.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeading } from '../../ui/page-heading.tsx';
import { PasswordSignIn } from './password-sign-in.tsx';
import { PersonaChoice } from './persona-choice.tsx';
import { PersonaPermissions } from './persona-permissions.tsx';
import { ProviderSignIn } from './provider-sign-in.tsx';
import { useSignIn } from './sign-in-queries.ts';
import './sign-in.scss';

const route = getRouteApi('/sign-in');

export const SignInScreen = () => {
  const session = useSession();
  return session.mode === 'evaluation' ? <EvaluationSignIn session={session} /> : <AccountSignIn />;
};

const EvaluationSignIn = ({ session }: { session: Session }) => {
  const { personas, person } = session;
  const { returnTo } = route.useSearch();
  const signIn = useSignIn(returnTo);
  const [name, setName] = useState(personas[0]?.persona);
  const chosen = personas.find(({ persona }) => persona === name);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen !== undefined) signIn.mutate(chosen.persona);
  };
  return (
    <div className="page sign-in">
      <div className="sign-in__head">
        <PageHeading title="Sign in" />
        <p className="measure soft">
          This is an evaluation. Choose whose work you want to see: these people are invented, and each has other roles.
          No password is asked.
        </p>
      </div>
      {person !== null && <SignedIn name={person.name} />}
      {chosen === undefined ? (
        <Notice kind="warning" title="Nobody is set up yet">
          Start the product again in evaluation mode to load its people.
        </Notice>
      ) : (
        <form className="sign-in__form" onSubmit={submit}>
          <PersonaChoice personas={personas} chosen={chosen} onChoose={(persona) => setName(persona.persona)} />
          <section className="sign-in__person" aria-label={`What ${chosen.name} may do`}>
            <h2>{chosen.name} may</h2>
            <PersonaPermissions persona={chosen} />
            {signIn.isError && <ErrorMessage title="You could not be signed in" error={signIn.error} />}
            <div className="sign-in__action">
              <Button type="submit" kind="primary" disabled={signIn.isPending}>
                Sign in as {chosen.name}
              </Button>
            </div>
          </section>
        </form>
      )}
      <Disclosure summary="Sign in with an account that an administrator made">
        <PasswordSignIn returnTo={returnTo} />
      </Disclosure>
    </div>
  );
};

const SignedIn = ({ name }: { name: string }) => (
  <Notice title={`You are signed in as ${name}`}>
    Choose another person below, or <Link to="/">go on to the overview</Link>.
  </Notice>
);

const AccountSignIn = () => (
  <div className="page page--narrow stack">
    <PageHeading title="Sign in" />
    <AccountWays />
  </div>
);

/** Single sign-on first, where there is one; passwords where they open anything. */
const AccountWays = () => {
  const { signIn } = useSession();
  const { returnTo, problem } = route.useSearch();
  const provider = signIn.singleSignOn;
  return (
    <>
      {provider !== null && <ProviderSignIn provider={provider} returnTo={returnTo} problem={problem} />}
      {provider !== null && signIn.password && <h2>Or with your password</h2>}
      {signIn.password && <PasswordSignIn returnTo={returnTo} />}
      <p className="soft">
        If you have no account yet, or cannot get in, ask an administrator
        {signIn.password ? ' for a link with which you set a password.' : ' of this service.'}
      </p>
    </>
  );
};
